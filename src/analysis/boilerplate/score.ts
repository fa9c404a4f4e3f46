import { addContext } from './context';
import { featureCount } from './featureNames';
import { addHashed, readFeatures } from './features';
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
 * Runs the line model: trees that know English words, or for other languages those that know none; then, for
 * English, a second pass that sees what the first says of a row's surroundings, where the first was in doubt.
 */
export function scoreContent(
  page: Page,
  verdicts: readonly (Verdict | undefined)[],
  { hashed, heads }: LineModel,
): RowScores {
  const vectors = readFeatures(page, verdicts);
  if (page.english) addHashed(vectors, scoreHashed(page.rows, hashed));
  const trees = page.english ? heads.english : heads.any;
  const content = Float32Array.from(page.rows, (_row, i) =>
    predictTrees(trees, vectors, i * featureCount, beyondDoubt),
  );
  addContext(page, vectors, content);
  for (const [i, odds] of content.entries()) {
    if (page.english && Math.abs(odds) < beyondDoubt)
      content[i]! += predictTrees(heads.second, vectors, i * featureCount, beyondDoubt);
    if (isBetweenParagraphs(page, i)) content[i]! += inBody;
  }
  const cut = bestCut(page, content);
  return { vectors, content: content.map((score) => score - cut) };
}

/** Log odds from which on no more trees are asked. */
const beyondDoubt = 4.5;
/** A single short row between paragraphs is rather a heading than furniture. */
const inBody = 1.5;
const longestHeading = 10;

function isBetweenParagraphs({ rows, region, phrases }: Page, index: number): boolean {
  const row = rows[index]!;
  if (index <= region.from || index >= region.to - 1 || row.words > longestHeading) return false;
  if (!isProse(rows[index - 1]!) || !isProse(rows[index + 1]!)) return false;
  return phrases[index]!.every((hits) => hits === 0);
}

/** Share of the best expected F1 below which even odds do not do. */
const doubtful = 0.97;

/**
 * The log odds from which to keep rows: even odds, unless the model doubts a whole page so that the expected F1 of
 * the words kept (Lewis 1995; Nan et al. 2012) is clearly higher from a lower bar on; then that.
 */
function bestCut({ rows }: Page, odds: Float32Array): number {
  const order = Int32Array.from(odds, (_score, i) => i).sort((a, b) => odds[b]! - odds[a]!);
  const chance = odds.map((score) => 1 / (1 + Math.exp(-score)));
  let expected = 0;
  for (const [i, row] of rows.entries()) expected += row.words * chance[i]!;
  let kept = 0;
  let right = 0;
  let even = 0;
  let best = 0;
  let cut = 0;
  for (const i of order) {
    kept += rows[i]!.words;
    right += rows[i]!.words * chance[i]!;
    const f1 = right / (kept + expected);
    if (odds[i]! >= 0) even = f1;
    if (f1 < best) continue;
    best = f1;
    cut = odds[i]!;
  }
  return cut < 0 && even < doubtful * best ? cut : 0;
}
