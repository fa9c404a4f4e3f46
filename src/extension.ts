import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { type DatelineApi, type Host, wire } from './wire';
import { spawnFromFile } from './worker/spawnNode';

const mostWorkers = 8;

type AnnotatingBundle = Awaited<ReturnType<Host['annotating']>>;
type ReadingBundle = Awaited<ReturnType<Host['reading']>>;

/** The editor answers only this way of loading when a bundle asks for `vscode`. */
const load = createRequire(__filename);

/** Entry for desktop and remote hosts. */
export function activate(context: ExtensionContext): DatelineApi {
  return wire(context, {
    spawn: spawnFromFile(join(context.extensionPath, 'dist', 'worker.js')),
    workers: Math.min(mostWorkers, availableParallelism()),
    annotating: async () => load('./annotating.js') as AnnotatingBundle,
    reading: async () => load('./reading.js') as ReadingBundle,
  });
}
