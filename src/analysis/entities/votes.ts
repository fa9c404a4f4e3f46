import { spansOf, type Tagging } from './decode';
import { keyOf, mix } from './hash';
import { labelCount, last, outside, positionOf, taggedTypes, typeOf, unit } from './labels';
import type { Sheet } from './sheet';
import type { Casing } from './words';

/**
 * Second look (Ratinov & Roth 2009, "prediction aggregation"; Krishnan & Manning 2006): what the first
 * tagging said of the same word and the same name elsewhere in the article.
 */

/** Classes of a vote: O, then the types. */
const classes = 1 + taggedTypes.length;

interface WordVotes {
  readonly sums: Float64Array;
  count: number;
  /** Times the word was part of a longer name, by type and place (first, middle, last). */
  readonly parts: Int32Array;
}

export interface Votes {
  readonly tagging: Tagging;
  readonly words: Map<number, WordVotes>;
  /** Times a name of several words was given each type, by its hash. */
  readonly names: Map<number, Int32Array>;
  /** By token: hash of the name the first tagging put it in, or 0. */
  readonly nameOf: Int32Array;
  readonly counts: Uint8Array;
}

function classShares(
  probabilities: Float32Array,
  token: number,
  into: Float64Array,
  sign: number,
): void {
  const row = token * labelCount;
  into[0]! += sign * probabilities[row]!;
  for (let y = 1; y < labelCount; y++) into[1 + typeOf(y)]! += sign * probabilities[row + y]!;
}

function nameHash(sheet: Sheet, first: number, end: number): number {
  let hash = 17;
  for (let i = first; i <= end; i++) hash = mix(hash, sheet.types[i]!.id);
  return hash === 0 ? 1 : hash;
}

/** Gathers the votes of the article's own sentences in ordinary casing. */
export function gatherVotes(sheet: Sheet, tagging: Tagging): Votes {
  const words = new Map<number, WordVotes>();
  const names = new Map<number, Int32Array>();
  const nameOf = new Int32Array(sheet.tokens.count);
  const counts = new Uint8Array(sheet.tokens.count);
  const ordinary = (casing: Casing): boolean => casing === 'normal' || casing === 'lower';
  // In a text all in capitals they are all the evidence there is.
  const any = !sheet.sentences.some(({ boilerplate, casing }) => !boilerplate && ordinary(casing));
  for (const sentence of sheet.sentences) {
    if (sentence.boilerplate || !(any || ordinary(sentence.casing))) continue;
    counts.fill(1, sentence.from, sentence.to);
    for (let i = sentence.from; i < sentence.to; i++) {
      const type = sheet.types[i]!;
      if (!type.nameLike) continue;
      let votes = words.get(type.id);
      if (!votes) {
        votes = {
          sums: new Float64Array(classes),
          count: 0,
          parts: new Int32Array(3 * taggedTypes.length),
        };
        words.set(type.id, votes);
      }
      votes.count++;
      classShares(tagging.probabilities, i, votes.sums, 1);
    }
  }
  for (const span of spansOf(tagging)) {
    const hash = nameHash(sheet, span.first, span.last);
    nameOf.fill(hash, span.first, span.last + 1);
    if (counts[span.first] === 0) continue;
    const types = names.get(hash) ?? new Int32Array(taggedTypes.length);
    types[span.type]!++;
    names.set(hash, types);
    if (span.first === span.last) continue;
    for (let i = span.first; i <= span.last; i++) {
      const place = i === span.first ? 0 : i === span.last ? 2 : 1;
      const votes = words.get(sheet.types[i]!.id);
      if (votes) votes.parts[span.type * 3 + place]!++;
    }
  }
  return { tagging, words, names, nameOf, counts };
}

let kinds = 900;
const kind = (): number => kinds++;
const K = {
  label: kind(),
  labelBefore: kind(),
  labelAfter: kind(),
  share: kind(),
  best: kind(),
  bestOwn: kind(),
  none: kind(),
  part: kind(),
  bestPart: kind(),
  name: kind(),
  nameOwn: kind(),
  bestCasing: kind(),
};

function bucket(share: number): number {
  return share < 0.05
    ? 0
    : share < 0.25
      ? 1
      : share < 0.5
        ? 2
        : share < 0.75
          ? 3
          : share < 0.95
            ? 4
            : 5;
}

function few(count: number): number {
  return count < 3 ? count : count < 6 ? 3 : 4;
}

function largest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}

/** Room for the second-look features of one token. */
export const mostVoteFeatures = 32;
const others = new Float64Array(classes);

/** Keys of the second-look features of a token, written into `out`; returns how many. */
export function voteFeatures(
  sheet: Sheet,
  votes: Votes,
  i: number,
  casing: number,
  out: Int32Array,
): number {
  const { labels, probabilities } = votes.tagging;
  const own = labels[i]!;
  const sure = bucket(probabilities[i * labelCount + own]!);
  let n = 0;
  const add = (of: number, value: number): void => {
    out[n++] = keyOf(mix(of, value));
  };
  add(K.label, own * 8 + sure);
  add(K.labelBefore, own * 32 + (i > 0 ? labels[i - 1]! : 0));
  add(K.labelAfter, own * 32 + (i + 1 < labels.length ? labels[i + 1]! : 0));
  const type = sheet.types[i]!;
  const word = type.nameLike ? votes.words.get(type.id) : undefined;
  const counted = votes.counts[i]!;
  const count = (word?.count ?? 0) - counted;
  if (!word || count <= 0) {
    add(K.none, own);
    return n;
  }
  others.set(word.sums);
  if (counted === 1) classShares(probabilities, i, others, -1);
  const best = largest(others);
  const share = bucket(others[best]! / count);
  add(K.best, (best * 8 + share) * 8 + few(count));
  add(K.bestOwn, ((best * 8 + share) * 32 + own) * 8 + sure);
  add(K.bestCasing, (best * 8 + share) * 8 + casing);
  for (let c = 0; c < classes; c++) add(K.share, c * 8 + bucket(others[c]! / count));
  partFeatures(word, votes, i, own, best, add);
  nameFeatures(votes, i, own, sure, add);
  return n;
}

/** Is the word part of longer names elsewhere: "Putin" is the last word of a person's. */
function partFeatures(
  word: WordVotes,
  votes: Votes,
  i: number,
  own: number,
  best: number,
  add: (of: number, value: number) => void,
): void {
  const { parts } = word;
  let top = -1;
  let most = 0;
  for (let part = 0; part < parts.length; part++) {
    // Its own place does not count as "elsewhere".
    const mine = votes.counts[i] === 1 && isPart(own, part) ? 1 : 0;
    const times = parts[part]! - mine;
    if (times <= 0) continue;
    add(K.part, part);
    if (times > most) {
      most = times;
      top = part;
    }
  }
  if (top >= 0) add(K.bestPart, (top * 32 + own) * 8 + best);
}

function isPart(label: number, part: number): boolean {
  if (label === outside || positionOf(label) === unit) return false;
  const position = positionOf(label);
  const place = position === last ? 2 : position === 0 ? 0 : 1;
  return typeOf(label) * 3 + place === part;
}

function nameFeatures(
  votes: Votes,
  i: number,
  own: number,
  sure: number,
  add: (of: number, value: number) => void,
): void {
  const types = votes.names.get(votes.nameOf[i]!);
  if (!types || own === outside) return;
  let best = -1;
  let most = 0;
  types.forEach((times, type) => {
    const elsewhere = times - (votes.counts[i] === 1 && type === typeOf(own) ? 1 : 0);
    if (elsewhere > most) {
      most = elsewhere;
      best = type;
    }
  });
  add(K.name, (best + 1) * 8 + few(most));
  add(K.nameOwn, ((best + 1) * 32 + own) * 8 + sure);
}
