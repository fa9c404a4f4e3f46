import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { looksLikeArticle } from '../../src/analysis/detect';
import { decodeText } from '../../src/cli/decodeText';
import { analyzeText } from '../shipped/analyzer';
import { annotatedText } from './annotatedText';

const update = process.env['UPDATE_GOLDEN'] === '1';
const expectedFolder = 'test/golden/expected';

/** `UPDATE_GOLDEN=1 npm run test:unit` rewrites the expected files; read the difference before you commit it. */
describe('annotated samples', () => {
  const files = globSync('samples/**/*', { onlyFiles: true }).sort();

  for (const file of files) {
    const { text } = decodeText(readFileSync(file));
    if (!looksLikeArticle(text.slice(0, 4096), file)) continue;
    it(`${file} is annotated as expected`, () => {
      const actual = annotatedText(text, analyzeText(text, { path: file }));
      const expected = join(expectedFolder, `${file}.golden`);
      if (update) {
        mkdirSync(dirname(expected), { recursive: true });
        writeFileSync(expected, actual);
      }
      assert.ok(existsSync(expected), `${expected} is missing: run with UPDATE_GOLDEN=1`);
      assert.equal(actual, readFileSync(expected, 'utf8'));
    });
  }

  it('are found among other files', () => {
    const articles = files.filter((file) =>
      looksLikeArticle(decodeText(readFileSync(file)).text.slice(0, 4096), file),
    );
    assert.ok(articles.length >= 14, `${articles.length} articles`);
    assert.ok(!articles.includes('samples/notes.txt'));
  });
});
