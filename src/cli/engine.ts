import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pMapIterable } from 'p-map';
import { AnalysisPool } from '../worker/pool';
import type { Analysed, WorkerModels } from '../worker/protocol';
import { spawnFromFile } from '../worker/spawnNode';
import type { Input } from './inputs';
import { folderOf } from './sidecars';

/** An input and what became of it. */
export type Result =
  | {
      readonly kind: 'analysed';
      readonly input: Extract<Input, { kind: 'text' }>;
      readonly analysed: Analysed;
    }
  | { readonly kind: 'failed' | 'skipped'; readonly id: string; readonly why: string };

export type AnalysedResult = Extract<Result, { kind: 'analysed' }>;

/** Analyses on all cores. */
export interface Engine {
  /** Results in the order of the inputs; only a few inputs are held at a time. */
  analyse(inputs: AsyncIterable<Input>): AsyncIterable<Result>;
  close(): void;
}

/** The trained files, which lie in `models/` beside the folder of this bundle. */
export async function readModels(): Promise<WorkerModels> {
  const read = (name: string): Promise<Uint8Array> =>
    readFile(join(__dirname, '..', 'models', `${name}.bin`));
  const [entities, boilerplate, background] = await Promise.all([
    read('entities'),
    read('boilerplate'),
    read('background'),
  ]);
  return { entities, boilerplate, background };
}

export function createEngine(): Engine {
  const size = availableParallelism();
  const models = readModels();
  const pool = new AnalysisPool({
    size,
    spawn: spawnFromFile(join(__dirname, 'worker.js')),
    models: () => models,
    budget: (characters) => 60_000 + characters / 10,
  });

  const learnedBy = new Map<string, Promise<string>>();
  /** What was learnt from corrections in the folder of a file; nothing for texts that are no files. */
  const learnedFor = ({ id, from }: Extract<Input, { kind: 'text' }>): Promise<string> => {
    if (from !== 'path') return Promise.resolve('');
    const folder = dirname(resolve(id));
    const known = learnedBy.get(folder) ?? readLearned(id);
    learnedBy.set(folder, known);
    return known;
  };

  const analyseOne = async (input: Input): Promise<Result> => {
    if (input.kind !== 'text') return input;
    const { id, text, modified } = input;
    const outcome = await pool.analyse(
      {
        uri: id,
        version: nextVersion++,
        text,
        origin: { path: id, ...(modified !== undefined && { modified }) },
        learned: await learnedFor(input),
      },
      'index',
    );
    switch (outcome.kind) {
      case 'analysed':
        return { kind: 'analysed', input, analysed: outcome.analysed };
      case 'overrun':
        return {
          kind: 'failed',
          id,
          why: `took over ${Math.round(outcome.budget / 1000)} s and was stopped`,
        };
      case 'stale':
        return { kind: 'failed', id, why: 'given twice' };
      case 'failed':
        return { kind: 'failed', id, why: outcome.error.split('\n', 1)[0]! };
    }
  };
  let nextVersion = 0;

  return {
    analyse: (inputs) =>
      pMapIterable(inputs, analyseOne, { concurrency: size * 2, backpressure: size * 8 }),
    close: () => {
      pool.close();
    },
  };
}

async function readLearned(file: string): Promise<string> {
  const { text } = await (await folderOf(file)).corpusFile('learned');
  return text;
}
