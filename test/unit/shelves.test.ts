import assert from 'node:assert/strict';
import type { ShownMention } from '../../src/annotations/overlay';
import { needsReview } from '../../src/annotations/needsReview';
import { CorpusEntities } from '../../src/corpus/entities';
import type { CorpusEntry, EntryName } from '../../src/corpus/entry';
import { Corpus } from '../../src/corpus/index';
import { Bookcase } from '../../src/corpus/shelves';
import { changedRows } from '../../src/views/changedRows';
import { bakery, entryOf, ferry } from './corpus.samples';

const named = (type: EntryName['type'], name: string): EntryName => ({
  type,
  name,
  aliases: [],
  count: 1,
});

function entry(id: string, day: string, source: string, names: EntryName[], text = bakery) {
  const made = entryOf(id, text, day);
  return { ...made, card: { ...made.card, source, names } };
}

const first = entry('a', '2024-05-01', 'Courier', [named('PER', 'Ilsa Tarn')]);
const second = entry('b', '2024-05-03', 'Courier', [
  named('PER', 'Ilsa Tarn'),
  named('LOC', 'Orsk'),
]);
const third = entry('c', '2024-05-03', 'Herald', [named('PER', 'Pavel Lind')], ferry[0]);

function shelved(entries: readonly CorpusEntry[]) {
  const corpus = new Corpus();
  const names = new CorpusEntities();
  corpus.apply(entries, []);
  for (const { id, card } of entries) names.upsert(id, card.names);
  return { bookcase: new Bookcase(corpus, names), corpus, names };
}

describe('shelves', () => {
  const { bookcase } = shelved([first, second, third]);
  const told = (...args: Parameters<typeof bookcase.list>) =>
    bookcase.list(...args).shelves.map(({ name, articles }) => `${name}: ${articles}`);

  it('holds names by the number of their articles, people first', () => {
    assert.deepEqual(told('name'), ['Ilsa Tarn: 2', 'Pavel Lind: 1', 'Orsk: 1']);
    const tarn = bookcase.list('name').shelves[0]!;
    assert.deepEqual(bookcase.articles('name', tarn.id), ['b', 'a']);
  });

  it('holds sources by size and days newest first', () => {
    assert.deepEqual(told('source'), ['Courier: 2', 'Herald: 1']);
    assert.deepEqual(told('day'), ['2024-05-03: 2', '2024-05-01: 1']);
    assert.deepEqual(bookcase.articles('day', 'day:2024-05-03'), ['b', 'c']);
    assert.deepEqual(bookcase.articles('source', 'source:Gazette'), []);
  });

  it('puts what tells no day on a shelf at the end', () => {
    const undated = entryOf('d', ferry[1]);
    const days = shelved([undated, first]).bookcase.list('day').shelves;
    assert.deepEqual(
      days.map(({ name }) => name),
      ['2024-05-01', ''],
    );
  });

  it('shows only what a filter leaves', () => {
    const only = new Set(['a', 'c']);
    assert.deepEqual(told('name', { only }), ['Ilsa Tarn: 1', 'Pavel Lind: 1']);
    assert.deepEqual(bookcase.articles('source', 'source:Courier', { only }), ['a']);
    assert.deepEqual(told('source', { but: only }), ['Courier: 1']);
    assert.equal(bookcase.list('source', { but: only }).shelves[0]!.latest, '2024-05-03');
  });

  it('says how many names a long list leaves out', () => {
    const { shelves, left } = bookcase.list('name', {}, 1);
    assert.equal(shelves.length, 2);
    assert.deepEqual(left, { PER: 1 });
  });
});

describe('rows to draw again', () => {
  it('are the few that a change touches, among ten thousand', () => {
    const entries = Array.from({ length: 10_000 }, (_, i) => ({
      ...first,
      id: `article ${i}`,
      card: { ...first.card, source: `Source ${i % 5000}`, day: undefined! },
    }));
    const names = new CorpusEntities();
    const byId = new Map(entries.map((one) => [one.id, one as CorpusEntry]));
    const corpus = {
      articles: () => byId.values(),
      article: (id: string) => byId.get(id),
    } as unknown as Corpus;
    const bookcase = new Bookcase(corpus, names);
    const before = bookcase.list('source').shelves;
    byId.set('article 7', { ...entries[7]!, hash: 'edited' });
    assert.deepEqual(changedRows(before, bookcase.list('source').shelves), ['source:Source 7']);
  });

  it('are all when rows come, go or move', () => {
    const [a, b] = [
      { id: 'a', stamp: 1 },
      { id: 'b', stamp: 2 },
    ];
    assert.deepEqual(changedRows([a, b], [a, { ...b, stamp: 3 }]), ['b']);
    assert.equal(changedRows([a, b], [b, a]), undefined);
    assert.equal(changedRows([a], [a, b]), undefined);
  });

  it('include the shelf of a renamed file', () => {
    const stamp = (id: string) =>
      shelved([{ ...first, id }]).bookcase.list('day').shelves[0]!.stamp;
    assert.notEqual(stamp('old.txt'), stamp('new.txt'));
  });
});

describe('what needs review', () => {
  it('is listed by article, the most doubtful first', () => {
    const doubtful = (id: string, count: number) => {
      const made = entry(id, '2024-05-01', 'Courier', []);
      return { ...made, card: { ...made.card, doubtful: count } };
    };
    const { bookcase } = shelved(
      [doubtful('a', 1), first, doubtful('c', 3)].map((one, i) => ({
        ...one,
        id: `${one.id}${i}`,
      })),
    );
    assert.deepEqual(bookcase.doubtful(), ['c2', 'a0']);
    assert.deepEqual(bookcase.doubtful({ but: new Set(['c2']) }), ['a0']);
  });

  it('is a guess that nobody decided, and whatever lost its words', () => {
    const guess: ShownMention = {
      ...{ id: 'm1', start: 0, end: 4, label: 'PER', text: 'Osko', origin: 'machine', by: 'model' },
      ...{ state: 'suggested', boilerplate: false, score: 0.4 },
    };
    assert.ok(needsReview(guess));
    assert.ok(!needsReview({ ...guess, score: 0.9 }));
    assert.ok(!needsReview({ ...guess, boilerplate: true }));
    assert.ok(!needsReview({ ...guess, state: 'accepted' }));
    assert.ok(needsReview({ ...guess, score: 0.9, state: 'changed' }));
    assert.ok(needsReview({ ...guess, score: 0.9, state: 'orphan' }));
  });
});
