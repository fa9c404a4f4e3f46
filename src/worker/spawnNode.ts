import { Worker } from 'node:worker_threads';
import type { Spawn } from './port';

/** Starts workers from a bundle on disk. */
export function spawnFromFile(bundle: string): Spawn {
  return async () => {
    const worker = new Worker(bundle);
    return {
      post: (message) => {
        worker.postMessage(message);
      },
      listen: (onMessage, onDeath) => {
        worker.on('message', onMessage);
        worker.on('error', (error) => {
          onDeath(error.message);
        });
        worker.on('exit', (code) => {
          onDeath(`the worker ended with code ${code}`);
        });
      },
      terminate: () => {
        void worker.terminate();
      },
    };
  };
}
