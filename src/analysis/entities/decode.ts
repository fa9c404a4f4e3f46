import { labelCount, outside, positionOf, begin, inside, last, typeOf, unit } from './labels';
import type { Lattice } from './lattice';
import { islands, type Sheet } from './sheet';

/** A mention in tokens, `last` included, `type` as in `taggedTypes`. */
export interface TokenSpan {
  readonly first: number;
  readonly last: number;
  readonly type: number;
  readonly score: number;
}

/** What a tagger says of a whole sheet. */
export interface Tagging {
  readonly labels: Uint8Array;
  /** Probability of each label at each token. */
  readonly probabilities: Float32Array;
}

/** Most probable labels and their marginals for every stretch of the sheet. */
export function tag(sheet: Sheet, scores: Float32Array, lattice: Lattice): Tagging {
  const { count } = sheet.tokens;
  const labels = new Uint8Array(count);
  const probabilities = new Float32Array(count * labelCount);
  for (const sentence of sheet.sentences) {
    islands(sheet, sentence, (from, to) => {
      const length = to - from;
      const rows = scores.subarray(from * labelCount, to * labelCount);
      lattice.setScores(rows, length);
      lattice.marginals(length);
      lattice.decode(length, labels.subarray(from, to));
      const values = lattice.probabilities.subarray(0, length * labelCount);
      probabilities.set(values, from * labelCount);
    });
  }
  return { labels, probabilities };
}

/** The mentions that a label sequence spells, scored by their least certain token. */
export function spansOf({ labels, probabilities }: Tagging): TokenSpan[] {
  const spans: TokenSpan[] = [];
  let first = -1;
  let score = 1;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === outside) continue;
    const position = positionOf(label);
    if (position === begin || position === unit) {
      first = i;
      score = 1;
    }
    if (position === inside && first < 0) continue;
    score = Math.min(score, probabilities[i * labelCount + label]!);
    if (position === last || position === unit) {
      spans.push({ first, last: i, type: typeOf(label), score });
    }
  }
  return spans;
}
