import { runExactPasses } from '../../src/analysis/boilerplate/exact';
import { featureCount } from '../../src/analysis/boilerplate/featureNames';
import { readFeatures } from '../../src/analysis/boilerplate/features';
import { readPage, type Page } from '../../src/analysis/boilerplate/page';
import { mayBeHeadline } from '../../src/analysis/structure/pick';
import type { Choice } from './boost';
import type { GoldLine } from './corpus';
import type { Variant } from './augment';

/** A variant read as the analysis reads it, with the gold of each row. */
export interface Sample {
  readonly page: Page;
  readonly gold: readonly GoldLine[];
  readonly fold: number;
  readonly weight: number;
  /** First row of this sample in the data set. */
  readonly start: number;
}

export interface DataSet {
  readonly samples: readonly Sample[];
  readonly rows: number;
  /** Features of all rows, with English words and without. */
  readonly vectors: Float32Array;
  readonly folds: Uint8Array;
}

/** Reads variants into one table of features. */
export function makeDataSet(
  variants: readonly { variant: Variant; fold: number }[],
  english: boolean,
): DataSet {
  const parts: Float32Array[] = [];
  const samples: Sample[] = [];
  let rows = 0;
  for (const { variant, fold } of variants) {
    const page = readPage(variant.text);
    const { verdicts } = runExactPasses(page);
    parts.push(readFeatures(page, verdicts, english));
    const gold = page.rows.map(({ number }) => variant.gold[number]!);
    samples.push({ page, gold, fold, weight: variant.weight, start: rows });
    rows += page.rows.length;
  }
  const vectors = new Float32Array(rows * featureCount);
  const folds = new Uint8Array(rows);
  for (const [i, part] of parts.entries()) {
    const { start, gold, fold } = samples[i]!;
    vectors.set(part, start * featureCount);
    folds.fill(fold, start, start + gold.length);
  }
  return { samples, rows, vectors, folds };
}

/** What the rows of a data set teach: 1 or 0, and how much each counts. */
export interface Targets {
  readonly labels: Float32Array;
  readonly weights: Float32Array;
}

/** A page's weight grows with this power of its lines: figures are means over pages, and over lines. */
const pageGrowth = 0.4;

/** What the content heads learn: label, and weight by words and page. */
export function contentTargets(data: DataSet): Targets {
  const labels = new Float32Array(data.rows);
  const weights = new Float32Array(data.rows);
  for (const { page, gold, start, weight } of data.samples) {
    let sum = 0;
    for (const [i, { label }] of gold.entries()) {
      labels[start + i] = 'CTRP'.includes(label) ? 1 : 0;
      const words = page.rows[i]!.words;
      const telling =
        label === 'C' || label === 'B'
          ? 1
          : label === 'R'
            ? 0.4
            : label === 'T' || label === 'P'
              ? 0.2
              : 0;
      weights[start + i] = telling * (0.6 + Math.min(words, 60) / 20);
      sum += weights[start + i]!;
    }
    const scale = sum === 0 ? 0 : (weight * 40 * (gold.length / 100) ** pageGrowth) / sum;
    for (let i = 0; i < gold.length; i++) weights[start + i]! *= scale;
  }
  return { labels, weights };
}

/** What a head for one label learns: rows near the article, and a tenth of the others. */
export function labelTargets(data: DataSet, wanted: string): Targets {
  const labels = new Float32Array(data.rows);
  const weights = new Float32Array(data.rows);
  for (const { page, gold, start, weight } of data.samples)
    for (const [i, { label, near }] of gold.entries()) {
      labels[start + i] = label === wanted && near > 0 ? 1 : 0;
      const unclear = label === 'M' || label === 'R' || (label === wanted && near === 0);
      const farAway = Math.abs(i - page.region.from) > 60;
      weights[start + i] = unclear ? 0 : weight * (farAway ? 0.2 : 1);
    }
  return { labels, weights };
}

/** A page without a labelled headline may have one all the same. */
const trustInNone = 0.3;

/** What the head for the headline learns: which of a page's rows it is. */
export function headlineChoices(data: DataSet): { labels: Float32Array; choices: Choice[] } {
  const labels = new Float32Array(data.rows);
  const choices = data.samples.map(({ page, gold, start, weight }) => {
    const rows: number[] = [];
    let isLabelled = false;
    for (const [i, { label, near }] of gold.entries()) {
      if (!mayBeHeadline(page, i) || (label === 'T' && near === 0) || label === 'M') continue;
      rows.push(start + i);
      if (label !== 'T') continue;
      labels[start + i] = 1;
      isLabelled = true;
    }
    return { rows, weight: isLabelled ? weight : trustInNone * weight };
  });
  return { labels, choices };
}
