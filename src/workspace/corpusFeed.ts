import type { CorpusEntry, EventView } from '../corpus/entry';
import type { CorpusMirror } from './corpusMirror';

const delay = 150;
/** Kept entries sent in one message; all in one would block this thread. */
const piece = 200;

/** Gathers changes and hands them to the corpus in pieces, so that views repaint a few times a second at most. */
export class CorpusFeed {
  private readonly upserts = new Map<string, CorpusEntry>();
  private readonly removed = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending = Promise.resolve();

  constructor(private readonly mirror: CorpusMirror) {}

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

  /** Takes entries from the cache: the corpus is empty until then, so they are all there is. */
  async restore(packed: readonly Uint8Array[], events: readonly EventView[]): Promise<void> {
    const { calls } = this.mirror;
    for (let at = 0; at < packed.length; at += piece) {
      await calls.hold(packed.slice(at, at + piece));
    }
    const known = events.map(({ id, articles }) => ({ id, articles }));
    this.mirror.reset(await calls.restore([], known));
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
      this.mirror.take(await this.mirror.calls.apply(upserts, removed));
    });
    return this.sending;
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), delay);
  }
}
