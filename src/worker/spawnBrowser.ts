import type { Spawn } from './port';

interface BrowserWorker {
  postMessage(message: unknown): void;
  addEventListener(
    type: 'message' | 'error',
    listener: (event: { readonly data?: unknown; readonly message?: string }) => void,
  ): void;
  terminate(): void;
}

declare const Worker: new (url: string) => BrowserWorker;

/**
 * Starts workers from the source of a bundle. The source goes through a Blob URL because a browser
 * refuses to start a worker from the address of a server-served extension (vscode#144235).
 */
export function spawnFromSource(source: () => Promise<Uint8Array>): Spawn {
  return async () => {
    const bytes = await source();
    const url = URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' }));
    const worker = new Worker(url);
    return {
      post: (message) => {
        worker.postMessage(message);
      },
      listen: (onMessage, onDeath) => {
        worker.addEventListener('message', ({ data }) => {
          onMessage(data);
        });
        worker.addEventListener('error', ({ message }) => {
          onDeath(message ?? 'the worker failed');
        });
      },
      terminate: () => {
        worker.terminate();
        URL.revokeObjectURL(url);
      },
    };
  };
}
