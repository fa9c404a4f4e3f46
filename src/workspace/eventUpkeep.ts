import type { EventView } from '../corpus/entry';
import type { Granularity } from '../corpus/linkage';
import { AfterQuiet } from './afterQuiet';
import { breathe } from './breathe';
import type { IndexParts } from './indexParts';
import { readSettings } from './settings';

/** After so long without a change, milliseconds, the events may be grouped anew. */
const quietTime = 5000;

/** Keeps the events as alike as the setting asks, grouped well as articles come and go, and on disk for the next start. */
export class EventUpkeep {
  /** As the corpus worker knows it; one just started groups normally. */
  granularity: Granularity = 'normal';
  private readonly improving = new AfterQuiet(quietTime, () => this.improve());

  constructor(
    private readonly parts: Pick<IndexParts, 'mirror' | 'cache' | 'log'>,
    /** Is the whole folder in the corpus, and no run under way? */
    private readonly isComplete: () => boolean,
  ) {}

  /** The corpus worker is another one. */
  begin(): void {
    this.granularity = 'normal';
  }

  async applyGranularity(): Promise<void> {
    const { granularity } = readSettings();
    if (granularity === this.granularity) return;
    this.granularity = granularity;
    this.parts.mirror.take(await this.parts.mirror.calls.setGranularity(granularity));
  }

  /** Shows the events of the last time before any file is looked at; gives them. */
  async showKept(): Promise<readonly EventView[]> {
    const events = await this.parts.cache.loadEvents(readSettings().granularity);
    await breathe();
    if (events.length > 0) this.parts.mirror.preview(events);
    return events;
  }

  /** Articles came in pieces: with all of them known, some belong elsewhere. */
  async regroup(): Promise<void> {
    this.parts.mirror.take(await this.parts.mirror.calls.regroup());
  }

  /** Once changes have ceased for a while, all articles are grouped anew where it pays. */
  improveLater(): void {
    this.improving.ask();
  }

  /** Keeps on disk what has changed. */
  keep(): Promise<void> {
    return this.parts.cache.flush(this.parts.mirror.events(), this.granularity);
  }

  dispose(): void {
    this.improving.dispose();
  }

  private async improve(): Promise<void> {
    if (!this.isComplete()) return;
    const moved = await this.parts.mirror.improve();
    if (moved.length > 0) {
      this.parts.log.moved = moved;
      this.parts.cache.noteEvents();
    }
    await this.keep();
  }
}
