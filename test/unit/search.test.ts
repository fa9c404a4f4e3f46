import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Corpus } from '../../src/corpus/index';
import { bakery, entryOf, ferry, quakes } from './corpus.samples';

const corpus = new Corpus();
corpus.apply(
  [entryOf('quake', quakes[0]), entryOf('ferry', ferry[0]), entryOf('bakery', bakery)],
  [],
);
const found = (query: string): string[] => corpus.search(query, 10).map(({ id }) => id);

describe('search', () => {
  it('finds words of the body in any form', () => {
    assert.deepEqual(found('passenger'), ['ferry']);
    assert.deepEqual(found('baking oven'), ['bakery']);
  });

  it('finds beginnings and near spellings of headline words', () => {
    assert.deepEqual(found('Velm'), ['quake']);
    assert.deepEqual(found('Sandholn'), ['ferry']);
  });

  it('wants every word of the query', () => {
    assert.deepEqual(found('passenger oven'), []);
  });

  it('wants words of headline and body together', () => {
    assert.deepEqual(found('quake rescue'), ['quake']);
  });

  it('forgets what was removed and changed', () => {
    const changing = new Corpus();
    changing.apply([entryOf('a', ferry[0]), entryOf('b', bakery)], []);
    assert.equal(changing.search('ferry', 10).length, 1);
    changing.apply([entryOf('a', quakes[0])], ['b']);
    assert.deepEqual(changing.search('ferry', 10), []);
    assert.deepEqual(changing.search('loaf', 10), []);
    assert.equal(changing.search('quake', 10)[0]?.id, 'a');
  });

  it('takes any query', () => {
    for (const query of ['', ' ', '"', '🙂', 'a'.repeat(10_000), '* OR (']) {
      assert.ok(Array.isArray(corpus.search(query, 10)));
    }
    assert.equal(corpus.search('harbour', 0).length, 0);
  });
});
