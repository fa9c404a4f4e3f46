import type { Row } from './rows';
import { mixHash } from './words';

/** Buckets of the hashed words; a power of two. */
export const hashedBuckets = 1 << 15;
const mask = hashedBuckets - 1;
const mostWords = 40;

/** The weights of a logistic regression over hashed words and word pairs (feature hashing, Weinberger et al. 2009). */
export interface HashedModel {
  readonly weights: Int8Array;
  readonly scale: number;
}

/** Writes the buckets of a row to `into` and returns how many: its words and pairs of words, at both ends marked. */
export function hashedFeatures(row: Row, into: Int32Array): number {
  const { hashes } = row;
  const count = Math.min(hashes.length, mostWords);
  let n = 0;
  const size = row.words < 4 ? row.words : row.words < 8 ? 5 : row.words < 16 ? 6 : 7;
  let last = 0x51ed27;
  for (let i = 0; i < count; i++) {
    const hash = hashes[i]!;
    into[n++] = mixHash(hash, size > 5 ? 1 : 2) & mask;
    into[n++] = mixHash(last, hash) & mask;
    last = hash;
  }
  if (row.words <= mostWords) into[n++] = mixHash(last, 0x2f0b44) & mask;
  if (row.words <= 8) into[n++] = mixHash(row.key, 0x77e1) & mask;
  return n;
}

/** Room that `hashedFeatures` needs at most. */
export const hashedRoom = 2 * mostWords + 2;

/** The regression's log odds for each row. */
export function scoreHashed(rows: readonly Row[], { weights, scale }: HashedModel): Float32Array {
  const buckets = new Int32Array(hashedRoom);
  return Float32Array.from(rows, (row) => {
    const count = hashedFeatures(row, buckets);
    let sum = 0;
    for (let i = 0; i < count; i++) sum += weights[buckets[i]!]!;
    return (sum * scale) / Math.sqrt(Math.max(1, count));
  });
}
