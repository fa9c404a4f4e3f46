import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { originalOf } from '../../src/corpus/duplicates';
import { Corpus } from '../../src/corpus/index';
import { entryOf, ferry } from './corpus.samples';

const sentences = Array.from(
  { length: 24 },
  (_, i) =>
    `On day ${i + 1} the council of Varnholm heard witness number ${i * 7 + 3} speak about the ${['bridge', 'tunnel', 'harbour', 'mill', 'school', 'quarry'][i % 6]!} and its ${['cost', 'owner', 'danger', 'history'][i % 4]!} before voting.`,
);
const wire = sentences.join(' ');

describe('reports that are the same', () => {
  it('have one original, also where they name each other in a circle', () => {
    // 4 → 5 → 3 → 1 → 5, as happens when articles are changed one after the other
    const sameAs = [undefined, 5, undefined, 1, 5, 3];
    const all = new Set([1, 3, 4, 5]);
    const originals = [...all].map((slot) => originalOf(slot, all, sameAs));
    assert.deepEqual(originals, [1, 1, 1, 1]);
  });
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
