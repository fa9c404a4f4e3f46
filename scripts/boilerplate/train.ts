import { addContext } from '../../src/analysis/boilerplate/context';
import { featureCount, firstPassCount } from '../../src/analysis/boilerplate/featureNames';
import { addHashed } from '../../src/analysis/boilerplate/features';
import type { HashedModel } from '../../src/analysis/boilerplate/hashed';
import { scoreHashed } from '../../src/analysis/boilerplate/hashed';
import { variantsOf } from './augment';
import {
  binFeatures,
  boost,
  listwise,
  logistic,
  predictRow,
  type Binned,
  type BoostOptions,
  type Ensemble,
} from './boost';
import { readCorpus, trainingCorpora } from './corpus';
import {
  contentTargets,
  headlineChoices,
  labelTargets,
  makeDataSet,
  type DataSet,
  type Targets,
} from './dataset';
import { trainHashed, type LinearRow } from './linear';
import { makeRandom } from './random';
import { writeModel } from './write';

/** How large the model gets and how it is grown. */
export interface TrainingSettings {
  /** Trees of each of the two ensembles for the body. */
  readonly trees: number;
  /** Trees of the second pass over the body. */
  readonly secondTrees: number;
  /** Trees of each ensemble for a part of the head. */
  readonly headTrees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly seed: number;
}

const folds = 3;
const secondLeaves = 16;
/** One head a page is little to learn from: many small, cautious steps. */
const headLeaves = 8;
const headRate = 0.05;
const ofHeadline = { featureShare: 0.15, smallest: 1.5, ridge: 8 };

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
    features: range(firstPassCount),
  };
  let data = makeDataSet(variants, true);
  log(`${data.rows} rows, ${featureCount} features`);
  const hashed = learnHashed(data, seed);
  log('hashed words');
  let binned = binFeatures(data.vectors, featureCount);
  const body = contentTargets(data);
  const doubted = scoreUnseen(data, binned, body, { ...boosting, seed: seed + 8 });
  log('article or furniture, of sites not seen');
  const trusted = trust(body, doubted);
  const english = learnContent(data, binned, trusted, { ...boosting, seed: seed + 7 });
  log('article or furniture, English');
  const unseen = scoreUnseen(data, binned, trusted, { ...boosting, seed: seed + 9 });
  log('the same of sites not seen');
  for (const { page, start } of data.samples) {
    const end = start + page.rows.length;
    addContext(
      page,
      data.vectors.subarray(start * featureCount, end * featureCount),
      unseen.subarray(start, end),
    );
  }
  binned = binFeatures(data.vectors, featureCount);
  const { thresholds } = binned;
  const second = learnContent(
    data,
    binned,
    trusted,
    {
      ...boosting,
      trees: settings.secondTrees,
      leaves: secondLeaves,
      features: range(featureCount),
      featureShare: 0.4,
      seed: seed + 12,
    },
    unseen,
  );
  log('article or furniture, second pass');
  const ofHead: BoostOptions = {
    ...boosting,
    trees: settings.headTrees,
    leaves: headLeaves,
    rate: headRate,
    features: range(featureCount),
  };
  const learnPart = (label: string, offset: number) => {
    const part = learnLabel(data, binned, label, { ...ofHead, seed: seed + offset });
    log(`lines labelled ${label}`);
    return part;
  };
  const headline = learnHeadline(data, binned, { ...ofHead, ...ofHeadline, seed: seed + 20 });
  log('headlines');
  const byline = learnPart('A', 21);
  const date = learnPart('D', 22);
  const caption = learnPart('P', 23);
  data = makeDataSet(variants, false);
  binned = binFeatures(data.vectors, featureCount, thresholds);
  const any = learnContent(data, binned, trusted, { ...boosting, seed: seed + 8 });
  log('article or furniture, any language');
  return writeModel(thresholds, hashed, { english, any, second, headline, byline, date, caption });
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

const clearly = 1.5;
const trustInContradicted = 0.1;

/**
 * Lowers the weights of rows whose label is clearly contradicted by what other sites teach: most such labels are
 * mistakes in the gold, such as bodies that break off in the middle (after Northcutt et al. 2021, confident
 * learning).
 */
function trust({ labels, weights }: Targets, unseen: Float32Array): Targets {
  const trusted = weights.map((weight, row) => {
    const against = labels[row]! > 0 ? -unseen[row]! : unseen[row]!;
    return against > clearly ? trustInContradicted * weight : weight;
  });
  return { labels, weights: trusted };
}

/** Which rows belong to the article. */
function learnContent(
  data: DataSet,
  binned: Binned,
  { labels, weights }: Targets,
  options: BoostOptions,
  given?: Float32Array,
): Ensemble {
  const picked = rowsWhere(data, (row) => weights[row]! > 0);
  return boost(binned, picked, logistic(labels, weights, picked, given), options);
}

/** What the first pass says of each row when it never saw the row's site. */
function scoreUnseen(
  data: DataSet,
  binned: Binned,
  { labels, weights }: Targets,
  options: BoostOptions,
): Float32Array {
  const scores = new Float32Array(data.rows);
  for (let fold = 0; fold < folds; fold++) {
    const picked = rowsWhere(data, (row) => weights[row]! > 0 && data.folds[row] !== fold);
    const model = boost(binned, picked, logistic(labels, weights, picked), options);
    for (let row = 0; row < data.rows; row++)
      if (data.folds[row] === fold) scores[row] = predictRow(model, binned, row);
  }
  return scores;
}

/** Which row of a page is its headline. */
function learnHeadline(data: DataSet, binned: Binned, options: BoostOptions): Ensemble {
  const { labels, choices } = headlineChoices(data);
  const picked = Int32Array.from(choices.flatMap(({ rows }) => rows));
  return boost(binned, picked, listwise(labels, choices), options);
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
  return boost(binned, picked, logistic(labels, weights, picked), options);
}
