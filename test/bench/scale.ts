/** How the corpus grows from 1,000 to 100,000 synthesised articles: node scripts/run.js test/bench/scale.ts [sizes...] */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDigest } from '../../src/corpus/digest';
import type { CorpusEntry } from '../../src/corpus/entry';
import { packEntry, unpackEntry } from '../../src/corpus/pack';
import { createCorpusCalls } from '../../src/worker/corpusCalls';
import { plainArticle } from './plain-article';
import { Random } from './random';
import { seedTexts, synthesise } from './synthetic';

const additions = 300;

interface ScaleFigures {
  readonly articles: number;
  readonly events: number;
  /** Processor seconds: digesting, and grouping all at once. */
  readonly digestSeconds: number;
  readonly groupSeconds: number;
  /** Adding one article to the grown corpus, milliseconds that pass … */
  readonly addMean: number;
  readonly addP95: number;
  readonly addWorst: number;
  /** … and of the processor, which a busy machine does not lengthen; the collector's other threads count there. */
  readonly addCpuMean: number;
  readonly addCpuP95: number;
  /** Heap and arrays held, and growth of the resident set, megabytes. */
  readonly held: number;
  readonly resident: number;
}

type Grouped = Omit<ScaleFigures, 'digestSeconds'>;

/** Digests synthesised articles into a file, as the index on disk holds them; processor seconds. */
function digestInto(file: string, count: number): number {
  const digest = createDigest(readFileSync(join(__dirname, '../../models/background.bin')));
  const texts = synthesise(seedTexts(), new Random(count));
  const into = openSync(file, 'w');
  let time = 0;
  for (let i = 0; i < count; i++) {
    const text = texts.next().value as string;
    const article = plainArticle(text);
    const start = process.cpuUsage();
    const entry = digest(`articles/${i}.txt`, text, article);
    time += seconds(start);
    const bytes = packEntry(entry);
    writeSync(into, Uint32Array.of(bytes.length));
    writeSync(into, bytes);
  }
  closeSync(into);
  return time;
}

/** One after the other, so that the file is never in memory as a whole. */
function* entriesIn(file: string): Generator<CorpusEntry> {
  const from = openSync(file, 'r');
  const length = new Uint32Array(1);
  while (readSync(from, length) > 0) {
    const bytes = new Uint8Array(length[0]!);
    readSync(from, bytes);
    yield unpackEntry(bytes);
  }
  closeSync(from);
}

/** Groups what `digestInto` wrote in a process that did not digest it, as the corpus worker does. */
async function group(file: string, size: number): Promise<Grouped> {
  const before = await memory();
  const entries = [...entriesIn(file)];
  // As in the worker: grouping, names, repeated lines, search, and what the views are told.
  const corpus = createCorpusCalls();
  const added = new Random(size).sample(entries, entries.length);
  entries.length = 0;
  const start = process.cpuUsage();
  const { events } = corpus.apply(added.splice(0, size), []);
  const groupSeconds = seconds(start);
  const passed: number[] = [];
  const cpu: number[] = [];
  for (const entry of added) {
    const from = process.cpuUsage();
    const begin = performance.now();
    corpus.apply([entry], []);
    passed.push(performance.now() - begin);
    cpu.push(seconds(from) * 1000);
  }
  const after = await memory();
  return {
    // Asked last, so that the corpus is still held when its memory is measured.
    articles: corpus.apply([], []).articles - additions,
    events: events.length,
    groupSeconds,
    addMean: mean(passed),
    addP95: p95(passed),
    addWorst: Math.max(...passed),
    addCpuMean: mean(cpu),
    addCpuP95: p95(cpu),
    held: after.held - before.held,
    resident: after.resident - before.resident,
  };
}

function mean(times: readonly number[]): number {
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}

function p95(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
}

function seconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** What is left when the collector has had its time, as in a window that stands. */
async function memory(): Promise<{ held: number; resident: number }> {
  for (let times = 0; times < 4; times++) {
    (globalThis as { gc?: () => void }).gc?.();
    await sleep(1000);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { held: (heapUsed + external) / 1e6, resident: rss / 1e6 };
}

/** Each step in a process of its own, so that memory is its own. */
export function measureScale(sizes: readonly number[]): ScaleFigures[] {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-scale-'));
  try {
    return sizes.map((size) => {
      const file = join(folder, String(size));
      const digestSeconds = Number(inProcess('--digest', file, size + additions));
      const grouped = JSON.parse(inProcess('--group', file, size)) as Grouped;
      return { ...grouped, digestSeconds };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inProcess(step: string, file: string, count: number): string {
  const { stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8000', __filename, step, file, String(count)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return stdout;
}

if (require.main === module) {
  const [step, file, count] = process.argv.slice(2);
  if (step === '--digest') console.log(digestInto(file!, Number(count)));
  else if (step === '--group')
    void group(file!, Number(count)).then((figures) => {
      console.log(JSON.stringify(figures));
    });
  else {
    const sizes = process.argv.slice(2).map(Number);
    for (const size of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) {
      for (const figures of measureScale([size])) console.log(figures);
    }
  }
}
