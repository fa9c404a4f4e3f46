import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createAnalyzer } from '../../src/analysis/analyze';
import { cardOf } from '../../src/corpus/card';

describe('what lists show of an article', () => {
  const analyze = createAnalyzer({
    boilerplate: readFileSync('models/boilerplate.bin'),
    entities: readFileSync('models/entities.bin'),
  });

  it('is its first sentence where it has no headline, and not who posted it when', () => {
    const file = 'samples/vale-tribune/winter-ferry-theft.txt';
    const text = readFileSync(file, 'utf8');
    const { title } = cardOf(text, analyze(text, { path: file }));
    assert.match(title, /^A painting that hangs as a print in half the kitchens of the valley/);
  });
});
