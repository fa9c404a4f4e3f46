import { createAnalysisCalls } from './analysisCalls';
import { createAnnotationCalls } from './annotationCalls';
import { serve } from './calls';
import { createComparingCalls } from './comparingCalls';
import { createCorpusCalls } from './corpusCalls';
import type { WorkerPort } from './port';

/** Answers the calls of every part: one bundle plays whichever its host asks for. */
export function serveAll(port: Pick<WorkerPort, 'post' | 'listen'>): void {
  serve(
    {
      ...createAnalysisCalls(() => performance.now()),
      ...createCorpusCalls(),
      ...createAnnotationCalls(),
      ...createComparingCalls(),
    },
    port,
  );
}
