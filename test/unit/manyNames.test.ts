import assert from 'node:assert/strict';
import type { Article, Entity } from '../../src/analysis/article';
import { cardOf, mostForms } from '../../src/corpus/card';
import { createCorpusCalls } from '../../src/worker/corpusCalls';
import { plainArticle } from '../bench/plain-article';
import { entryOf, ferry } from './corpus.samples';

/** An article with so many people, the first named most often; the last goes by another name too. */
function crowded(people: number): Article {
  const entities = Array.from({ length: people }, (_, i): Entity => {
    const name = `Anna Holm${i}`;
    const aliases = i === people - 1 ? ['Countess Brisk', 'A.H.'] : [];
    return { id: `e${i}`, type: 'PER', name, aliases, roles: [], count: i === 0 ? 2 : 1 };
  });
  return { ...plainArticle(ferry[0]), entities };
}

const entryWith = (id: string, people: number) => {
  const card = { ...cardOf(ferry[0], crowded(people)), day: '2025-03-01' };
  return { ...entryOf(id, ferry[0]), card };
};

describe('an article with very many names', () => {
  const calls = createCorpusCalls();
  calls.apply([entryWith('crowd', 150)], []);

  it('is found by the last of them', () => {
    assert.deepEqual(calls.search('Holm149', 5), ['crowd']);
    assert.deepEqual(calls.search('Brisk', 5), ['crowd']);
    assert.equal(calls.symbols('Anna Holm149', 5)[0]?.name, 'Anna Holm149');
    assert.equal(calls.symbols('Countess', 5)[0]?.alias, 'Countess Brisk');
  });

  it('stands under each of them', () => {
    const { shelves } = calls.shelves('name', {});
    assert.equal(shelves.length, 150);
    const last = shelves.find(({ name }) => name === 'Anna Holm149')!;
    assert.deepEqual(
      calls.shelf('name', last.id, {}).map(({ id }) => id),
      ['crowd'],
    );
    assert.deepEqual(calls.articlesOfNames([last.id]), [['crowd']], 'for those who watch the name');
  });

  it('is where the references of each of them lead', () => {
    const { articles } = calls.where('crowd', 'PER', 'Anna Holm149')!;
    assert.deepEqual(articles, [{ id: 'crowd', names: ['Anna Holm149'] }]);
    assert.deepEqual(calls.name('crowd', 'PER', 'Anna Holm149')?.aliases, [
      'A.H.',
      'Countess Brisk',
    ]);
  });

  it('is named in the report only where not even the index holds them all', () => {
    assert.deepEqual(calls.overfull(), []);
    const list = createCorpusCalls();
    list.apply([entryWith('list', mostForms + 5), entryWith('fits', mostForms - 2)], []);
    // Five names too many, and the two other names of the last.
    assert.deepEqual(list.overfull(), [{ id: 'list', left: 7 }]);
  });
});
