import { keyOf, mix } from './hash';
import type { Sentence, Sheet } from './sheet';
import type { WordType } from './words';

/** Places of the word attributes: the word itself, one before, one after, two before, two after. */
export const places = [0, 1, 2, 3, 4] as const;
export type Place = (typeof places)[number];

export function attributesAt(type: WordType, place: Place): Int32Array {
  if (place === 0) return type.own;
  return place <= 2 ? type.near : type.far;
}

export function placedKey(attribute: number, place: Place): number {
  return keyOf(mix(attribute, place + 1));
}

/** The key of an attribute the whole text gives to a word. */
export function documentKey(attribute: number): number {
  return keyOf(mix(attribute, 77));
}

/** The word types around token `i`, by place. */
export function typeAt(sheet: Sheet, sentence: Sentence, i: number, place: Place): WordType {
  const at =
    place === 0 ? i : place === 1 ? i - 1 : place === 2 ? i + 1 : place === 3 ? i - 2 : i + 2;
  return at < sentence.from || at >= sentence.to ? sheet.edge : sheet.types[at]!;
}

let kinds = 400;
const kind = (): number => kinds++;
const K = {
  words01: kind(),
  words12: kind(),
  words02: kind(),
  middle01: kind(),
  middle12: kind(),
  middle02: kind(),
  coarse012: kind(),
  shapes012: kind(),
  shapesLeft: kind(),
  shapesRight: kind(),
  shapeBefore: kind(),
  shapeAfter: kind(),
  coarseLeft: kind(),
  coarseRight: kind(),
  runBefore: kind(),
  runAfter: kind(),
  runBeforeMiddle: kind(),
  runAfterMiddle: kind(),
  runLast: kind(),
  runLastMiddle: kind(),
  runFirstMiddle: kind(),
  runPlace: kind(),
  first: kind(),
  firstMiddle: kind(),
  listed: kind(),
  listedBefore: kind(),
  listedAfter: kind(),
  listedAll: kind(),
  listedShape: kind(),
  casing: kind(),
  sportListed: kind(),
  sportShape: kind(),
  sportMiddle: kind(),
};

export const casingNumber = { normal: 0, upper: 1, title: 2, lower: 3 } as const;

function key(of: number, value: number): number {
  return keyOf(mix(of, value));
}

/** The gazetteer bits of cities, regions, countries and organisations. */
const places4 = 0x000f_0fff;

/** Room for the local features of one token. */
export const mostLocalFeatures = 120;

/**
 * Keys of the features that belong to one place in the text (everything but the word attributes and the
 * document attributes). Writes them into `out` and returns how many.
 */
export function localFeatures(
  sheet: Sheet,
  sentence: Sentence,
  i: number,
  out: Int32Array,
): number {
  const before2 = typeAt(sheet, sentence, i, 3);
  const before = typeAt(sheet, sentence, i, 1);
  const own = typeAt(sheet, sentence, i, 0);
  const after = typeAt(sheet, sentence, i, 2);
  const after2 = typeAt(sheet, sentence, i, 4);
  let n = 0;
  out[n++] = key(K.words01, mix(before.id, own.id));
  out[n++] = key(K.words12, mix(own.id, after.id));
  out[n++] = key(K.words02, mix(before.id, after.id));
  out[n++] = key(K.middle01, mix(before.middle, own.middle));
  out[n++] = key(K.middle12, mix(own.middle, after.middle));
  out[n++] = key(K.middle02, mix(before.middle, after.middle));
  out[n++] = key(K.coarse012, mix(mix(before.coarse, own.coarse), after.coarse));
  out[n++] = key(K.shapes012, mix(mix(before.shape, own.shape), after.shape));
  out[n++] = key(K.shapesLeft, mix(mix(before2.shape, before.shape), own.shape));
  out[n++] = key(K.shapesRight, mix(mix(own.shape, after.shape), after2.shape));
  out[n++] = key(K.shapeBefore, mix(own.shape, before.id));
  out[n++] = key(K.shapeAfter, mix(own.shape, after.id));
  out[n++] = key(K.coarseLeft, mix(mix(before2.coarse, before.coarse), own.shape));
  out[n++] = key(K.coarseRight, mix(mix(after.coarse, after2.coarse), own.shape));
  out[n++] = key(K.casing, casingNumber[sentence.casing]);
  const sport = sheet.sport * 3 + sentence.sport;
  out[n++] = key(K.sportListed, mix(sport, sheet.listed[i]! & places4));
  out[n++] = key(K.sportShape, mix(sport, own.shape));
  out[n++] = key(K.sportMiddle, mix(sport, own.middle));
  n = runFeatures(sheet, sentence, i, out, n);
  n = listFeatures(sheet, sentence, i, out, n);
  if (i === sentence.from) {
    out[n++] = key(K.first, own.shape);
    out[n++] = key(K.firstMiddle, own.middle);
  }
  return n;
}

/** The run of capitalised words around the token: what stands before and after it, how it begins and ends. */
function runFeatures(
  sheet: Sheet,
  sentence: Sentence,
  i: number,
  out: Int32Array,
  at: number,
): number {
  const from = sheet.runFrom[i]!;
  if (from < 0) return at;
  const to = sheet.runTo[i]!;
  const before = from > sentence.from ? sheet.types[from - 1]! : sheet.edge;
  const after = to + 1 < sentence.to ? sheet.types[to + 1]! : sheet.edge;
  const ending = sheet.types[to]!;
  const start = sheet.types[from]!;
  const place = Math.min(i - from, 3) * 4 + Math.min(to - i, 3);
  let n = at;
  out[n++] = key(K.runPlace, place);
  out[n++] = key(K.runBefore, mix(before.id, place));
  out[n++] = key(K.runAfter, mix(after.id, place));
  out[n++] = key(K.runBeforeMiddle, mix(before.middle, Math.min(i - from, 2)));
  out[n++] = key(K.runAfterMiddle, mix(after.middle, Math.min(to - i, 2)));
  if (from < to) {
    out[n++] = key(K.runLast, mix(ending.id, Math.min(to - i, 2)));
    out[n++] = key(K.runLastMiddle, mix(ending.middle, Math.min(to - i, 2)));
    out[n++] = key(K.runFirstMiddle, mix(start.middle, Math.min(i - from, 2)));
  }
  return n;
}

function bits(of: number, listed: number, out: Int32Array, at: number): number {
  let n = at;
  let rest = listed;
  while (rest !== 0) {
    const bit = 31 - Math.clz32(rest);
    out[n++] = key(of, bit);
    rest &= ~(1 << bit);
  }
  return n;
}

function listFeatures(
  sheet: Sheet,
  sentence: Sentence,
  i: number,
  out: Int32Array,
  at: number,
): number {
  const own = sheet.listed[i]!;
  const before = i > sentence.from ? sheet.listed[i - 1]! : 0;
  const after = i + 1 < sentence.to ? sheet.listed[i + 1]! : 0;
  let n = bits(K.listed, own, out, at);
  n = bits(K.listedBefore, before, out, n);
  n = bits(K.listedAfter, after, out, n);
  if (own !== 0) {
    out[n++] = key(K.listedAll, own);
    out[n++] = key(K.listedShape, mix(own, sheet.types[i]!.shape));
  }
  return n;
}
