import type * as vscode from 'vscode';
import { inLanes } from './inLanes';
import { isUnchanged } from './readText';
import type { CachedFile } from './shard';

const statsAtOnce = 64;

/** Visits files with what the index on disk holds of them; with nothing where a file is not as it was then. */
export function withKept(
  files: Iterable<vscode.Uri>,
  kept: ReadonlyMap<string, CachedFile>,
  visit: (uri: vscode.Uri, file: CachedFile | undefined) => Promise<void>,
): Promise<void> {
  return inLanes(files, statsAtOnce, async (uri) => {
    const file = kept.get(uri.toString());
    await visit(uri, file && (await isUnchanged(uri, file)) ? file : undefined);
  });
}
