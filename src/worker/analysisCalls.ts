import { type Adapt, type Analyze, createAnalyzer, type Stage } from '../analysis/analyze';
import { adaptOf } from '../annotations/learned';
import { createDigest } from '../corpus/digest';
import type { AnalysisCalls } from './protocol';

/** The analysis as a worker offers it: every other call fails until `load` has been called. */
export function createAnalysisCalls(now: () => number): AnalysisCalls {
  let analyze: Analyze | undefined;
  let adapt: Adapt | undefined;
  let adaptedTo = '';
  let digest: ReturnType<typeof createDigest> | undefined;
  return {
    load(models) {
      analyze = createAnalyzer(models);
      digest = createDigest(models.background);
    },
    analyse({ uri, version, text, origin, learned = '' }) {
      if (!analyze || !digest) throw new Error('the models are not loaded');
      const times: Record<Stage | 'digest', number> = {
        structure: 0,
        names: 0,
        dates: 0,
        links: 0,
        quotes: 0,
        digest: 0,
      };
      let last = now();
      const lap = (stage: Stage | 'digest'): void => {
        const time = now();
        times[stage] += time - last;
        last = time;
      };
      if (learned !== adaptedTo) {
        adapt = adaptOf(learned);
        adaptedTo = learned;
      }
      const article = analyze(text, origin, lap, adapt);
      const entry = digest(uri, text, article);
      lap('digest');
      return { uri, version, article, entry, times };
    },
  };
}
