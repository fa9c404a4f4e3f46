import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createDigest } from '../../src/corpus/digest';
import { cleanTitle } from '../../src/corpus/title';
import { plainArticle } from '../bench/plain-article';
import { entryOf, ferry } from './corpus.samples';

describe('digest', () => {
  it('makes a card without help from the analysis', () => {
    const { card } = entryOf('ferry.txt', ferry[0], '2025-03-01');
    assert.equal(card.title, 'Ferry runs aground off Sandholm');
    assert.equal(card.day, '2025-03-01');
    assert.equal(card.firstSentence, 'Ferry runs aground off Sandholm');
    assert.deepEqual(card.names, []);
  });

  it('survives the way through a thread', () => {
    const entry = entryOf('ferry.txt', ferry[0]);
    assert.deepEqual(structuredClone(entry), entry);
  });

  it('stays small for a huge text, and in time', () => {
    const text = Array.from({ length: 60_000 }, (_, i) => `word${i} Name${i % 977}`).join(' ');
    const { features, card } = entryOf('huge.txt', text);
    const { terms, stream, shingles } = features;
    const bytes = terms.buffer.byteLength + features.labels.length;
    assert.ok(bytes < 12_000, String(bytes));
    assert.ok(terms.length > 0 && stream.length > 0 && shingles.length > 0);
    assert.ok(card.title.length <= 160);
  });

  it('leaves boilerplate out', () => {
    const text = 'Ferry runs aground\nSubscribe to our newsletter';
    const article = plainArticle(text);
    const lines = article.lines.map((line, i) =>
      i === 1 ? { ...line, kind: 'promo' as const } : line,
    );
    const digest = createDigest(new Uint8Array([0x44, 0x42, 0x47, 0x31, 0, 0, 0, 0]));
    assert.doesNotMatch(digest('a', text, { ...article, lines }).features.labels, /newsletter/i);
    assert.match(digest('a', text, article).features.labels, /newsletter/i);
  });

  it('refuses a background that is none', () => {
    assert.throws(() => createDigest(new Uint8Array(3)), RangeError);
    assert.throws(() => createDigest(new Uint8Array(64)), RangeError);
  });
});

describe('cleanTitle', () => {
  const cases: [string, string][] = [
    ['Ferry runs aground off Sandholm | The Daily Post', 'Ferry runs aground off Sandholm'],
    ['Ferry runs aground off Sandholm - BBC News', 'Ferry runs aground off Sandholm'],
    ['Ferry runs aground – all are safe', 'Ferry runs aground – all are safe'],
    ['LIVE: Ferry runs aground', 'Ferry runs aground'],
    ['🚀 Ferry runs aground', 'Ferry runs aground'],
    ['Ferry runs aground [video]', 'Ferry runs aground'],
    ['FERRY RUNS AGROUND OFF SANDHOLM', 'Ferry Runs Aground Off Sandholm'],
    ['  Ferry \t runs\n aground ', 'Ferry runs aground'],
    ['', ''],
  ];
  for (const [headline, title] of cases) {
    it(`makes ${JSON.stringify(headline)} printable`, () => {
      assert.equal(cleanTitle(headline), title);
    });
  }
});
