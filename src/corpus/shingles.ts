import { mixHash } from './hash';

const sampling = 4;
const mostShingles = 512;

/**
 * Hashes of a text's three-word shingles, every fourth by value kept (sampling modulo, Broder 1997), so that equal
 * stretches of two texts keep equal samples wherever they stand. Ascending, without repeats.
 * @param lines a hash for each word of each line
 */
export function shinglesOf(lines: Iterable<readonly number[]>): Uint32Array {
  const kept = new Set<number>();
  for (const words of lines) {
    for (let i = 2; i < words.length; i++) {
      const shingle = mixHash(mixHash(words[i - 2]!, words[i - 1]!), words[i]!);
      if (shingle % sampling === 0) kept.add(shingle);
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
