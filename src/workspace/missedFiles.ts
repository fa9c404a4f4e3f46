import * as vscode from 'vscode';
import { discover } from './files';
import type { IndexParts } from './indexParts';
import { withKept } from './withKept';

/** The files that have come, changed or gone without having been told of. */
export async function missedFiles({
  log,
  cache,
}: Pick<IndexParts, 'log' | 'cache'>): Promise<vscode.Uri[]> {
  const { token } = new vscode.CancellationTokenSource();
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map((folder) => discover(folder, token)));
  const missed = new Map(log.files().map((id) => [id, vscode.Uri.parse(id)]));
  await withKept(found.flat(), await cache.load(), async (uri, file) => {
    const id = uri.toString();
    if (file && missed.has(id)) missed.delete(id);
    else missed.set(id, uri);
  });
  return [...missed.values()];
}
