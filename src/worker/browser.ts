import { createAnalysisCalls } from './analysisCalls';
import { createAnnotationCalls } from './annotationCalls';
import { serve } from './calls';
import { createComparingCalls } from './comparingCalls';
import { createCorpusCalls } from './corpusCalls';

/** What a worker's global object is in the browser; the DOM's types are not loaded in this project. */
interface WorkerScope {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

serve(
  {
    ...createAnalysisCalls(() => performance.now()),
    ...createCorpusCalls(),
    ...createAnnotationCalls(),
    ...createComparingCalls(),
  },
  {
    post: (message) => {
      scope.postMessage(message);
    },
    listen: (onMessage) => {
      scope.addEventListener('message', ({ data }) => {
        onMessage(data);
      });
    },
  },
);
