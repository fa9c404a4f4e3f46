import { type ExtensionContext, Uri, workspace } from 'vscode';
import { type DatelineApi, type Host, wire } from './wire';
import { spawnFromSource } from './worker/spawnBrowser';

type AnnotatingBundle = Awaited<ReturnType<Host['annotating']>>;
type ReadingBundle = Awaited<ReturnType<Host['reading']>>;

/** A browser host gives each extension one script and a `require` that knows `vscode` alone. */
declare const require: unknown;

/** Runs a bundle of the extension as the browser host runs its first. */
async function load(bundle: Uri): Promise<unknown> {
  const source = new TextDecoder().decode(await workspace.fs.readFile(bundle));
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own file, as packaged
  const run = new Function('module', 'exports', 'require', source);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-call
  run(module, module.exports, require);
  return module.exports;
}

/** Entry for browser hosts. */
export function activate(context: ExtensionContext): DatelineApi {
  const bundle = (name: string): Uri =>
    Uri.joinPath(context.extensionUri, 'dist', 'web', `${name}.js`);
  return wire(context, {
    spawn: spawnFromSource(async () => workspace.fs.readFile(bundle('worker'))),
    workers: 1,
    annotating: async () => (await load(bundle('annotating'))) as AnnotatingBundle,
    reading: async () => (await load(bundle('reading'))) as ReadingBundle,
  });
}
