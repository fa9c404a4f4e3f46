import { existsSync, readFileSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import Module from 'node:module';
import { globSync } from 'tinyglobby';
import { createAnalyzer, type Stage } from '../../src/analysis/analyze';
import { decodeText } from '../../src/cli/decodeText';
import { table } from '../../src/cli/evaluate/table';
import { createDigest } from '../../src/corpus/digest';
import { Corpus } from '../../src/corpus/index';
import { shippedModels } from '../shipped/analyzer';

/** Speed as a person meets it. Nothing is asserted: look at the ratios, they do not depend on the machine. */

interface Text {
  readonly path: string;
  readonly text: string;
}

const samples: Text[] = globSync('samples/*/*')
  .sort()
  .map((path) => ({ path, text: decodeText(readFileSync(path)).text }));

/** The samples again and again, each copy told apart by a word, as no folder holds the same text a hundred times. */
function corpusOf(articles: number): Text[] {
  return Array.from({ length: articles }, (_, i) => {
    const { path, text } = samples[i % samples.length]!;
    const copy = Math.floor(i / samples.length);
    return copy === 0
      ? { path, text }
      : { path: `${path}.${copy}`, text: `${text}\nEdition ${copy}.\n` };
  });
}

const fixed = (value: number, digits = 1): string => value.toFixed(digits);

function analysisRows(sizes: readonly number[]): string[][] {
  const models = shippedModels();
  const analyze = createAnalyzer(models);
  const digest = createDigest(models.background);
  for (const { path, text } of corpusOf(60)) digest(path, text, analyze(text, { path }));
  let first = 0;
  return sizes.map((size) => {
    const texts = corpusOf(size);
    const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    const begin = performance.now();
    const entries = texts.map(({ path, text }) => digest(path, text, analyze(text, { path })));
    const analysed = performance.now();
    new Corpus().apply(entries, []);
    const grouped = performance.now();
    const perArticle = (grouped - begin) / size;
    first ||= perArticle;
    return [
      String(size),
      fixed((1000 * size) / (analysed - begin), 0),
      fixed(bytes / 1000 / (analysed - begin), 2),
      fixed((analysed - begin) / size, 2),
      fixed((grouped - analysed) / size, 2),
      `×${fixed(perArticle / first, 2)}`,
    ];
  });
}

function stageRows(): string[][] {
  const analyze = createAnalyzer(shippedModels());
  const times = new Map<Stage, number>();
  const texts = corpusOf(200);
  for (const { path, text } of texts) {
    let last = performance.now();
    analyze(text, { path }, (stage) => {
      const now = performance.now();
      times.set(stage, (times.get(stage) ?? 0) + now - last);
      last = now;
    });
  }
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].map(([stage, time]) => [
    stage,
    fixed(time / texts.length, 2),
    `${fixed((100 * time) / total, 0)} %`,
  ]);
}

/** Any property, call or construction gives the same again: enough of an editor to time our own code. */
function anything(): unknown {
  const special = new Map<string | symbol, unknown>([
    [Symbol.iterator, [][Symbol.iterator].bind([])],
    [Symbol.toPrimitive, () => 0],
    ['then', undefined],
  ]);
  const target = function (): undefined {
    return undefined;
  };
  const self: unknown = new Proxy(target, {
    get: (_target, key) => (special.has(key) ? special.get(key) : self),
    set: () => true,
    apply: () => self,
    construct: () => self as object,
  });
  return self;
}

function activationRows(): string[][] {
  const bundle = 'dist/extension.js';
  if (!existsSync(bundle)) return [['(build first)', '', '']];
  const loader = Module as unknown as { _load: (name: string, ...rest: unknown[]) => unknown };
  const load = loader._load;
  loader._load = (name, ...rest) => (name === 'vscode' ? vscode : load.call(loader, name, ...rest));
  // The bundler copies the module's own properties, so each must be there by name.
  const names = readFileSync(bundle, 'utf8').split(/\W/);
  const vscode = Object.fromEntries(names.map((name) => [name, anything()]));
  const begin = performance.now();
  const extension = Module.createRequire(__filename)(`${process.cwd()}/${bundle}`) as {
    activate(context: unknown): unknown;
  };
  const loaded = performance.now();
  extension.activate({ subscriptions: [], extensionUri: anything(), extensionPath: process.cwd() });
  const activated = performance.now();
  loader._load = load;
  return [
    ['load the bundle', fixed(loaded - begin), ''],
    ['activate', fixed(activated - loaded), ''],
  ];
}

function sizeRows(): string[][] {
  const files = [
    'dist/extension.js',
    'dist/web/extension.js',
    'dist/worker.js',
    'dist/web/worker.js',
    'dist/cli.js',
    ...globSync('models/*.bin').sort(),
    'dateline.vsix',
  ];
  return files
    .filter((file) => existsSync(file))
    .map((file) => [file, fixed(statSync(file).size / 1000)]);
}

/** Another bench, in a process of its own, so that memory is its own. */
function run(bench: string, ...args: readonly string[]): void {
  spawnSync(process.execPath, ['scripts/run.js', `test/bench/${bench}`, ...args], {
    stdio: 'inherit',
  });
}

const base = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 200);
console.log('Analysis and grouping of the samples ×N, one thread\n');
console.log(
  table(
    ['articles', 'articles/s', 'MB/s', 'ms analysis', 'ms grouping', 'growth per article'],
    analysisRows([base, 2 * base, 4 * base]),
  ),
);
console.log('\nStages, ms an article\n');
console.log(table(['stage', 'ms', 'share'], stageRows()));
console.log('\nActivation, ms, without the editor’s own part\n');
console.log(table(['', 'ms', ''], activationRows()));
console.log('\nSizes, kB\n');
console.log(table(['file', 'kB'], sizeRows()));
console.log('\nA window opened again on 10,000 unchanged articles, processor seconds\n');
run('warm-start.ts', '10000');
console.log('\nThe corpus alone as it grows, one thread\n');
run('scale.ts', '1000', '10000', '100000');
