import { contextFeatures, featureCount, featureNames } from './featureNames';
import type { Page } from './page';
import { isProse, type Row } from './rows';
import { mixHash } from './words';

/** Scores beyond doubt are all the same to the neighbours. */
const surest = 4.5;
const far = 60;
const farBelow = 12;
const mostWords = 60;
const reaches = [2, 5, 10] as const;
const steps = [-3, -2, -1, 1, 2, 3] as const;
const firstParagraphs = 3;

const contextAt = featureCount - contextFeatures.length;
const bylineAt = featureNames.indexOf('byline');

/**
 * Writes what the first pass says of each row's surroundings: the scores of its neighbours, where the kept
 * paragraphs begin and end, and how much of the row's words comes again in them. Linear.
 *
 * @param scores log odds of the first pass
 */
export function addContext(page: Page, vectors: Float32Array, scores: Float32Array): void {
  const { rows, when } = page;
  const count = rows.length;
  const odds = scores.map((score) => Math.max(-surest, Math.min(surest, score)));
  const isKept = rows.map((row, i) => odds[i]! > 0 && isProse(row));
  const sumOdds = new Float64Array(count + 1);
  const sumWords = new Float64Array(count + 1);
  let words = 0;
  for (let i = 0; i < count; i++) {
    const most = Math.min(mostWords, rows[i]!.words);
    sumOdds[i + 1] = sumOdds[i]! + odds[i]!;
    sumWords[i + 1] = sumWords[i]! + most / (1 + Math.exp(-odds[i]!));
    words += most;
  }
  const kept = sumWords[count]!;
  const first = isKept.indexOf(true);
  const last = isKept.lastIndexOf(true);
  const echo = readEcho(rows, isKept, first);
  const openings = countOpenings(rows);
  let before = -1;
  const toKeptAfter = stepsTo(count, (i) => isKept[i]!, far);
  const toWhen = stepsTo(count, (i) => when[i]!, farBelow);
  const toByline = stepsTo(count, (i) => vectors[i * featureCount + bylineAt]! > 0, farBelow);
  let titlesBelow = 0;
  for (let i = 0; i < first; i++) if (rows[i]!.words >= 3) titlesBelow++;
  for (let i = 0; i < count; i++) {
    if (i < first && rows[i]!.words >= 3) titlesBelow--;
    let o = i * featureCount + contextAt;
    vectors[o++] = odds[i]!;
    for (const step of steps) vectors[o++] = odds[i + step] ?? -surest - 1;
    for (const reach of reaches) {
      const from = Math.max(0, i - reach);
      const to = Math.min(count, i + reach + 1);
      vectors[o++] = (sumOdds[to]! - sumOdds[from]!) / (to - from);
    }
    vectors[o++] = sumWords[i]!;
    vectors[o++] = kept - sumWords[i + 1]!;
    vectors[o++] = sumWords[i]! / Math.max(1, kept);
    vectors[o++] = kept / Math.max(1, words);
    vectors[o++] = before < 0 ? far : Math.min(far, i - before);
    vectors[o++] = toKeptAfter[i]!;
    vectors[o++] = first < 0 ? far : clamp(i - first);
    vectors[o++] = first < 0 ? far : clamp(i - last);
    vectors[o++] = echo.share[i]!;
    vectors[o++] = echo.often[i]!;
    vectors[o++] = echo.lead[i]!;
    vectors[o++] = echo.beside[i]!;
    vectors[o++] = i < first ? Math.min(20, titlesBelow) : -1;
    vectors[o++] = Math.min(8, openings.get(openingOf(rows[i]!)) ?? 0);
    vectors[o++] = toWhen[i]!;
    vectors[o++] = toByline[i]!;
    if (isKept[i]!) before = i;
  }
}

interface Echo {
  /** Share of a row's content words that come again in kept paragraphs. */
  readonly share: Float32Array;
  /** How many of them come more than once. */
  readonly often: Float32Array;
  /** Share that comes again in the first kept paragraphs. */
  readonly lead: Float32Array;
  /** How far the row is behind the best one above the first kept paragraph. */
  readonly beside: Float32Array;
}

function readEcho(rows: readonly Row[], isKept: readonly boolean[], first: number): Echo {
  const times = new Map<number, number>();
  const inLead = new Set<number>();
  let paragraphs = 0;
  for (const [i, row] of rows.entries()) {
    if (!isKept[i]!) continue;
    for (const hash of row.content) {
      times.set(hash, (times.get(hash) ?? 0) + 1);
      if (paragraphs < firstParagraphs) inLead.add(hash);
    }
    paragraphs++;
  }
  const share = new Float32Array(rows.length);
  const often = new Float32Array(rows.length);
  const lead = new Float32Array(rows.length);
  for (const [i, { content }] of rows.entries()) {
    const least = isKept[i]! ? 2 : 1;
    let again = 0;
    let leads = 0;
    for (const hash of content) {
      const known = times.get(hash) ?? 0;
      if (known >= least) again++;
      if (known > least) often[i]!++;
      if (inLead.has(hash)) leads++;
    }
    const total = Math.max(1, content.length);
    share[i] = again / total;
    lead[i] = leads / total;
    often[i] = Math.min(8, often[i]!);
  }
  const weight = (i: number) => share[i]! + 0.3 * often[i]!;
  let best = 0;
  for (let i = Math.max(0, first - far); i < first; i++)
    if (rows[i]!.words >= 3 && rows[i]!.words <= 30) best = Math.max(best, weight(i));
  return { share, often, lead, beside: share.map((_share, i) => weight(i) - best) };
}

/** Same for rows that open with the same three words: a title, and the title with the site's name behind it. */
function openingOf({ hashes }: Row): number {
  return mixHash(mixHash(hashes[0] ?? 0, hashes[1] ?? 0), hashes[2] ?? 0);
}

function countOpenings(rows: readonly Row[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    if (row.words < 3) continue;
    const opening = openingOf(row);
    counts.set(opening, (counts.get(opening) ?? 0) + 1);
  }
  return counts;
}

/** How many rows below the next one is that fits. */
function stepsTo(count: number, fits: (index: number) => boolean, most: number): Float32Array {
  const steps = new Float32Array(count);
  let next = most;
  for (let i = count - 1; i >= 0; i--) {
    steps[i] = next;
    next = fits(i) ? 1 : Math.min(most, next + 1);
  }
  return steps;
}

const clamp = (rows: number) => Math.max(-far, Math.min(far, rows));
