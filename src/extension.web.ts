import { type ExtensionContext, Uri, workspace } from 'vscode';
import { type DatelineApi, wire } from './wire';
import { spawnFromSource } from './worker/spawnBrowser';

/** Entry for browser hosts. */
export function activate(context: ExtensionContext): DatelineApi {
  const bundle = Uri.joinPath(context.extensionUri, 'dist', 'web', 'worker.js');
  return wire(context, {
    spawn: spawnFromSource(async () => workspace.fs.readFile(bundle)),
    workers: 1,
  });
}
