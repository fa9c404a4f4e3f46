import { isBoilerplate, type Line } from '../article';
import type { Structure } from '../structure';
import { scanWords, wordHashes } from './words';

/** A labelled line: `C` or `content`, `B` or `boilerplate`; other labels (headline, date…) are not scored. */
export interface GoldLine {
  readonly text: string;
  readonly label: string;
}

/** A labelled text; head facts are scored where they are given. */
export interface GoldText {
  readonly id: string;
  readonly lines: readonly GoldLine[];
  readonly title?: string | null;
  readonly authors?: readonly string[];
  /** Begins with `YYYY-MM-DD`. */
  readonly date?: string | null;
}

export interface PrecisionRecall {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How often something was right, of how many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** How well boilerplate and the article's head are told; shares from 0 to 1. */
export interface BoilerplateFigures {
  readonly texts: number;
  readonly lines: number;
  /** Mean over texts of the F1 of the bags of words kept and to be kept. */
  readonly wordF1: number;
  readonly content: PrecisionRecall;
  readonly boilerplate: PrecisionRecall;
  /** Share of boilerplate lines caught at the threshold that loses at most 0.5 % of content words, prose texts. */
  readonly caughtSafely: number;
  readonly headline: Share;
  /** Of texts with a line labelled author: one of them was found; of texts where one was named: it was right. */
  readonly author: Share;
  readonly authorPrecision: Share;
  readonly date: Share;
}

const safeLoss = 0.005;

/**
 * Scores a structure analysis against labelled lines, each text being its lines joined by line feeds.
 *
 * @param structure the analysis to score
 */
export function evaluateBoilerplate(
  golds: Iterable<GoldText>,
  structure: (text: string) => Structure,
): BoilerplateFigures {
  let texts = 0;
  let wordF1 = 0;
  const counts = { kept: 0, lost: 0, caught: 0, missed: 0 };
  const safe: ScoredLine[] = [];
  const shares = { headline: none(), author: none(), authorPrecision: none(), date: none() };
  for (const gold of golds) {
    const { text, byNumber } = joined(gold.lines);
    const found = structure(text);
    const scored = found.lines.flatMap((line) => {
      const isContent = contentOf(byNumber.get(line.number)!.label);
      return isContent === undefined ? [] : [{ line, isContent, words: countWords(text, line) }];
    });
    texts++;
    wordF1 += wordF1Of(text, scored);
    for (const { line, isContent } of scored) {
      const out = isBoilerplate(line.kind);
      counts[isContent ? (out ? 'lost' : 'kept') : out ? 'caught' : 'missed']++;
    }
    if (isProseText(scored)) safe.push(...scored);
    scoreHead(gold, found, shares);
  }
  const { kept, lost, caught, missed } = counts;
  return {
    texts,
    lines: kept + lost + caught + missed,
    wordF1: texts === 0 ? 0 : wordF1 / texts,
    content: precisionRecall(kept, missed, lost),
    boilerplate: precisionRecall(caught, lost, missed),
    caughtSafely: caughtSafely(safe),
    ...shares,
  };
}

interface ScoredLine {
  readonly line: Line;
  readonly isContent: boolean;
  readonly words: number;
}

function joined(lines: readonly GoldLine[]): { text: string; byNumber: Map<number, GoldLine> } {
  const byNumber = new Map<number, GoldLine>();
  const texts = lines.map((line, i) => {
    byNumber.set(i, line);
    return line.text.replace(/[\r\n]/g, ' ');
  });
  return { text: texts.join('\n'), byNumber };
}

function contentOf(label: string): boolean | undefined {
  if (label === 'C' || label === 'content') return true;
  return label === 'B' || label === 'boilerplate' ? false : undefined;
}

function countWords(text: string, { start, end }: Line): number {
  let words = 0;
  scanWords(text, start, end, () => words++);
  return words;
}

function wordF1Of(text: string, scored: readonly ScoredLine[]): number {
  const bag = new Map<number, number>();
  let wanted = 0;
  let given = 0;
  let shared = 0;
  for (const { line, isContent } of scored) {
    if (!isContent) continue;
    scanWords(text, line.start, line.end, (hash) => {
      bag.set(hash, (bag.get(hash) ?? 0) + 1);
      wanted++;
    });
  }
  for (const { line } of scored) {
    if (isBoilerplate(line.kind)) continue;
    scanWords(text, line.start, line.end, (hash) => {
      given++;
      const left = bag.get(hash) ?? 0;
      if (left === 0) return;
      bag.set(hash, left - 1);
      shared++;
    });
  }
  return wanted + given === 0 ? 1 : (2 * shared) / (wanted + given);
}

function precisionRecall(right: number, wrong: number, missed: number): PrecisionRecall {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return {
    precision,
    recall,
    f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Most words to keep stand in lines of ten words and more. */
function isProseText(scored: readonly ScoredLine[]): boolean {
  let all = 0;
  let long = 0;
  for (const { isContent, words } of scored) {
    if (!isContent) continue;
    all += words;
    if (words >= 10) long += words;
  }
  return long >= 0.8 * all;
}

function caughtSafely(scored: readonly ScoredLine[]): number {
  const furniture = ({ line }: ScoredLine) =>
    isBoilerplate(line.kind) ? line.score : 1 - line.score;
  const surest = [...scored].sort((a, b) => furniture(b) - furniture(a));
  const allowed = safeLoss * scored.reduce((sum, s) => sum + (s.isContent ? s.words : 0), 0);
  const all = scored.filter(({ isContent }) => !isContent).length;
  let lost = 0;
  let caught = 0;
  for (const { isContent, words } of surest) {
    if (isContent) lost += words;
    else caught++;
    if (lost > allowed) break;
  }
  return all === 0 ? 1 : caught / all;
}

interface Counter {
  right: number;
  of: number;
}

const none = (): Counter => ({ right: 0, of: 0 });

function count(counter: Counter, right: boolean): void {
  counter.of++;
  if (right) counter.right++;
}

function scoreHead(
  gold: GoldText,
  found: Structure,
  shares: Record<'headline' | 'author' | 'authorPrecision' | 'date', Counter>,
): void {
  const titles = gold.lines.filter(({ label }) => label === 'T').map((line) => line.text);
  if (gold.title && titles.length > 0) {
    const headline = found.headline?.value ?? '';
    count(
      shares.headline,
      [gold.title, ...titles].some((title) => sameWords(title, headline)),
    );
  }
  const signed = gold.lines.filter(({ label }) => label === 'A').map((line) => line.text);
  const authors = (gold.authors ?? []).filter((author) =>
    signed.some((line) => line.includes(author)),
  );
  if (authors.length > 0) {
    const named = found.byline?.authors ?? [];
    const right = named.some((name) => authors.some((author) => sameAuthor(author, name)));
    count(shares.author, right);
    if (named.length > 0) count(shares.authorPrecision, right);
  }
  if (gold.date && gold.lines.some(({ label, text }) => label === 'D' && /\d{4}/.test(text)))
    count(shares.date, found.date !== undefined && daysApart(found.date.day, gold.date) <= 1);
}

function sameWords(a: string, b: string): boolean {
  const left = new Set(wordHashes(a));
  const right = new Set(wordHashes(b));
  if (left.size === 0 || right.size === 0) return false;
  let shared = 0;
  for (const hash of left) if (right.has(hash)) shared++;
  return shared / (left.size + right.size - shared) >= 0.75;
}

function sameAuthor(gold: string, found: string): boolean {
  const left = new Set(wordHashes(gold));
  const right = new Set(wordHashes(found));
  const [small, large] = left.size < right.size ? [left, right] : [right, left];
  return small.size > 0 && [...small].every((hash) => large.has(hash));
}

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000;
}
