import * as vscode from 'vscode';
import { FileChoice, filesBelow } from './files';
import { inLanes } from './inLanes';

const foldersAtOnce = 8;

function isBelow(id: string, folders: ReadonlySet<string>): boolean {
  for (let end = id.lastIndexOf('/'); end > 0; end = id.lastIndexOf('/', end - 1)) {
    if (folders.has(id.slice(0, end))) return true;
  }
  return false;
}

/**
 * The files to look at when these paths were touched: a folder that comes or goes may be told alone, without the files
 * that came or went with it.
 * @param known gives the ids of all files that were looked at before
 */
export async function touchedFiles(
  touched: readonly vscode.Uri[],
  known: () => readonly string[],
): Promise<vscode.Uri[]> {
  const choice = new FileChoice();
  const files = new Map<string, vscode.Uri>();
  const others = new Map<string, vscode.Uri>();
  for (const uri of touched) {
    if (choice.isCandidate(uri)) files.set(uri.toString(), uri);
    else if (!choice.isShut(uri)) others.set(uri.toString(), uri);
  }
  const folders = new Set<string>();
  await inLanes(others, foldersAtOnce, async ([id, uri]) => {
    const below = await filesBelow(uri, choice);
    if (below) folders.add(id);
    for (const file of below ?? []) files.set(file.toString(), file);
  });
  for (const id of folders.size > 0 ? known() : []) {
    if (isBelow(id, folders)) files.set(id, vscode.Uri.parse(id));
  }
  return [...files.values()];
}
