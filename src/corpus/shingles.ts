import { hashString, mixHash } from './hash';

const sampling = 8;
const mostShingles = 256;
const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/**
 * Hashes of the text's three-word shingles, every eighth by value kept (sampling modulo, Broder 1997), so that equal
 * stretches of two texts keep equal samples wherever they stand. Ascending, without repeats.
 */
export function shinglesOf(lines: readonly string[]): Uint32Array {
  const kept = new Set<number>();
  for (const line of lines) {
    let first = 0;
    let second = 0;
    let count = 0;
    for (const [word] of line.toLowerCase().matchAll(words)) {
      const third = hashString(word);
      if (++count > 2) {
        const shingle = mixHash(mixHash(first, second), third);
        if (shingle % sampling === 0) kept.add(shingle);
      }
      first = second;
      second = third;
    }
  }
  const sorted = Uint32Array.from(kept).sort();
  return sorted.length > mostShingles ? sorted.slice(0, mostShingles) : sorted;
}

/** How many values two ascending lists share. */
export function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let i = 0;
  let j = 0;
  let shared = 0;
  while (i < a.length && j < b.length) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}
