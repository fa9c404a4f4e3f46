import { Corpus } from '../corpus/index';
import { type AnalysedResult, createEngine } from './engine';
import { withFolderPass } from './folderPass';
import { printReport } from './human';
import type { Input } from './inputs';
import { print } from './print';
import { Progress } from './progress';
import { articleRecord, eventsRecord } from './record';

export interface AnalyzeOptions {
  readonly json: boolean;
  readonly events: boolean;
  /** Adds to each record what `dateline group` needs. */
  readonly features: boolean;
}

/** `dateline analyze`. Returns the exit code: 1 if some input failed. */
export async function analyze(
  inputs: AsyncIterable<Input>,
  options: AnalyzeOptions,
): Promise<number> {
  const engine = createEngine();
  const progress = new Progress();
  const corpus = options.events ? new Corpus() : undefined;
  const held: AnalysedResult[] = [];
  const stateless = options.json && !options.events;
  try {
    for await (const result of engine.analyse(inputs)) {
      progress.note(result);
      if (result.kind !== 'analysed') continue;
      if (stateless) await print(articleRecord(result, options));
      else held.push(result);
    }
    corpus?.apply(
      held.map(({ analysed }) => analysed.entry),
      [],
    );
    progress.end();
    const results = withFolderPass(held);
    if (options.json) {
      for (const result of results) await print(articleRecord(result, { ...options, corpus }));
      if (corpus) await print(eventsRecord(corpus.events()));
    } else {
      printReport(results, corpus);
    }
  } finally {
    engine.close();
  }
  return progress.failed > 0 ? 1 : 0;
}
