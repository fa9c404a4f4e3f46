import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { createDigest } from '../../src/corpus/digest';
import { Corpus } from '../../src/corpus/index';
import { plainArticle } from '../bench/plain-article';

const digest = createDigest(readFileSync('models/background.bin'));
const entry = (id: string, text: string) => digest(id, text, plainArticle(text));

const quake = [
  'Strong quake hits Velmora coast\nA magnitude 6.1 earthquake struck the coast of Velmora on Monday, and mayor Ilsa Tarn said 14 people were injured in the port.',
  'Velmora earthquake injures 14\nFourteen people, 14 in all, were injured when a 6.1 magnitude earthquake shook the port of Velmora, mayor Ilsa Tarn said.',
];
const bakery =
  'Baker wins prize for rye loaf\nThe Orsk bakery of Pavel Lind won the national bread prize for its dark rye loaf, baked in a wood oven.';

describe('corpus', () => {
  it('puts reports of one happening into one event and others elsewhere', () => {
    const corpus = new Corpus();
    corpus.apply([entry('a', quake[0]!), entry('b', quake[1]!), entry('c', bakery)], []);
    assert.deepEqual(new Set(corpus.eventOf('a')?.articles), new Set(['a', 'b']));
    assert.deepEqual(corpus.eventOf('c')?.articles, ['c']);
  });
});
