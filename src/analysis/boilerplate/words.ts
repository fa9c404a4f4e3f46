// What a UTF-16 code unit is to the word splitter.
const gap = 0;
const lower = 1;
const upper = 2;
const digit = 3;
const apostrophe = 4;
/** A script without spaces: each sign counts as a word. */
const ideograph = 5;

const classes = new Uint8Array(0x10000);
const lowered = new Uint16Array(0x10000);

for (let code = 0; code < 0x10000; code++) {
  lowered[code] = code;
  const char = String.fromCharCode(code);
  if (code >= 0x30 && code <= 0x39) classes[code] = digit;
  else if (code === 0x27 || code === 0x2019) classes[code] = apostrophe;
  else if ((code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af))
    classes[code] = ideograph;
  else if (code >= 0x41 && /[\p{L}\p{M}]/u.test(char)) {
    const low = char.toLowerCase();
    classes[code] = low === char ? lower : upper;
    if (low.length === 1) lowered[code] = low.charCodeAt(0);
  }
}

/** Does this code unit belong to a word? */
export function isWordCode(code: number): boolean {
  return classes[code] !== gap && classes[code] !== apostrophe;
}

const hashStart = 0x811c9dc5 | 0;
const hashStep = 0x01000193;

/**
 * What `scanWords` tells of each word.
 *
 * @param hash FNV-1a over the lower-cased letters
 * @param start offset of the first code unit
 * @param end offset past the last
 * @param uppers capital letters in it
 * @param digits digits in it
 */
export type WordSink = (
  hash: number,
  start: number,
  end: number,
  uppers: number,
  digits: number,
) => void;

/**
 * Gives every word of `text.slice(start, end)` in order. A word is a run of letters and digits of any script;
 * what follows an apostrophe up to two letters long ("Russia's", "don't") is dropped. Linear, allocates nothing.
 */
export function scanWords(text: string, start: number, end: number, sink: WordSink): void {
  let i = start;
  while (i < end) {
    const first = classes[text.charCodeAt(i)]!;
    if (first === gap || first === apostrophe) {
      i++;
      continue;
    }
    const from = i;
    let hash = hashStart;
    let uppers = 0;
    let digits = 0;
    for (; i < end; i++) {
      const code = text.charCodeAt(i);
      const kind = classes[code]!;
      if (kind === gap || kind === apostrophe) break;
      if (kind === ideograph && i > from) break;
      if (kind === upper) uppers++;
      else if (kind === digit) digits++;
      hash = Math.imul(hash ^ lowered[code]!, hashStep);
      if (kind === ideograph) {
        i++;
        break;
      }
    }
    sink(hash, from, i, uppers, digits);
    if (i < end && classes[text.charCodeAt(i)] === apostrophe) i = pastShortTail(text, i, end);
  }
}

function pastShortTail(text: string, at: number, end: number): number {
  let i = at + 1;
  while (i < end && i < at + 4 && isWordCode(text.charCodeAt(i))) i++;
  return i <= at + 3 ? i : at + 1;
}

/** The hashes of the words of a short text, in order. */
export function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  scanWords(text, 0, text.length, (hash) => hashes.push(hash));
  return hashes;
}

/** A lookup for the words of a space-separated list. */
export function wordSet(list: string): ReadonlySet<number> {
  return new Set(wordHashes(list));
}

/** Mixes a value into a hash. */
export function mixHash(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x5bd1e995);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed, 0x27d4eb2d);
}

/** The most frequent function words of English running text: their share tells prose from labels. */
export const stopWords = wordSet(
  `a about above after again against all also although always am among an and another any are around as at away
  back be became because become been before being below between both but by came can come could did do does doing
  don down during each either enough even ever every few first for from further get given go going got had has have
  having he her here hers herself him himself his how however i if in into is it its itself just last later least
  less like made make many may me might mine more most much must my myself near never next no nor not nothing now
  of off often on once one only or other others our ours out over own per perhaps put rather really said same say
  says see seem seen she should since so some something soon still such take than that the their theirs them
  themselves then there these they thing things this those though three through thus to together told too toward
  two under until up upon us use used very want was way we well went were what when where whether which while who
  whole whom whose why will with within without would yet you your yours yourself`,
);

/** Tells in one look which lists a word stands in: `flags` has bit n set for a word of the n-th list. */
export function wordFlags(...lists: readonly ReadonlySet<number>[]): (hash: number) => number {
  const mask = 8191;
  /** Most words stand in no list; this sorts them out without a look into the map. */
  const maybe = new Uint8Array(mask + 1);
  const flags = new Map<number, number>();
  for (const [n, list] of lists.entries())
    for (const hash of list) {
      flags.set(hash, (flags.get(hash) ?? 0) | (1 << n));
      maybe[hash & mask] = 1;
    }
  return (hash) => (maybe[hash & mask] === 0 ? 0 : (flags.get(hash) ?? 0));
}
