import type { CorpusEntry, EventView } from '../corpus/entry';
import { WorkerGone } from '../worker/calls';
import type { CorpusUpdate } from '../worker/protocol';
import type { CorpusMirror } from './corpusMirror';

const delay = 150;
/** Kept entries or events sent in one message; all in one would block this thread. */
const piece = 100;

async function inPieces<T>(
  all: Iterable<T>,
  send: (part: readonly T[]) => Promise<void>,
): Promise<void> {
  let part: T[] = [];
  for (const each of all) {
    part.push(each);
    if (part.length < piece) continue;
    await send(part);
    part = [];
  }
  if (part.length > 0) await send(part);
}

/** Gathers changes and hands them to the corpus in pieces, so that views repaint a few times a second at most. */
export class CorpusFeed {
  private readonly upserts = new Map<string, CorpusEntry>();
  private readonly removed = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending = Promise.resolve();

  constructor(
    private readonly mirror: CorpusMirror,
    /**
     * Is told when the corpus failed to take these articles in, and so may hold half of them. Answers whether it is begun
     * anew; if not, it goes on without them.
     */
    private readonly beginsAnew: (why: string, articles: readonly string[]) => boolean,
  ) {}

  upsert(entry: CorpusEntry): void {
    this.removed.delete(entry.id);
    this.upserts.set(entry.id, entry);
    this.schedule();
  }

  remove(id: string): void {
    this.upserts.delete(id);
    this.removed.add(id);
    this.schedule();
  }

  /**
   * Takes entries from the cache into a corpus that holds nothing but what was told meanwhile. Answers whether it could.
   * @param packed by article id; those that are taken out while this runs are left out
   * @param events as they are shown
   * @param gone those of articles that are no more
   */
  async restore(
    packed: ReadonlyMap<string, Uint8Array>,
    events: readonly EventView[],
    gone: readonly Uint8Array[],
  ): Promise<boolean> {
    const { calls } = this.mirror;
    await inPieces(gone, (part) => calls.holdGone(part));
    await inPieces(packed.values(), (part) => calls.hold(part));
    await inPieces(events, (part) => calls.holdEvents(part));
    const update = await this.taken(calls.restore(), []);
    if (update) this.mirror.reset(update);
    return update !== undefined;
  }

  /** Resolves when everything given so far is in the corpus. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    // A failure is told to whoever waited for it; what comes later is sent all the same.
    const before = this.sending.catch(() => undefined);
    this.sending = before.then(async () => {
      if (this.upserts.size === 0 && this.removed.size === 0) return;
      const upserts = [...this.upserts.values()];
      const removed = [...this.removed];
      this.upserts.clear();
      this.removed.clear();
      const ids = upserts.map(({ id }) => id);
      const update = await this.taken(this.mirror.calls.apply(upserts, removed), ids);
      if (update) this.mirror.take(update);
    });
    return this.sending;
  }

  /** What the corpus tells of a change; undefined if it goes on without it. Rejects where all ends. */
  private async taken(
    change: Promise<CorpusUpdate>,
    articles: readonly string[],
  ): Promise<CorpusUpdate | undefined> {
    try {
      return await change;
    } catch (error) {
      if (error instanceof WorkerGone) throw error;
      const [why] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
      if (this.beginsAnew(why!, articles)) throw new WorkerGone(why);
      return undefined;
    }
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), delay);
  }
}
