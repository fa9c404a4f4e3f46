import { featureCount } from './featureNames';
import { addHashed, readFeatures, withoutEnglish } from './features';
import { scoreHashed } from './hashed';
import type { LineModel } from './model';
import type { Page } from './page';
import { isProse } from './rows';
import { predictTrees } from './trees';
import type { Verdict } from './verdict';

/** What the line model says of the rows of a page. */
export interface RowScores {
  /** Log odds that the row belongs to the article, from 0 on for the rows that are to be kept. */
  readonly content: Float32Array;
  readonly vectors: Float32Array;
}

/**
 * Runs the line model: the mean of the trees that know English words and of those that know none, which err in
 * different places; for other languages the latter alone.
 */
export function scoreContent(
  page: Page,
  verdicts: readonly (Verdict | undefined)[],
  { hashed, heads }: LineModel,
): RowScores {
  const vectors = readFeatures(page, verdicts);
  if (page.english) addHashed(vectors, scoreHashed(page.rows, hashed));
  const wordless = page.english ? withoutEnglish(vectors) : vectors;
  const odds = Float32Array.from(page.rows, (_row, i) => {
    const at = i * featureCount;
    const any = predictTrees(heads.any, wordless, at, beyondDoubt);
    const isOpen = page.english && Math.abs(any) < beyondDoubt;
    const mean = isOpen ? (any + predictTrees(heads.english, vectors, at, beyondDoubt)) / 2 : any;
    return steepness * mean + leaning + (isBetweenParagraphs(page, i) ? inBody : 0);
  });
  const cut = bestCut(page, odds);
  return { vectors, content: odds.map((score) => score - cut) };
}

/** Log odds from which on no more trees are asked. */
const beyondDoubt = 4.5;
/** The trees are too timid by this factor, and lean to the article by this much (fitted on the val part). */
const steepness = 1.4;
const leaning = -0.3;
/** A single short row between paragraphs is rather a heading than furniture. */
const inBody = 1.5;
const longestHeading = 10;

function isBetweenParagraphs({ rows, region, phrases }: Page, index: number): boolean {
  const row = rows[index]!;
  if (index <= region.from || index >= region.to - 1 || row.words > longestHeading) return false;
  if (!isProse(rows[index - 1]!) || !isProse(rows[index + 1]!)) return false;
  return phrases[index]!.every((hits) => hits === 0);
}

/**
 * The log odds from which to keep rows so that the expected F1 of the words kept is highest; never above even
 * odds (Lewis 1995; Nan et al. 2012). Where the model doubts, more is kept.
 */
function bestCut({ rows }: Page, odds: Float32Array): number {
  const order = Int32Array.from(odds, (_score, i) => i).sort((a, b) => odds[b]! - odds[a]!);
  const chance = odds.map((score) => 1 / (1 + Math.exp(-score)));
  let expected = 0;
  for (const [i, row] of rows.entries()) expected += row.words * chance[i]!;
  let kept = 0;
  let right = 0;
  let best = 0;
  let cut = 0;
  for (const i of order) {
    kept += rows[i]!.words;
    right += rows[i]!.words * chance[i]!;
    const f1 = right / (kept + expected);
    if (f1 < best) continue;
    best = f1;
    cut = odds[i]!;
  }
  return Math.min(0, cut);
}
