import { type Telling, tellingOf } from '../corpus/telling';
import { inLanes } from '../workspace/inLanes';
import type { ArticleReader } from './articleReader';

/** Articles read at a time, so that those of an open editor still find a free worker. */
const lanes = 3;

/** What articles say as they now stand, in the order asked for; those that are gone are left out. */
export async function readTellings(
  reader: ArticleReader,
  ids: readonly string[],
  isCancelled: () => boolean,
): Promise<Telling[]> {
  const found = new Map<string, Telling>();
  await inLanes(ids, lanes, async (id) => {
    const read = isCancelled() ? undefined : await reader.read(id);
    if (read) found.set(id, tellingOf(id, read.text, read.article));
  });
  return ids.flatMap((id) => found.get(id) ?? []);
}
