import assert from 'node:assert/strict';
import { packEntry, unpackEntry } from '../../src/corpus/pack';
import type { CorpusEntry } from '../../src/corpus/entry';

const entry: CorpusEntry = {
  id: 'a/b.txt',
  hash: 'f00',
  card: {
    title: 'Zoë 😀 opens the bridge',
    authors: ['Ana Brandt'],
    day: '2026-03-01',
    language: 'en',
    words: 12,
    articleWords: 10,
    firstSentence: 'It is open.',
    names: [{ type: 'PER', name: 'Zoë', aliases: [], count: 2 }],
  },
  features: {
    terms: Uint32Array.of(1, 4_000_000_000),
    commonness: Uint8Array.of(3, 255),
    stream: Uint16Array.of(0, 1, 65_535),
    passages: Uint32Array.of(7),
    passageEnds: Uint16Array.of(3),
    labels: 'bridge\nZoë',
    labelled: Uint16Array.of(0, 1),
    days: Int32Array.of(-3, 20_513),
    shingles: Uint32Array.of(9),
  },
  lines: { hashes: Int32Array.of(-7, 0), words: Uint16Array.of(12, 0) },
};

describe('packed entries', () => {
  it('come back as they were, typed arrays included', () => {
    assert.deepEqual(unpackEntry(packEntry(entry)), entry);
  });

  it('come back from the middle of other bytes', () => {
    const packed = packEntry(entry);
    for (const shift of [1, 2, 3]) {
      const around = Buffer.alloc(packed.length + shift);
      around.set(packed, shift);
      assert.deepEqual(unpackEntry(around.subarray(shift)), entry);
    }
  });

  it('are refused when they are something else', () => {
    assert.throws(() => unpackEntry(Uint8Array.of(0x80)), /no corpus entry/);
    assert.throws(() => unpackEntry(packEntry(entry).subarray(0, 40)));
  });
});
