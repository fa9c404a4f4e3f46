import type * as vscode from 'vscode';
import type { Granularity } from '../corpus/linkage';
import type { IndexParts } from './indexParts';
import { withKept } from './withKept';

/**
 * Takes over what the index on disk holds of unchanged files; gives the other files.
 * @param files by their ids
 */
export async function restoreKept(
  files: ReadonlyMap<string, vscode.Uri>,
  granularity: Granularity,
  { feed, log, cache, mirror, layer }: IndexParts,
): Promise<vscode.Uri[]> {
  const kept = await cache.load();
  if (kept.size === 0) return [...files.values()];
  const events = await cache.loadEvents(granularity);
  mirror.preview(events);
  const changed: vscode.Uri[] = [];
  const entries: Uint8Array[] = [];
  await withKept(files.values(), kept, async (uri, file) => {
    if (file?.skipped) {
      log.noteSkipped(uri.toString(), file.skipped);
    } else if (file && file.decided?.stamp === (await layer.stamp(uri))) {
      log.noteKept(uri.toString(), file);
      entries.push(file.entry);
    } else {
      changed.push(uri);
    }
  });
  for (const id of kept.keys()) if (!files.has(id)) cache.forget(id);
  await feed.restore(entries, events);
  return changed;
}
