import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ExtensionContext } from 'vscode';
import { type DatelineApi, wire } from './wire';
import { spawnFromFile } from './worker/spawnNode';

const mostWorkers = 8;

/** Entry for desktop and remote hosts. */
export function activate(context: ExtensionContext): DatelineApi {
  return wire(context, {
    spawn: spawnFromFile(join(context.extensionPath, 'dist', 'worker.js')),
    workers: Math.min(mostWorkers, availableParallelism()),
  });
}
