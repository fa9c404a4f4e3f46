import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { addHashed, featureCount } from '../src/analysis/boilerplate/features';
import { scoreHashed } from '../src/analysis/boilerplate/hashed';
import { variantsOf } from './boilerplate/augment';
import {
  binFeatures,
  boost,
  type Binned,
  type BoostOptions,
  type Ensemble,
} from './boilerplate/boost';
import { readCorpus, trainingCorpora } from './boilerplate/corpus';
import { contentTargets, labelTargets, makeDataSet, type DataSet } from './boilerplate/dataset';
import { trainHashed, type LinearRow } from './boilerplate/linear';
import { makeRandom } from './boilerplate/random';
import { writeModel } from './boilerplate/write';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'models/boilerplate.bin' },
    trees: { type: 'string', default: '340' },
    leaves: { type: 'string', default: '32' },
    rate: { type: 'string', default: '0.06' },
    heads: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    /** Skips the pair for other languages: for experiments only. */
    draft: { type: 'boolean', default: false },
  },
});
if (values.data === undefined) {
  console.error('usage: npm run train:boilerplate -- --data FOLDER [--out FILE]');
  process.exit(2);
}

const folds = 3;
const started = Date.now();
const log = (text: string) => {
  console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`);
};
const seed = Number(values.seed);
const random = makeRandom(seed);
const pages = trainingCorpora
  .flatMap((name) => readCorpus(values.data!, name))
  .filter((page) => page.split === 'train');
const foldOfSite = new Map<string, number>();
for (const { site } of pages)
  if (!foldOfSite.has(site)) foldOfSite.set(site, foldOfSite.size % folds);
const variants = pages.flatMap((page) =>
  variantsOf(page, random).map((variant) => ({ variant, fold: foldOfSite.get(page.site)! })),
);
log(`${pages.length} pages, ${variants.length} variants`);

const range = (count: number) => Array.from({ length: count }, (_value, i) => i);
const rowsWhere = (data: DataSet, keep: (row: number) => boolean) =>
  Int32Array.from(range(data.rows).filter(keep));
const boosting: BoostOptions = {
  trees: 0,
  leaves: Number(values.leaves),
  rate: Number(values.rate),
  featureShare: 0.25,
  smallest: 3,
  ridge: 3,
  seed,
  features: range(featureCount),
};

/** Hashed-word scores of each row from a regression that never saw its site. */
function learnHashed(data: DataSet): ReturnType<typeof trainHashed> {
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
    for (const { page, start, fold: own } of data.samples)
      if (own === fold)
        addHashed(
          data.vectors.subarray(start * featureCount, (start + page.rows.length) * featureCount),
          scoreHashed(page.rows, model),
        );
  }
  return trainHashed(
    rowsOf(() => true),
    seed + folds,
  );
}

/** Which rows belong to the article. */
function learnContent(data: DataSet, binned: Binned, trees: number, offset: number): Ensemble {
  const { labels, weights } = contentTargets(data);
  const picked = rowsWhere(data, (row) => weights[row]! > 0);
  const ensemble = boost(binned, labels, weights, picked, {
    ...boosting,
    trees,
    seed: seed + offset,
  });
  log(`content, ${trees} trees`);
  return ensemble;
}

/** Which rows of the article's head bear a label. */
function learnLabel(data: DataSet, binned: Binned, wanted: string, offset: number): Ensemble {
  const { labels, weights } = labelTargets(data, wanted);
  const picked = rowsWhere(data, (row) => weights[row]! > 0);
  const ensemble = boost(binned, labels, weights, picked, {
    ...boosting,
    trees: Number(values.heads),
    leaves: 14,
    rate: 0.09,
    seed: seed + offset,
  });
  log(`head for ${wanted}`);
  return ensemble;
}

let data = makeDataSet(variants, true);
log(`${data.rows} rows, ${featureCount} features`);
const hashed = learnHashed(data);
log('hashed words');
let binned = binFeatures(data.vectors, featureCount);
const { thresholds } = binned;
const english = learnContent(data, binned, Number(values.trees), 7);
const headline = learnLabel(data, binned, 'T', 20);
const byline = learnLabel(data, binned, 'A', 21);
const date = learnLabel(data, binned, 'D', 22);
const caption = learnLabel(data, binned, 'P', 23);
data = makeDataSet(variants, false);
binned = binFeatures(data.vectors, featureCount, thresholds);
const any = values.draft ? english : learnContent(data, binned, Number(values.trees), 8);
const bytes = writeModel(thresholds, hashed, { english, any, headline, byline, date, caption });
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, bytes);
log(`${values.out}: ${bytes.length} bytes`);
