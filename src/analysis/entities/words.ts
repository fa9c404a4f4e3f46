import { classAt, digit, lower, upper } from './characters';
import { hashString, mix } from './hash';

/** How a stretch of text is cased: what a capital letter proves in it. */
export type Casing = 'normal' | 'upper' | 'title' | 'lower';

/** What the features need to know of a word, the same wherever it stands. */
export interface WordType {
  readonly word: string;
  /** Hash of the word in lower case. */
  readonly id: number;
  readonly shape: number;
  /** Could this word be (part of) a name by its looks alone? */
  readonly nameLike: boolean;
  readonly isLower: boolean;
  /** Cluster at three depths; 0 for words the clusters do not know. */
  readonly fine: number;
  readonly middle: number;
  readonly coarse: number;
  /** Attribute hashes used for the word itself, for its neighbours, and for words two places off. */
  readonly own: Int32Array;
  readonly near: Int32Array;
  readonly far: Int32Array;
  /** Summed weights by place, filled by the tagger. */
  sums: Float32Array | undefined;
}

/** Cluster numbers of a word; 0 is "unknown" at every depth. */
export type ClusterOf = (word: string) => readonly [fine: number, middle: number, coarse: number];

const collapsed = new Map<string, number>();

/** "McDonald's" → "XxXx'x", runs collapsed to at most two signs. */
function shapeOf(word: string, casing: Casing): number {
  let shape = casing === 'normal' ? '' : casing.charAt(0);
  let before = '';
  let run = 0;
  for (let i = 0; i < word.length && i < 24; i++) {
    const kind = classAt(word, i);
    const sign = kind === upper ? 'X' : kind === lower ? 'x' : kind === digit ? '9' : word[i]!;
    run = sign === before ? run + 1 : 0;
    before = sign;
    if (run < 2) shape += sign;
  }
  let hash = collapsed.get(shape);
  if (hash === undefined) {
    hash = hashString(shape);
    if (collapsed.size < 10_000) collapsed.set(shape, hash);
  }
  return hash;
}

function hasUpper(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if (classAt(word, i) === upper) return true;
  }
  return false;
}

/** Names that write themselves small, in datelines above all. */
const smallNames = new Set(['dpa', 'dapd', 'afp', 'efe', 'ansa', 'belga']);

let kinds = 100;
const kind = (): number => kinds++;
const K = {
  word: kind(),
  lower: kind(),
  shape: kind(),
  fine: kind(),
  middle: kind(),
  coarse: kind(),
  suffix2: kind(),
  suffix3: kind(),
  suffix4: kind(),
  prefix2: kind(),
  prefix3: kind(),
  prefix4: kind(),
  shapeMiddle: kind(),
  shapeSuffix: kind(),
  lastPart: kind(),
  length: kind(),
};

/** Attributes of a word (Ratinov & Roth 2009; word clusters as in Miller et al. 2004, Turian et al. 2010). */
export function describeWord(word: string, casing: Casing, clusterOf: ClusterOf): WordType {
  const small = word.toLowerCase();
  const id = hashString(small);
  const shape = shapeOf(word, casing);
  const isCapital = hasUpper(word);
  let [fine, middle, coarse] = clusterOf(small);
  const hyphen = small.lastIndexOf('-');
  const lastPart = hyphen > 0 ? small.slice(hyphen + 1) : '';
  if (fine === 0 && lastPart !== '') [fine, middle, coarse] = clusterOf(lastPart);
  const suffix = (length: number): number => hashString(small.slice(-length));
  const prefix = (length: number): number => hashString(small.slice(0, length));
  const suffix3 = suffix(3);
  const own = [
    mix(K.lower, id),
    mix(K.shape, shape),
    mix(K.fine, fine),
    mix(K.middle, middle),
    mix(K.coarse, coarse),
    mix(K.suffix2, suffix(2)),
    mix(K.suffix3, suffix3),
    mix(K.suffix4, suffix(4)),
    mix(K.prefix2, prefix(2)),
    mix(K.prefix3, prefix(3)),
    mix(K.prefix4, prefix(4)),
    mix(K.shapeMiddle, mix(shape, middle)),
    mix(K.shapeSuffix, mix(shape, suffix3)),
    mix(K.length, Math.min(word.length, 8)),
  ];
  if (casing === 'normal') own.push(mix(K.word, hashString(word)));
  if (lastPart !== '') own.push(mix(K.lastPart, hashString(lastPart)));
  const near = [
    mix(K.lower, id),
    mix(K.shape, shape),
    mix(K.fine, fine),
    mix(K.middle, middle),
    mix(K.coarse, coarse),
    mix(K.suffix3, suffix3),
    mix(K.shapeMiddle, mix(shape, middle)),
  ];
  const far = [mix(K.lower, id), mix(K.shape, shape), mix(K.middle, middle), mix(K.coarse, coarse)];
  return {
    word,
    id,
    shape,
    nameLike: casing === 'lower' ? /[\p{L}\p{N}]/u.test(word) : isCapital || smallNames.has(word),
    isLower: classAt(word, 0) === lower && !isCapital,
    fine,
    middle,
    coarse,
    own: Int32Array.from(own),
    near: Int32Array.from(near),
    far: Int32Array.from(far),
    sums: undefined,
  };
}
