import { parentPort } from 'node:worker_threads';
import { serveAll } from './serveAll';

/** Entry of the worker bundle for Node. */
const port = parentPort;
if (!port) throw new Error('this file runs as a worker');

serveAll({
  post: (message) => {
    port.postMessage(message);
  },
  listen: (onMessage) => {
    port.on('message', onMessage);
  },
});
