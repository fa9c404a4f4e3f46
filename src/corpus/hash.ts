/**
 * A 31-bit hash of a string (FNV-1a over UTF-16 code units, then the finalizer of MurmurHash3). 31 bits keep the
 * number a small integer in V8; among a million different terms about one in five thousand shares its hash.
 */
export function hashString(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finish(hash);
}

/** The hash of a term: odd for a number, even for anything else, so that a weight can tell them apart. */
export function hashTerm(key: string): number {
  const first = key.charCodeAt(0);
  const isNumber = first >= 48 && first <= 57;
  return (hashString(key) & ~1) | (isNumber ? 1 : 0);
}

/** Mixes one more number into a hash. */
export function mixHash(hash: number, next: number): number {
  return finish(Math.imul(hash, 31) + next);
}

function finish(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 1;
}
