import { parentPort } from 'node:worker_threads';
import { createAnalysisCalls } from './analysisCalls';
import { createAnnotationCalls } from './annotationCalls';
import { serve } from './calls';
import { createComparingCalls } from './comparingCalls';
import { createCorpusCalls } from './corpusCalls';

/** Entry of the worker bundle for Node. One bundle plays both parts: analysis or corpus. */
const port = parentPort;
if (!port) throw new Error('this file runs as a worker');

serve(
  {
    ...createAnalysisCalls(() => performance.now()),
    ...createCorpusCalls(),
    ...createAnnotationCalls(),
    ...createComparingCalls(),
  },
  {
    post: (message) => {
      port.postMessage(message);
    },
    listen: (onMessage) => {
      port.on('message', onMessage);
    },
  },
);
