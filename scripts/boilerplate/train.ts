import { featureCount } from '../../src/analysis/boilerplate/featureNames';
import { addHashed } from '../../src/analysis/boilerplate/features';
import type { HashedModel } from '../../src/analysis/boilerplate/hashed';
import { scoreHashed } from '../../src/analysis/boilerplate/hashed';
import { variantsOf } from './augment';
import { binFeatures, boost, type Binned, type BoostOptions, type Ensemble } from './boost';
import { readCorpus, trainingCorpora } from './corpus';
import { contentTargets, labelTargets, makeDataSet, type DataSet } from './dataset';
import { trainHashed, type LinearRow } from './linear';
import { makeRandom } from './random';
import { writeModel } from './write';

/** How large the model gets and how it is grown. */
export interface TrainingSettings {
  /** Trees of each of the two ensembles for the body. */
  readonly trees: number;
  /** Trees of each ensemble for a part of the head. */
  readonly headTrees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly seed: number;
}

const folds = 3;
const headLeaves = 14;
const headRate = 0.09;

/**
 * Trains the line model on the train part of the corpora in a folder. The same data and settings give the same
 * bytes.
 *
 * @param log told after each step
 */
export function train(
  folder: string,
  settings: TrainingSettings,
  log: (step: string) => void,
): Uint8Array {
  const { seed } = settings;
  const random = makeRandom(seed);
  const pages = trainingCorpora
    .flatMap((name) => readCorpus(folder, name))
    .filter((page) => page.split === 'train');
  const foldOfSite = new Map<string, number>();
  for (const { site } of pages)
    if (!foldOfSite.has(site)) foldOfSite.set(site, foldOfSite.size % folds);
  const variants = pages.flatMap((page) =>
    variantsOf(page, random).map((variant) => ({ variant, fold: foldOfSite.get(page.site)! })),
  );
  log(`${pages.length} pages, ${variants.length} variants`);
  const boosting: BoostOptions = {
    trees: settings.trees,
    leaves: settings.leaves,
    rate: settings.rate,
    featureShare: 0.25,
    smallest: 3,
    ridge: 3,
    seed,
    features: range(featureCount),
  };
  let data = makeDataSet(variants, true);
  log(`${data.rows} rows, ${featureCount} features`);
  const hashed = learnHashed(data, seed);
  log('hashed words');
  let binned = binFeatures(data.vectors, featureCount);
  const { thresholds } = binned;
  const english = learnContent(data, binned, { ...boosting, seed: seed + 7 });
  log('article or furniture, English');
  const learnPart = (label: string, offset: number) => {
    const part = learnLabel(data, binned, label, {
      ...boosting,
      trees: settings.headTrees,
      leaves: headLeaves,
      rate: headRate,
      seed: seed + offset,
    });
    log(`lines labelled ${label}`);
    return part;
  };
  const headline = learnPart('T', 20);
  const byline = learnPart('A', 21);
  const date = learnPart('D', 22);
  const caption = learnPart('P', 23);
  data = makeDataSet(variants, false);
  binned = binFeatures(data.vectors, featureCount, thresholds);
  const any = learnContent(data, binned, { ...boosting, seed: seed + 8 });
  log('article or furniture, any language');
  return writeModel(thresholds, hashed, { english, any, headline, byline, date, caption });
}

const range = (count: number) => Array.from({ length: count }, (_value, i) => i);

function rowsWhere(data: DataSet, keep: (row: number) => boolean): Int32Array {
  return Int32Array.from(range(data.rows).filter(keep));
}

/**
 * Learns the regression over hashed words, and writes into the features what it says of each row when it never
 * saw the row's site.
 */
function learnHashed(data: DataSet, seed: number): HashedModel {
  const { labels, weights } = contentTargets(data);
  const rowsOf = (keep: (fold: number) => boolean): LinearRow[] =>
    data.samples.flatMap(({ page, start, fold }) =>
      keep(fold)
        ? page.rows.map((row, i) => ({
            row,
            label: labels[start + i]!,
            weight: Math.min(3, weights[start + i]!),
          }))
        : [],
    );
  for (let fold = 0; fold < folds; fold++) {
    const model = trainHashed(
      rowsOf((other) => other !== fold),
      seed + fold,
    );
    for (const { page, start, fold: own } of data.samples) {
      if (own !== fold) continue;
      const end = start + page.rows.length;
      addHashed(
        data.vectors.subarray(start * featureCount, end * featureCount),
        scoreHashed(page.rows, model),
      );
    }
  }
  return trainHashed(
    rowsOf(() => true),
    seed + folds,
  );
}

/** Which rows belong to the article. */
function learnContent(data: DataSet, binned: Binned, options: BoostOptions): Ensemble {
  const { labels, weights } = contentTargets(data);
  const picked = rowsWhere(data, (row) => weights[row]! > 0);
  return boost(binned, labels, weights, picked, options);
}

/** Which rows of the article's head bear a label. */
function learnLabel(
  data: DataSet,
  binned: Binned,
  wanted: string,
  options: BoostOptions,
): Ensemble {
  const { labels, weights } = labelTargets(data, wanted);
  const picked = rowsWhere(data, (row) => weights[row]! > 0);
  return boost(binned, labels, weights, picked, options);
}
