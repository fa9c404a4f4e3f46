import * as vscode from 'vscode';
import { parseSideCarPath, sideCarPath } from '../annotations/store';
import type { Place } from './placeOf';

/** The folder of a workspace folder that holds what people decided. */
export const home = '.dateline';

const { fs } = vscode.workspace;

/** The names in a folder; none where there is no such folder. */
export async function namesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return (await entriesOf(folder)).map(([name]) => name);
}

/** The files that hold decisions or labels, in a folder and all folders below it. */
export async function decisionFiles(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const [name, type] of await entriesOf(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.Directory) found.push(...(await decisionFiles(uri)));
    else if (holdsDecisions(uri)) found.push(uri);
  }
  return found;
}

/**
 * Watches the files that hold decisions. A folder that comes or goes may be told alone, without the files that came
 * or went with it: then `lookBelow` is told of it.
 */
export function watchDecisionFiles(
  look: (file: vscode.Uri) => unknown,
  lookBelow: (folder: vscode.Uri) => unknown,
): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${home}/**`);
  const touch = (uri: vscode.Uri): void => {
    if (holdsDecisions(uri)) look(uri);
    else if (!uri.path.endsWith('.tmp')) lookBelow(uri);
  };
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(touch),
    watcher.onDidChange(touch),
    watcher.onDidDelete(touch),
  );
}

/** The folder of the annotations of a folder; those of an article have its path with more behind it. */
export function annotationsOf({ folder, path }: Place): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, `${home}/annotations`, path);
}

/** The side-cars of an article that are there. */
export async function sideCarsOn(place: Place): Promise<vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(annotationsOf(place), '..');
  const example = sideCarPath(place.path, 'x');
  const prefix = example.slice(0, example.lastIndexOf('/') + 1);
  return (await namesIn(folder))
    .filter((name) => parseSideCarPath(prefix + name)?.article === place.path)
    .map((name) => vscode.Uri.joinPath(folder, name));
}

const holdsDecisions = (uri: vscode.Uri): boolean => /\.jsonl?$/.test(uri.path);

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  return Promise.resolve(fs.readDirectory(folder)).catch(() => []);
}
