import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Corpus } from '../../src/corpus/index';
import { ArticleStore } from '../../src/corpus/store';
import { entryOf, ferry } from './corpus.samples';

const sentences = Array.from(
  { length: 24 },
  (_, i) =>
    `On day ${i + 1} the council of Varnholm heard witness number ${i * 7 + 3} speak about the ${['bridge', 'tunnel', 'harbour', 'mill', 'school', 'quarry'][i % 6]!} and its ${['cost', 'owner', 'danger', 'history'][i % 4]!} before voting.`,
);
const wire = sentences.join(' ');

describe('reports that are the same', () => {
  // Each shares most of its text with the next, the first and the last less than makes one report.
  const facts = Array.from(
    { length: 30 },
    (_, i) =>
      `Witness${i} told judge${i} about mill${i} and quarry${i} before jury${i} left town${i}.`,
  );
  const versions = [0, 4, 8].map((from) => facts.slice(from, from + 18).join(' '));
  const entries = versions.map((text, i) => entryOf('abc'[i]!, text));
  const originals = (store: ArticleStore): [string, string | undefined][] =>
    store.all().map((slot) => {
      const original = store.sameAs[slot];
      return [store.entry(slot).id, original === undefined ? undefined : store.entry(original).id];
    });
  const storeOf = (order: readonly number[]): ArticleStore => {
    const store = new ArticleStore();
    for (const place of order) store.put(entries[place]!);
    return store;
  };
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];

  for (const order of orders) {
    it(`have the same original, put in as ${order.join(', ')}`, () => {
      assert.deepEqual(originals(storeOf(order)), [
        ['a', undefined],
        ['b', 'a'],
        ['c', 'b'],
      ]);
    });

    it(`find another once theirs is gone or changed, put in as ${order.join(', ')}`, () => {
      const store = storeOf(order);
      store.remove(store.slotOf('a')!);
      assert.deepEqual(originals(store), [
        ['b', undefined],
        ['c', 'b'],
      ]);
      store.put(entryOf('a', versions[2]!));
      assert.deepEqual(originals(store), [
        ['a', undefined],
        ['b', 'a'],
        ['c', 'a'],
      ]);
    });
  }
});

describe('copies', () => {
  it('tells an exact copy and calls the later article the copy', () => {
    const corpus = new Corpus();
    corpus.apply([entryOf('b', wire, '2025-01-02'), entryOf('a', wire, '2025-01-03')], []);
    assert.equal(corpus.copyOf('b'), undefined);
    assert.deepEqual(corpus.copyOf('a'), { article: 'b', share: 1 });
    assert.deepEqual(corpus.copiesOf('b'), ['a']);
  });

  it('tells a shortened and edited copy, with its share', () => {
    const corpus = new Corpus();
    const short = sentences.slice(0, 10).join(' ').replaceAll('council', 'board');
    corpus.apply([entryOf('wire', wire), entryOf('short', short)], []);
    const copy = corpus.copyOf('short');
    assert.equal(copy?.article, 'wire');
    assert.ok(copy.share > 0.5 && copy.share < 1, String(copy.share));
    assert.equal(corpus.copyOf('wire'), undefined);
  });

  it('tells a wire report inside a longer piece', () => {
    const corpus = new Corpus();
    const around = ferry.join(' ').repeat(1);
    corpus.apply(
      [
        entryOf(
          'longer',
          `${around}\n${wire}\n${Array.from({ length: 40 }, (_, i) => `Reader ${i} of Lomstad wrote letter ${i * 31} to the ${i}th editor.`).join(' ')}`,
        ),
        entryOf('wire', wire),
      ],
      [],
    );
    assert.ok(corpus.copyOf('wire') ?? corpus.copyOf('longer'));
  });

  it('forgets copies of what was removed, and finds the next', () => {
    const corpus = new Corpus();
    corpus.apply([entryOf('a', wire), entryOf('b', wire), entryOf('c', wire)], []);
    assert.equal(corpus.copyOf('c')?.article, 'a');
    corpus.apply([], ['a']);
    assert.equal(corpus.copyOf('b'), undefined);
    assert.equal(corpus.copyOf('c')?.article, 'b');
  });

  it('does not call two reports of one event copies', () => {
    const corpus = new Corpus();
    corpus.apply(
      ferry.map((text, i) => entryOf(`f${i}`, text)),
      [],
    );
    assert.equal(corpus.copyOf('f0'), undefined);
    assert.equal(corpus.copyOf('f1'), undefined);
  });

  it('keeps copies in one event', () => {
    const corpus = new Corpus();
    corpus.apply(
      [entryOf('a', wire), entryOf('b', `Special to the Post\n${wire}`), entryOf('c', ferry[0])],
      [],
    );
    assert.equal(corpus.eventIdOf('a'), corpus.eventIdOf('b'));
    assert.notEqual(corpus.eventIdOf('a'), corpus.eventIdOf('c'));
  });
});
