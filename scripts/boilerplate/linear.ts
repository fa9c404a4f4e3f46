import {
  hashedBuckets,
  hashedFeatures,
  hashedRoom,
  type HashedModel,
} from '../../src/analysis/boilerplate/hashed';
import type { Row } from '../../src/analysis/boilerplate/rows';
import { makeRandom } from './random';

export interface LinearRow {
  readonly row: Row;
  readonly label: number;
  readonly weight: number;
}

const epochs = 5;
const rate = 0.25;
const decay = 3e-6;

/** Logistic regression over hashed words by AdaGrad (Duchi et al. 2011), rounded to bytes. */
export function trainHashed(rows: readonly LinearRow[], seed: number): HashedModel {
  const random = makeRandom(seed);
  const weights = new Float32Array(hashedBuckets);
  const squares = new Float32Array(hashedBuckets).fill(0.1);
  const order = Int32Array.from(rows, (_row, i) => i);
  const buckets = new Int32Array(hashedRoom);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const index of order) {
      const { row, label, weight } = rows[index]!;
      const count = hashedFeatures(row, buckets);
      if (count === 0) continue;
      const norm = 1 / Math.sqrt(count);
      let sum = 0;
      for (let i = 0; i < count; i++) sum += weights[buckets[i]!]!;
      const error = weight * (1 / (1 + Math.exp(-sum * norm)) - label) * norm;
      for (let i = 0; i < count; i++) {
        const bucket = buckets[i]!;
        const gradient = error + decay * weights[bucket]!;
        squares[bucket]! += gradient * gradient;
        weights[bucket]! -= (rate * gradient) / Math.sqrt(squares[bucket]!);
      }
    }
  }
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = Math.min(largest, 4) / 127;
  return {
    scale,
    weights: Int8Array.from(weights, (weight) =>
      Math.max(-127, Math.min(127, Math.round(weight / scale))),
    ),
  };
}
