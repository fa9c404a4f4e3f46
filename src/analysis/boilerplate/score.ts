import { addFirstPass, addHashed, featureCount, readFeatures } from './features';
import { scoreHashed } from './hashed';
import type { LineModel } from './model';
import type { Page } from './page';
import { predictTrees, type Trees } from './trees';
import type { Verdict } from './verdict';

/** What the line model says of the rows of a page. */
export interface RowScores {
  /** Log odds that the row belongs to the article. */
  readonly content: Float32Array;
  readonly vectors: Float32Array;
}

/** Log odds of one head for all rows. */
export function scoreRows(trees: Trees, vectors: Float32Array): Float32Array {
  const scores = new Float32Array(vectors.length / featureCount);
  for (let i = 0; i < scores.length; i++)
    scores[i] = predictTrees(trees, vectors, i * featureCount);
  return scores;
}

/** Runs the two passes of the line model; for other languages than English the pair that knows no words. */
export function scoreContent(
  page: Page,
  verdicts: readonly (Verdict | undefined)[],
  { hashed, heads }: LineModel,
): RowScores {
  const vectors = readFeatures(page, verdicts);
  if (page.english) addHashed(vectors, scoreHashed(page.rows, hashed));
  const first = scoreRows(page.english ? heads.english1 : heads.any1, vectors);
  addFirstPass(vectors, first);
  const second = scoreRows(page.english ? heads.english2 : heads.any2, vectors);
  return { vectors, content: second.map((score, i) => 0.5 * (score + first[i]!)) };
}
