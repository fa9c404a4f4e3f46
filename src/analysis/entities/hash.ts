/** 32-bit hash of a string (FNV-1a over UTF-16 code units, with a final avalanche). */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return avalanche(hash);
}

/** Combines two hashes; the order matters. */
export function mix(a: number, b: number): number {
  return avalanche(Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca6b));
}

function avalanche(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x7feb352d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x846ca68b);
  return hash ^ (hash >>> 16);
}

/** Tables keep 24 bits of a hash: a stranger is taken for a member once in some hundred times, never worse. */
export const keyBits = 24;

export function keyOf(hash: number): number {
  return hash >>> (32 - keyBits);
}
