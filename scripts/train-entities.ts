import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { scoreEntities, type EntityFigures } from '../src/analysis/entities/evaluate';
import { readModel } from '../src/analysis/entities/model';
import { recogniserOf, type Recogniser } from '../src/analysis/entities/recognise';
import { augment } from './entities/augment';
import { bodyLines, readInlineFolders, readJsonl, type LabelledText } from './entities/corpora';
import { collectNames, renamingPool } from './entities/gazetteer-sources';
import { readClusters } from './entities/resources';
import { teach } from './entities/teach';
import { withOrganisations } from './entities/swap';
import { trainStages } from './entities/stages';
import { writeModel } from './entities/write-model';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    gold: { type: 'string', multiple: true, default: ['data/entities'] },
    hold: { type: 'string', default: '' },
    out: { type: 'string', default: 'models/entities.bin' },
    corpora: {
      type: 'string',
      default:
        'wikigold,gum_news,gum_ccby_other,redocred_devtest,crossner_politics,europarl,uner_ewt_devtest',
    },
    epochs: { type: 'string', default: '3,6,5' },
    folds: { type: 'string', default: '4' },
    rows: { type: 'string', default: '80000' },
    rate: { type: 'string', default: '0.15' },
    l2: { type: 'string', default: '1e-4' },
    dropout: { type: 'string', default: '0.25' },
    clusters: { type: 'string', default: '150000' },
    start: { type: 'string', default: '0.3' },
    least: { type: 'string', default: '3' },
    swap: { type: 'string', default: '0' },
    'no-misc': { type: 'string', default: '' },
    twice: { type: 'boolean', default: false },
    teacher: { type: 'string' },
    unlabelled: { type: 'string', default: 'gmb_part' },
    sure: { type: 'string', default: '0.9' },
    surnames: { type: 'string', default: '30000' },
    population: { type: 'string', default: '5000' },
  },
});
if (options.data === undefined) throw new Error('Say where the corpora are: --data DIR');
const data = options.data;

function report(
  name: string,
  recognise: Recogniser,
  texts: readonly LabelledText[],
): EntityFigures {
  const figures = scoreEntities(
    texts.map((text) => ({
      gold: text.mentions,
      found: recognise(text.text, bodyLines(text.text)),
      noMISC: text.noMISC,
    })),
  );
  const row = (['micro', 'micro4', 'PER', 'ORG', 'LOC', 'MISC'] as const).map((type) => {
    const { precision, recall, f1 } = figures.strict[type];
    return `${type} ${f1.toFixed(1)} (${precision.toFixed(0)}/${recall.toFixed(0)})`;
  });
  console.log(name.padEnd(10), row.join('  '), ' overlap', figures.overlap.micro.f1.toFixed(1));
  return figures;
}

const clusters = readClusters(data, Number(options.clusters));
const names = collectNames('data/gazetteers', Number(options.population), Number(options.surnames));
console.log('gazetteers', names.counts, names.keys.length);
const gold = readInlineFolders(options.gold);
const withoutMisc = new Set(options['no-misc'].split(','));
const held = new Set(options.hold.split(',').filter((name) => name !== ''));
const texts = [
  ...options.corpora.split(',').flatMap((name) => readJsonl(path.join(data, `${name}.jsonl`))),
  ...gold.filter(({ corpus }) => !held.has(corpus)),
].map((text) => (withoutMisc.has(text.corpus) ? { ...text, noMISC: true } : text));
const own = gold.filter(({ corpus }) => !held.has(corpus));
const pool = withOrganisations(renamingPool(), own);
const swap = Number(options.swap);
const taught =
  options.teacher === undefined
    ? []
    : teach(
        readModel(new Uint8Array(readFileSync(options.teacher))),
        readJsonl(path.join(data, `${options.unlabelled}.jsonl`)),
        Number(options.sure),
      );
const material = [
  ...taught,
  ...augment(texts, 7, pool, swap),
  ...(options.twice ? augment(own, 99, pool, swap) : []),
];
const base = {
  rate: Number(options.rate),
  start: Number(options.start),
  l2: Number(options.l2),
  dropout: Number(options.dropout),
  leastCount: Number(options.least),
  epochs: options.epochs.split(',').map(Number) as [number, number, number],
  rows: Number(options.rows),
  folds: Number(options.folds),
  onEpoch: (epoch: number, loss: number) => {
    console.log('epoch', epoch, loss.toFixed(4), Math.round(performance.now() / 1000), 's');
  },
};
const stages = trainStages({ texts: material, clusters, names }, base);
const bytes = writeModel({ clusters, names, ...stages });
mkdirSync(path.dirname(options.out), { recursive: true });
writeFileSync(options.out, bytes);
console.log('bytes', bytes.length, 'gzip', gzipSync(bytes, { level: 9 }).length);
const recognise = recogniserOf(readModel(bytes));
const one = recogniserOf({ ...readModel(bytes), second: undefined });
report('ww 1st', one, readJsonl(path.join(data, 'ww_dev.jsonl')));
report(
  'gold 1st',
  one,
  gold.filter(({ corpus }) => held.has(corpus)),
);
report(
  'gold',
  recognise,
  gold.filter(({ corpus }) => held.has(corpus)),
);
report('ww_dev', recognise, readJsonl(path.join(data, 'ww_dev.jsonl')));
for (const name of held)
  report(
    name,
    recognise,
    gold.filter(({ corpus }) => corpus === name),
  );
