import { guessHeadline, leadOf } from '../structure/headline';
import { opensAsByline } from '../structure/names';
import { isReadTime } from '../structure/when';
import {
  contextFeatures,
  featureCount,
  firstPassCount,
  learnt,
  neighbour,
  offsets,
  sinceFamilies,
} from './featureNames';
import { phraseFamilies } from './lexicon';
import { readOverlap } from './overlap';
import type { Page } from './page';
import { isProse, likeness, type Row } from './rows';
import type { Verdict } from './verdict';

const far = 60;
/** Where the values of the hashed words start. */
const learntAt = firstPassCount - learnt.length;

const sinceIndices = sinceFamilies.map((family) => phraseFamilies.indexOf(family));
const exactCodes: Readonly<Record<string, number>> = {
  cms: 1,
  related: 2,
  duplicate: 3,
  copyright: 4,
  bio: 5,
};

/**
 * The features of all rows, `featureCount` each, row after row. Where the text is not English, those that rest
 * on English words are 0, so that a model trained the same way reads any language. The places of `addHashed`
 * and `addContext` are left 0. Linear.
 */
export function readFeatures(
  page: Page,
  verdicts: readonly (Verdict | undefined)[],
  english = page.english,
): Float32Array {
  const { rows, region } = page;
  const count = rows.length;
  const vectors = new Float32Array(count * featureCount);
  if (count === 0) return vectors;
  const headline = guessHeadline(page, (i) => verdicts[i] !== undefined);
  const lead = leadOf(page)[0] ?? -1;
  const overlap = readOverlap(page, headline);
  const prose = rows.map(isProse);
  const spoken = page.phrases.map((counts) => {
    let families = 0;
    if (english) for (const hits of counts) if (hits > 0) families++;
    return families;
  });
  const stopsOf = (row: Row) => (english && row.words > 0 ? row.stops / row.words : 0);
  const sumWords = cumulate(rows, (row) => Math.min(row.words, 100));
  const sumStops = cumulate(rows, (row) => (english ? row.stops : 0));
  const sumAll = cumulate(rows, (row) => row.words);
  const sumProse = cumulate(rows, (row, i) => (prose[i]! ? row.words : 0));
  const sumProseRows = cumulate(rows, (_row, i) => (prose[i]! ? 1 : 0));
  const sumSpoken = cumulate(rows, (_row, i) => spoken[i]!);
  const blankRows = rows.reduce((sum, row) => sum + (row.blankBefore ? 1 : 0), 0);
  const lastProse = new Int32Array(count).fill(-1);
  const nextProse = new Int32Array(count).fill(-1);
  for (let i = 1; i < count; i++) lastProse[i] = prose[i - 1]! ? i - 1 : lastProse[i - 1]!;
  for (let i = count - 2; i >= 0; i--) nextProse[i] = prose[i + 1]! ? i + 1 : nextProse[i + 1]!;
  const proseTotal = sumProse[count]!;
  const allTotal = Math.max(1, sumAll[count]!);
  const regionWords = sumProse[region.to]! - sumProse[region.from]!;
  const since = sinceFamilies.map(() => far);
  const firstWithKey = new Map<number, number>();
  const keyCounts = countBy(rows, ({ key }) => key);
  const firstWords = countBy(rows, ({ hashes }) => hashes[0] ?? 0);
  const lastWords = countBy(rows, ({ hashes }) => hashes.at(-1) ?? 0);
  let lastLikeness = 0;
  let o = 0;
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    const words = Math.max(1, row.words);
    vectors[o++] = Math.min(row.words, 200);
    vectors[o++] = Math.min(row.letters, 1000);
    vectors[o++] = row.letters / words;
    vectors[o++] = stopsOf(row);
    vectors[o++] = row.capitals / words;
    vectors[o++] = row.shouted / words;
    vectors[o++] = row.numbers / words;
    vectors[o++] = row.digits / (row.letters + 1);
    vectors[o++] = row.marks / words;
    vectors[o++] = row.commas;
    vectors[o++] = row.quoteMarks;
    vectors[o++] = row.brackets;
    vectors[o++] = row.codeMarks;
    vectors[o++] = row.separators;
    vectors[o++] = row.sentences;
    vectors[o++] = Math.min(row.longestWord, 60);
    vectors[o++] = row.humps;
    vectors[o++] = english ? row.youWords / words : 0;
    vectors[o++] = english ? row.weWords / words : 0;
    vectors[o++] = english ? row.saidWords : 0;
    vectors[o++] = row.ending;
    vectors[o++] = openingOf(row);
    vectors[o++] = row.blankBefore ? 1 : 0;
    vectors[o++] = row.blankAfter ? 1 : 0;
    vectors[o++] = row.words <= 30 && opensAsByline(row.text) ? 1 : 0;
    vectors[o++] = page.when[i]! ? 1 : 0;
    vectors[o++] = addressOf(row);
    vectors[o++] = isReadTime(row) ? 1 : 0;
    vectors[o++] = row.content.length / words;
    vectors[o++] = exactCodes[verdicts[i]?.kind ?? ''] ?? 0;
    const counts = page.phrases[i]!;
    for (const hits of counts) vectors[o++] = english ? Math.min(hits, 3) : 0;
    for (const offset of offsets) {
      const other = rows[i + offset];
      if (other === undefined) {
        vectors.fill(-1, o, o + neighbour.length);
        o += neighbour.length;
        continue;
      }
      vectors[o++] = Math.min(other.words, 200);
      vectors[o++] = stopsOf(other);
      vectors[o++] = other.capitals / Math.max(1, other.words);
      vectors[o++] = other.ending;
      vectors[o++] = page.when[i + offset]! ? 1 : 0;
      vectors[o++] = spoken[i + offset]!;
    }
    const before = lastProse[i]!;
    const after = nextProse[i]!;
    const shortBefore = prose[i]! ? 0 : Math.min(far, i - before - 1);
    const shortAfter = prose[i]! ? 0 : Math.min(far, (after < 0 ? count : after) - i - 1);
    vectors[o++] = i;
    vectors[o++] = count - 1 - i;
    vectors[o++] = i / count;
    vectors[o++] = sumProse[i]!;
    vectors[o++] = proseTotal - sumProse[i + 1]!;
    vectors[o++] = proseTotal === 0 ? 0 : sumProse[i]! / proseTotal;
    vectors[o++] = count;
    vectors[o++] = sumProseRows[count]!;
    vectors[o++] = proseTotal / allTotal;
    vectors[o++] = allTotal / count;
    vectors[o++] = blankRows / count;
    vectors[o++] = headline < 0 ? -2 * far : clamp(i - headline);
    vectors[o++] = lead < 0 ? -2 * far : clamp(i - lead);
    vectors[o++] = i >= region.from && i < region.to ? 1 : 0;
    vectors[o++] = clamp(i - region.from);
    vectors[o++] = clamp(i - region.to);
    vectors[o++] = proseTotal === 0 ? 0 : regionWords / proseTotal;
    vectors[o++] = shortBefore;
    vectors[o++] = shortAfter;
    vectors[o++] = Math.min(far, shortBefore + shortAfter);
    vectors[o++] = before < 0 ? far : Math.min(far, i - before);
    vectors[o++] = after < 0 ? far : Math.min(far, after - i);
    vectors[o++] = before < 0 ? 0 : Math.min(200, rows[before]!.words);
    vectors[o++] = after < 0 ? 0 : Math.min(200, rows[after]!.words);
    vectors[o++] = meanAround(sumWords, i, 2);
    vectors[o++] = meanAround(sumWords, i, 5);
    vectors[o++] = meanAround(sumWords, i, 10);
    vectors[o++] = meanAround(sumStops, i, 5) / Math.max(1, meanAround(sumAll, i, 5));
    vectors[o++] = meanAround(sumProseRows, i, 3);
    vectors[o++] = meanAround(sumProseRows, i, 10);
    vectors[o++] = meanAround(sumSpoken, i, 3);
    vectors[o++] = meanAround(sumSpoken, i, 10);
    vectors[o++] = sumWords[Math.min(count, i + 4)]! - sumWords[i + 1]!;
    vectors[o++] = sumWords[i]! - sumWords[Math.max(0, i - 3)]!;
    const nextLikeness = i + 1 < count ? likeness(row, rows[i + 1]!) : 0;
    o = overlap(i, vectors, o);
    vectors[o++] = lastLikeness;
    vectors[o++] = nextLikeness;
    lastLikeness = nextLikeness;
    const first = firstWithKey.get(row.key);
    vectors[o++] = Math.min(20, keyCounts.get(row.key)!);
    vectors[o++] = first === undefined ? 0 : Math.min(200, i - first);
    if (first === undefined) firstWithKey.set(row.key, i);
    vectors[o++] = Math.min(20, firstWords.get(row.hashes[0] ?? 0) ?? 0);
    vectors[o++] = Math.min(20, lastWords.get(row.hashes.at(-1) ?? 0) ?? 0);
    for (const [k, family] of sinceIndices.entries()) {
      if (english && counts[family]! > 0 && row.words <= 8) since[k] = 0;
      else since[k] = Math.min(far, since[k]! + 1);
      vectors[o++] = since[k]!;
    }
    o += learnt.length + contextFeatures.length;
  }
  return vectors;
}

/** Writes what the hashed words say of each row and its neighbours. */
export function addHashed(vectors: Float32Array, scores: Float32Array): void {
  const count = scores.length;
  const sums = prefixSums(scores);
  for (let i = 0, o = learntAt; i < count; i++, o += featureCount) {
    vectors[o] = scores[i]!;
    vectors[o + 1] = scores[i - 1] ?? 0;
    vectors[o + 2] = scores[i + 1] ?? 0;
    vectors[o + 3] = meanAround(sums, i, 2);
    vectors[o + 4] = meanAround(sums, i, 5);
  }
}

function prefixSums(scores: Float32Array): Float64Array {
  const sums = new Float64Array(scores.length + 1);
  for (let i = 0; i < scores.length; i++) sums[i + 1] = sums[i]! + scores[i]!;
  return sums;
}

function meanAround(sums: Float64Array, index: number, reach: number): number {
  const from = Math.max(0, index - reach);
  const to = Math.min(sums.length - 1, index + reach + 1);
  return (sums[to]! - sums[from]!) / (to - from);
}

const clamp = (rows: number) => Math.max(-far, Math.min(far, rows));

function countBy(rows: readonly Row[], of: (row: Row) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const value = of(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function cumulate(rows: readonly Row[], of: (row: Row, index: number) => number): Float64Array {
  const sums = new Float64Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++) sums[i + 1] = sums[i]! + of(rows[i]!, i);
  return sums;
}

/** What sort of sign opens the row: small letter, capital, digit, quote, bullet, other. */
function openingOf({ text }: Row): number {
  const code = text.charCodeAt(0);
  if (code >= 97 && code <= 122) return 1;
  if (code >= 65 && code <= 90) return 2;
  if (code >= 48 && code <= 57) return 3;
  if ('"“”\'‘«„'.includes(text.charAt(0))) return 4;
  if ('-–—*•·>#|+▸'.includes(text.charAt(0))) return 5;
  if (code === 40 || code === 91 || code === 64 || code === 169) return 6;
  return code > 0xbf ? 2 : 0;
}

function addressOf({ text, words }: Row): number {
  if (words > 60) return 0;
  if (text.includes('@')) return 2;
  return /https?:|www\.|\.com\b/.test(text) ? 1 : 0;
}
