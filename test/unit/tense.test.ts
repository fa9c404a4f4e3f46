import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readTense, type Tense } from '../../src/analysis/tense';

const sentences: Readonly<Record<Tense, readonly string[]>> = {
  future: [
    'Russia, Iran To Ink Partnership On Military Cooperation',
    'Moscow has confirmed that the two presidents will sign “a long-awaited pact” amid growing ties.',
    'Russia, Iran to sign strategic partnership agreement on Jan. 17',
    'Iran and Russia Set to Sign 20-Year Strategic Partnership',
    'Port strike expected to begin Monday',
    'Harbour union plans to strike next week',
    'The company said it would cut 11,000 jobs.',
    'Ferry firm is to close two routes',
  ],
  present: [
    'Iran, Russia Sign Pact On Military, Trade Cooperation',
    'Storm kills 12 in Ostrava',
    'Storm Death Toll Rises to 14',
    'Minister resigns after ferry disaster',
    'Quake hits coast',
    'Court Sentences Former Mayor to Six Years',
    'Northline agrees to buy Kestrel',
    'Police are investigating a fire at the port.',
  ],
  past: [
    'The treaty was signed on Friday in Ostrava.',
    'Both leaders signed the pact, which will run for 20 years, on Friday.',
    'Kestrel shareholders approved the merger',
    'The minister said that both sides signed the pact.',
    'At least 12 people have died in the storm.',
  ],
};

describe('readTense', () => {
  for (const [tense, examples] of Object.entries(sentences)) {
    for (const sentence of examples) {
      it(`reads "${sentence}" as ${tense}`, () => {
        assert.equal(readTense(sentence), tense);
      });
    }
  }

  it('tells nothing where there is no verb', () => {
    for (const sentence of ['', 'Ostrava', 'Harbour in pictures', '12,000', '🎉']) {
      assert.equal(readTense(sentence), undefined);
    }
  });

  it('reads no more than a sentence of hostile text', () => {
    for (const piece of ['to ', '“', '(', ', who a', 'will', '.']) readTense(piece.repeat(1e5));
  });
});
