import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { modelCard } from './boilerplate/card';
import { train } from './boilerplate/train';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'models/boilerplate.bin' },
    trees: { type: 'string', default: '170' },
    'second-trees': { type: 'string', default: '70' },
    leaves: { type: 'string', default: '32' },
    rate: { type: 'string', default: '0.08' },
    'head-trees': { type: 'string', default: '400' },
    seed: { type: 'string', default: '2' },
    /** Trains nothing: measures the file that is there and writes its card. */
    'card-only': { type: 'boolean', default: false },
  },
});
const { data, out } = values;
if (data === undefined) {
  console.error('usage: npm run train:boilerplate -- --data FOLDER [--out FILE] [--card-only]');
  process.exit(2);
}

if (!values['card-only']) {
  const started = Date.now();
  const settings = {
    trees: Number(values.trees),
    secondTrees: Number(values['second-trees']),
    headTrees: Number(values['head-trees']),
    leaves: Number(values.leaves),
    rate: Number(values.rate),
    seed: Number(values.seed),
  };
  const bytes = train(data, settings, (step) => {
    console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${step}`);
  });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, bytes);
}
const day = statSync(out).mtime.toISOString().slice(0, 10);
writeFileSync(out.replace(/(?:\.bin)?$/, '.md'), modelCard(data, out, day));
console.error(`wrote ${out} and its card`);
