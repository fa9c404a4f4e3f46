import { serveAll } from './serveAll';

/** What a worker's global object is in the browser; the DOM's types are not loaded in this project. */
interface WorkerScope {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

serveAll({
  post: (message) => {
    scope.postMessage(message);
  },
  listen: (onMessage) => {
    scope.addEventListener('message', ({ data }) => {
      onMessage(data);
    });
  },
});
