import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { renderMessage } from '../../src/analysis/message';
import { Corpus } from '../../src/corpus/index';
import { bakery, entryOf, ferry, quakes } from './corpus.samples';

const entries = () => [
  ...quakes.map((text, i) => entryOf(`quake${i}.txt`, text)),
  ...ferry.map((text, i) => entryOf(`ferry${i}.txt`, text)),
  entryOf('bakery.txt', bakery),
];
const filled = (): Corpus => {
  const corpus = new Corpus();
  corpus.apply(entries(), []);
  return corpus;
};
const articlesOf = (corpus: Corpus, id: string): string[] =>
  [...corpus.eventOf(id)!.articles].sort();

/** A text that shares some words with others of its kind and has some of its own. */
const overlapping = (name: string, shared: number, own: number): string => {
  const words = (of: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `${of}${i}`);
  return [...words('common', shared), ...words(name, own)].join(' and ');
};

describe('corpus', () => {
  it('puts reports of one happening into one event and others elsewhere', () => {
    const corpus = filled();
    assert.deepEqual(articlesOf(corpus, 'quake0.txt'), ['quake0.txt', 'quake1.txt', 'quake2.txt']);
    assert.deepEqual(articlesOf(corpus, 'ferry0.txt'), ['ferry0.txt', 'ferry1.txt']);
    assert.deepEqual(articlesOf(corpus, 'bakery.txt'), ['bakery.txt']);
    assert.equal(corpus.events().length, 3);
  });

  it('gives the same events whatever the order of files, alone or one by one', () => {
    const shape = (corpus: Corpus): string[] =>
      corpus
        .events()
        .map(({ articles }) => [...articles].sort().join(' '))
        .sort();
    const backwards = new Corpus();
    for (const entry of entries().reverse()) backwards.apply([entry], []);
    assert.deepEqual(shape(backwards), shape(filled()));
  });

  it('finds the same events in a large folder, whether their articles come at once or one by one', () => {
    const others = Array.from({ length: 200 }, (_, i) =>
      entryOf(`other${i}.txt`, `Story ${i} of Town${i}\nThing${i} met Person${i} about plan${i}.`),
    );
    for (const [shared, own] of [
      [2, 12],
      [3, 12],
      [4, 10],
    ] as const) {
      const floods = Array.from({ length: 10 }, (_, i) =>
        entryOf(`flood${i}.txt`, `Flood in Vesterby\n${overlapping(`flood${i}`, shared, own)}`),
      );
      const [atOnce, oneByOne] = [new Corpus(), new Corpus()];
      atOnce.apply([...others, ...floods], []);
      oneByOne.apply(others, []);
      for (const entry of floods) oneByOne.apply([entry], []);
      for (const { id } of floods) {
        assert.deepEqual(articlesOf(oneByOne, id), articlesOf(atOnce, id), `${shared} of ${own}`);
      }
    }
  });

  it('wants reports of different times to be more alike than those of one day', () => {
    const isOne = (shared: number, day?: string): boolean => {
      const [first, second] = [overlapping('first', shared, 60), overlapping('second', shared, 60)];
      const corpus = new Corpus();
      corpus.apply([entryOf('a.txt', first, '2024-05-03'), entryOf('b.txt', second, day)], []);
      return corpus.eventIdOf('a.txt') === corpus.eventIdOf('b.txt');
    };
    const shares = Array.from({ length: 30 }, (_, i) => i);
    const ones = (day?: string): number[] => shares.filter((shared) => isOne(shared, day));
    assert.ok(ones('2024-09-03').length < ones('2024-05-04').length);
    assert.deepEqual(ones(), ones('2024-05-04'), 'an unknown day is no evidence');
    assert.ok(isOne(29, '2024-09-03'), 'a follow-up months later stays with its story');
  });

  it('keeps the ids of events, and titles, while their whole folder is renamed', () => {
    const corpus = filled();
    const ids = (): string[] =>
      corpus
        .events()
        .map(({ id }) => id)
        .sort();
    const before = ids();
    const { id: quake } = corpus.eventOf('quake0.txt')!;
    corpus.setTitles(new Map([[quake, 'By hand']]));
    const renamed = entries().map((entry) => ({ ...entry, id: `moved/${entry.id}` }));
    const gone = entries().map(({ id }) => id);
    // As a watcher tells it: some new names first, then the old ones, then the rest.
    corpus.apply(renamed.slice(0, 1), []);
    corpus.apply(renamed.slice(1, 2), gone);
    for (const entry of renamed.slice(2)) corpus.apply([entry], []);
    assert.deepEqual(ids(), before);
    assert.equal(corpus.eventOf('moved/quake0.txt')?.title, 'By hand');
  });

  it('keeps the id of an event while articles come, change and go', () => {
    const corpus = new Corpus();
    const [first, second, third] = quakes.map((text, i) => entryOf(`quake${i}.txt`, text));
    corpus.apply([first!, entryOf('bakery.txt', bakery)], []);
    const id = corpus.eventIdOf('quake0.txt');
    const grown = corpus.apply([second!, third!], []);
    assert.equal(corpus.eventIdOf('quake2.txt'), id);
    assert.deepEqual(grown.changed, [id]);
    corpus.apply([], ['quake0.txt']);
    assert.equal(corpus.eventIdOf('quake1.txt'), id);
    assert.equal(corpus.article('quake0.txt'), undefined);
  });

  it('moves an article whose text became another story, and reports both events', () => {
    const corpus = filled();
    const quake = corpus.eventIdOf('quake0.txt')!;
    const loaf = corpus.eventIdOf('bakery.txt')!;
    const { changed } = corpus.apply([entryOf('quake2.txt', `${bakery} The baker was proud.`)], []);
    assert.deepEqual(articlesOf(corpus, 'bakery.txt'), ['bakery.txt', 'quake2.txt']);
    assert.ok(changed.includes(quake) && changed.includes(loaf));
  });

  it('reports an event as removed when its last article goes', () => {
    const corpus = filled();
    const id = corpus.eventIdOf('bakery.txt')!;
    const { changed, removed } = corpus.apply([], ['bakery.txt', 'never-there.txt']);
    assert.deepEqual(removed, [id]);
    assert.ok(!changed.includes(id));
    assert.equal(corpus.event(id), undefined);
  });

  it('never overrules a pin, however much the folder grows', () => {
    const corpus = filled();
    const quake = corpus.eventIdOf('quake0.txt')!;
    corpus.setPins(new Map([['bakery.txt', quake]]));
    assert.ok(articlesOf(corpus, 'bakery.txt').includes('quake0.txt'));
    for (let i = 0; i < 100; i++)
      corpus.apply([entryOf(`more${i}.txt`, `${ferry[i % 2]!} Note ${i}.`)], []);
    corpus.regroup();
    assert.equal(corpus.eventIdOf('bakery.txt'), quake);
    assert.ok(articlesOf(corpus, 'bakery.txt').includes('quake0.txt'));
    assert.match(corpus.whyMember('bakery.txt').map(renderMessage).join('\n'), /by a person/);
  });

  it('leaves the rest of an event where it is when an article is taken out, then and after a reload', () => {
    const corpus = filled();
    const ferries = corpus.eventIdOf('ferry0.txt')!;
    for (const into of ['mine', ferries]) {
      const pins = new Map([
        ['quake0.txt', into],
        ...(into === ferries ? [['ferry0.txt', ferries] as const] : []),
      ]);
      const loaded = new Corpus();
      const brought = new Set(['quake0.txt']);
      loaded.setPins(pins, brought);
      loaded.apply(entries(), []);
      corpus.setPins(pins, brought);
      for (const one of [corpus, loaded]) {
        assert.equal(one.eventIdOf('quake0.txt'), into);
        assert.equal(one.eventIdOf('quake1.txt'), one.eventIdOf('quake2.txt'));
        assert.notEqual(one.eventIdOf('quake1.txt'), into);
        one.regroup();
        assert.notEqual(one.eventIdOf('quake1.txt'), into);
      }
    }
    corpus.setPins(new Map());
    assert.equal(articlesOf(corpus, 'quake0.txt').length, 3);
  });

  it('keeps pins of articles that come or change later in a large folder', () => {
    const corpus = filled();
    const quake = corpus.eventIdOf('quake0.txt')!;
    const others = Array.from({ length: 400 }, (_, i) =>
      entryOf(
        `other${i}.txt`,
        `Story ${i} of Town${i}\nThing${i} met Person${i} in Town${i} about plan${i}.`,
      ),
    );
    corpus.apply(others, []);
    corpus.setPins(
      new Map([
        ['late.txt', quake],
        ['other7.txt', quake],
      ]),
    );
    assert.deepEqual(articlesOf(corpus, 'other7.txt'), [
      'other7.txt',
      'quake0.txt',
      'quake1.txt',
      'quake2.txt',
    ]);
    corpus.apply([entryOf('late.txt', bakery)], []);
    corpus.apply([entryOf('other7.txt', ferry[0])], []);
    const whole = ['late.txt', 'other7.txt', 'quake0.txt', 'quake1.txt', 'quake2.txt'];
    assert.deepEqual(articlesOf(corpus, 'late.txt'), whole);
    assert.equal(corpus.eventIdOf('quake2.txt'), quake);
    corpus.setPins(new Map());
    assert.deepEqual(articlesOf(corpus, 'quake1.txt'), ['quake0.txt', 'quake1.txt', 'quake2.txt']);
    assert.deepEqual(articlesOf(corpus, 'late.txt'), ['bakery.txt', 'late.txt']);
    assert.equal(corpus.events().flatMap(({ articles }) => articles).length, corpus.size);
  });

  it('keeps pins when a folder is loaded anew, the founding article pinned too', () => {
    const former = filled();
    const quake = former.eventIdOf('quake0.txt')!;
    for (const pinned of ['quake0.txt', 'quake1.txt', 'bakery.txt']) {
      const corpus = new Corpus();
      corpus.setPins(new Map([[pinned, quake]]));
      corpus.apply(entries(), []);
      for (const id of ['quake0.txt', 'quake1.txt', 'quake2.txt', pinned]) {
        assert.equal(corpus.eventIdOf(id), quake, `${id} with ${pinned} pinned`);
      }
    }
  });

  it('keeps articles together or apart as a person said', () => {
    const corpus = filled();
    corpus.setConstraints({
      together: [['bakery.txt', 'ferry0.txt']],
      apart: [['quake0.txt', 'quake1.txt']],
    });
    assert.equal(corpus.eventIdOf('bakery.txt'), corpus.eventIdOf('ferry0.txt'));
    assert.notEqual(corpus.eventIdOf('quake0.txt'), corpus.eventIdOf('quake1.txt'));
    corpus.apply([entryOf('quake3.txt', quakes[2])], []);
    assert.notEqual(corpus.eventIdOf('quake0.txt'), corpus.eventIdOf('quake1.txt'));
  });

  it('splits more finely or broadly as asked', () => {
    const corpus = filled();
    const count = (): number => corpus.events().length;
    const normal = count();
    corpus.setGranularity('fine');
    assert.ok(count() >= normal);
    corpus.setGranularity('broad');
    assert.ok(count() <= normal);
  });

  it('can be regrouped in pieces, and a change in between leaves it whole', () => {
    const corpus = filled();
    const steps = corpus.regrouping();
    steps.next();
    corpus.apply([], ['bakery.txt']);
    while (!steps.next().done);
    assert.equal(corpus.events().flatMap(({ articles }) => articles).length, 5);
  });

  it('takes hostile articles: empty, one word, no letters, other scripts', () => {
    const corpus = new Corpus();
    const texts = [
      '',
      ' \n ',
      'x',
      '🙂🙂🙂',
      '—'.repeat(5000),
      'مرحبا بالعالم',
      '地震が東京を襲った。地震が東京を襲った。',
    ];
    corpus.apply(
      texts.map((text, i) => entryOf(`odd${i}`, text)),
      [],
    );
    assert.equal(corpus.events().flatMap(({ articles }) => articles).length, texts.length);
    for (let i = 0; i < texts.length; i++) corpus.whyMember(`odd${i}`);
  });
});
