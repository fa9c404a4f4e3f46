import type * as vscode from 'vscode';
import type { EventView } from '../corpus/entry';
import type { IndexParts } from './indexParts';
import { withKept } from './withKept';

/**
 * Takes over what the index on disk holds of unchanged files, and the places of those that are gone; gives the other files.
 * @param files by their ids
 * @param events as they were kept
 * @param onDidTell tells of each file of which something newer becomes known meanwhile: that counts
 */
export async function restoreKept(
  files: ReadonlyMap<string, vscode.Uri>,
  events: readonly EventView[],
  { feed, log, cache, mirror, layer }: IndexParts,
  onDidTell: vscode.Event<string>,
): Promise<vscode.Uri[]> {
  const newer = new Set<string>();
  const entries = new Map<string, Uint8Array>();
  const following = onDidTell((id) => {
    newer.add(id);
    if (!log.analysed.has(id)) entries.delete(id);
  });
  try {
    const kept = await cache.load();
    const changed: vscode.Uri[] = [];
    await withKept(files.values(), kept, async (uri, file) => {
      const id = uri.toString();
      const stamp = file && !file.skipped ? await layer.stamp(uri) : undefined;
      if (!file || file.decided?.stamp !== stamp) changed.push(uri);
      else if (file.skipped) {
        if (!newer.has(id)) log.noteSkipped(id, file.skipped);
      } else {
        if (!newer.has(id)) log.noteKept(id, file);
        // Of an article that the corpus was told of meanwhile, too: the corpus sees whether that is another text.
        if (log.analysed.has(id)) entries.set(id, file.entry);
      }
    });
    const isGone = (id: string): boolean => !files.has(id) || (newer.has(id) && !log.knows(id));
    const gone = [...kept].filter(([id]) => isGone(id));
    for (const [id] of gone) cache.forget(id);
    const departed = gone.flatMap(([, { skipped, entry }]) => (skipped ? [] : [entry]));
    if (await feed.restore(entries, events, departed)) return changed;
    mirror.withdraw(events);
    return [...files.values()];
  } finally {
    following.dispose();
  }
}
