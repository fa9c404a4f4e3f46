import { type AnalysedResult, createEngine } from './engine';
import type { Input } from './inputs';
import { Progress } from './progress';

/**
 * Analyses all inputs and says on stderr what became of them.
 * @param keep what is held of each article
 * @returns that, in the order of the inputs, and the exit code: 1 if some input failed
 */
export async function analyseAll<T>(
  inputs: AsyncIterable<Input>,
  keep: (article: AnalysedResult) => T,
): Promise<{ readonly held: readonly T[]; readonly code: number }> {
  const engine = createEngine();
  const progress = new Progress();
  const held: T[] = [];
  try {
    for await (const result of engine.analyse(inputs)) {
      progress.note(result);
      if (result.kind === 'analysed') held.push(keep(result));
    }
  } finally {
    engine.close();
  }
  progress.end();
  return { held, code: progress.failed > 0 ? 1 : 0 };
}
