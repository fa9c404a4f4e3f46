import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  addFirstPass,
  addHashed,
  featureCount,
  firstPassCount,
} from '../src/analysis/boilerplate/features';
import { scoreHashed } from '../src/analysis/boilerplate/hashed';
import type { HeadName } from '../src/analysis/boilerplate/model';
import { variantsOf } from './boilerplate/augment';
import { binFeatures, boost, predict, type BoostOptions, type Ensemble } from './boilerplate/boost';
import { readCorpus, trainingCorpora } from './boilerplate/corpus';
import { contentTargets, labelTargets, makeDataSet, type DataSet } from './boilerplate/dataset';
import { trainHashed, type LinearRow } from './boilerplate/linear';
import { makeRandom } from './boilerplate/random';
import { writeModel } from './boilerplate/write';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'models/boilerplate.bin' },
    trees: { type: 'string', default: '260' },
    leaves: { type: 'string', default: '28' },
    heads: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
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
const content = (features: number, offset: number): BoostOptions => ({
  trees: Number(values.trees),
  leaves: Number(values.leaves),
  rate: 0.09,
  rowShare: 0.6,
  featureShare: 0.3,
  smallest: 3,
  ridge: 3,
  seed: seed + offset,
  features: range(features),
});

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

/** Both passes; the second learns from scores of first passes that never saw the site. */
function learnContent(data: DataSet, thresholds?: readonly Float32Array[]) {
  const { labels, weights } = contentTargets(data);
  const keep = (row: number) => weights[row]! > 0;
  let binned = binFeatures(data.vectors, featureCount, thresholds);
  const firstScores = new Float32Array(data.rows);
  for (let fold = 0; fold < folds; fold++) {
    const picked = rowsWhere(data, (row) => keep(row) && data.folds[row] !== fold);
    const ensemble = boost(binned, labels, weights, picked, content(firstPassCount, fold));
    for (let row = 0; row < data.rows; row++)
      if (data.folds[row] === fold) firstScores[row] = predict(ensemble, binned, row);
    log(`first pass, fold ${fold + 1}`);
  }
  const first = boost(binned, labels, weights, rowsWhere(data, keep), content(firstPassCount, 7));
  for (const { start, page } of data.samples) {
    const end = start + page.rows.length;
    addFirstPass(
      data.vectors.subarray(start * featureCount, end * featureCount),
      firstScores.subarray(start, end),
    );
  }
  binned = binFeatures(
    data.vectors,
    featureCount,
    thresholds ?? [...binned.thresholds.slice(0, firstPassCount)],
  );
  const second = boost(binned, labels, weights, rowsWhere(data, keep), content(featureCount, 8));
  log('both passes');
  return { first, second, binned };
}

function learnLabel(
  data: DataSet,
  binned: ReturnType<typeof binFeatures>,
  wanted: string,
  offset: number,
): Ensemble {
  const { labels, weights } = labelTargets(data, wanted);
  const picked = rowsWhere(data, (row) => weights[row]! > 0);
  const ensemble = boost(binned, labels, weights, picked, {
    ...content(featureCount, offset),
    trees: Number(values.heads),
    leaves: 14,
  });
  log(`head for ${wanted}`);
  return ensemble;
}

const english = makeDataSet(variants, true);
log(`${english.rows} rows, ${featureCount} features`);
const hashed = learnHashed(english);
log('hashed words');
const known = learnContent(english);
const heads: Partial<Record<HeadName, Ensemble>> = {
  english1: known.first,
  english2: known.second,
  headline: learnLabel(english, known.binned, 'T', 20),
  byline: learnLabel(english, known.binned, 'A', 21),
  date: learnLabel(english, known.binned, 'D', 22),
  caption: learnLabel(english, known.binned, 'P', 23),
};
const any = learnContent(makeDataSet(variants, false), known.binned.thresholds);
const bytes = writeModel(known.binned.thresholds, hashed, {
  ...heads,
  any1: any.first,
  any2: any.second,
} as Record<HeadName, Ensemble>);
mkdirSync('models', { recursive: true });
writeFileSync(values.out, bytes);
log(`${values.out}: ${bytes.length} bytes`);
