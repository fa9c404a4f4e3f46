/** How the corpus grows from 1,000 to 100,000 synthesised articles: node scripts/run.js test/bench/scale.ts [sizes...] */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDigest } from '../../src/corpus/digest';
import type { CorpusEntry } from '../../src/corpus/entry';
import { createCorpusCalls } from '../../src/worker/corpusCalls';
import { plainArticle } from './plain-article';
import { Random } from './random';
import { seedTexts, synthesise } from './synthetic';

const additions = 300;
const batchSize = 200;

interface ScaleFigures {
  readonly articles: number;
  readonly events: number;
  /** Processor seconds: digesting, and grouping all at once. */
  readonly digestSeconds: number;
  readonly groupSeconds: number;
  readonly millisecondsAnArticle: number;
  /** Adding one article to the grown corpus, milliseconds of the processor, its garbage collector included. */
  readonly addMean: number;
  readonly addP95: number;
  readonly addWorst: number;
  /** Heap and arrays held, and growth of the resident set, megabytes. */
  readonly held: number;
  readonly resident: number;
}

function measure(size: number): ScaleFigures {
  const digest = createDigest(readFileSync(join(__dirname, '../../models/background.bin')));
  const random = new Random(size);
  const texts = synthesise(seedTexts(), random);
  const before = memory();
  const entries: CorpusEntry[] = [];
  let digestTime = 0;
  while (entries.length < size + additions) {
    const batch = Array.from(
      { length: Math.min(batchSize, size + additions - entries.length) },
      (_, i) => {
        const text = texts.next().value as string;
        return { id: `articles/${entries.length + i}.txt`, text, article: plainArticle(text) };
      },
    );
    const start = process.cpuUsage();
    const digested = batch.map(({ id, text, article }) => digest(id, text, article));
    digestTime += seconds(start);
    // As entries arrive from another thread: without ties to the text.
    entries.push(...digested.map((entry) => structuredClone(entry)));
  }
  // As in the worker: grouping, names, repeated lines, search, and what the views are told.
  const corpus = createCorpusCalls();
  const added = random.sample(entries, entries.length);
  const start = process.cpuUsage();
  const { events } = corpus.apply(added.slice(0, size), []);
  const groupTime = seconds(start);
  // Processor time, so that a busy machine does not count.
  const times = added.slice(size).map((entry) => {
    const from = process.cpuUsage();
    corpus.apply([entry], []);
    return seconds(from) * 1000;
  });
  times.sort((a, b) => a - b);
  const after = memory();
  return {
    articles: size,
    events: events.length,
    digestSeconds: digestTime,
    groupSeconds: groupTime,
    millisecondsAnArticle: ((digestTime + groupTime) / size) * 1000,
    addMean: times.reduce((sum, time) => sum + time, 0) / times.length,
    addP95: times[Math.floor(times.length * 0.95)]!,
    addWorst: times.at(-1)!,
    held: after.held - before.held,
    resident: after.resident - before.resident,
  };
}

function seconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function memory(): { held: number; resident: number } {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { held: (heapUsed + external) / 1e6, resident: rss / 1e6 };
}

/** Each size in a process of its own, so that memory is its own. */
export function measureScale(sizes: readonly number[]): ScaleFigures[] {
  return sizes.map((size) => {
    const child = spawnSync(
      process.execPath,
      ['--expose-gc', '--max-old-space-size=8000', __filename, '--one', String(size)],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 },
    );
    return JSON.parse(child.stdout) as ScaleFigures;
  });
}

if (require.main === module) {
  const [, , first, second] = process.argv;
  if (first === '--one') {
    console.log(JSON.stringify(measure(Number(second))));
  } else {
    const sizes = process.argv.slice(2).map(Number);
    for (const size of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) {
      for (const figures of measureScale([size])) console.log(figures);
    }
  }
}
