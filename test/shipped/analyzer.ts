import { readFileSync } from 'node:fs';
import { type Analyze, createAnalyzer } from '../../src/analysis/analyze';
import type { WorkerModels } from '../../src/worker/protocol';

/** The shipped models. */
export function shippedModels(): WorkerModels {
  const read = (name: string): Uint8Array => readFileSync(`models/${name}.bin`);
  return {
    entities: read('entities'),
    boilerplate: read('boilerplate'),
    background: read('background'),
  };
}

let analyzer: Analyze | undefined;

/** The whole analysis with the shipped models, loaded once for all tests. */
export function analyzeText(
  ...[text, origin = {}]: [string, Parameters<Analyze>[1]?]
): ReturnType<Analyze> {
  analyzer ??= createAnalyzer(shippedModels());
  return analyzer(text, origin);
}
