import * as vscode from 'vscode';
import type { ChangeSet, EventView } from '../corpus/entry';
import { compare } from '../corpus/order';
import type { Remote } from '../worker/calls';
import type { ArticleDossier, CorpusCalls, CorpusUpdate } from '../worker/protocol';

/** Newest first; events without a day come last. */
function byNewest(a: EventView, b: EventView): number {
  return compare(b.end ?? '', a.end ?? '') || compare(a.id, b.id);
}

/**
 * The host's picture of the corpus: the events, kept in step with the corpus worker. Everything larger
 * is asked from the worker when it is shown.
 */
export class CorpusMirror implements vscode.Disposable {
  private readonly byId = new Map<string, EventView>();
  private readonly byArticle = new Map<string, string>();
  private sorted: readonly EventView[] | undefined;
  private readonly changed = new vscode.EventEmitter<ChangeSet>();
  readonly onDidChange = this.changed.event;
  articles = 0;

  constructor(readonly calls: Remote<CorpusCalls>) {}

  dispose(): void {
    this.changed.dispose();
  }

  take({ changes, events, articles }: CorpusUpdate): void {
    this.articles = articles;
    const gone = new Set([...changes.removed, ...events.map((event) => event.id)]);
    for (const id of gone) {
      for (const article of this.byId.get(id)?.articles ?? []) {
        if (this.byArticle.get(article) === id) this.byArticle.delete(article);
      }
      this.byId.delete(id);
    }
    for (const event of events) {
      this.byId.set(event.id, event);
      for (const article of event.articles) this.byArticle.set(article, event.id);
    }
    this.sorted = undefined;
    this.changed.fire(changes);
  }

  /** Shows events as they were when the window was last open, until the corpus tells its own. */
  preview(events: readonly EventView[]): void {
    const articles = events.reduce((sum, event) => sum + event.articles.length, 0);
    this.take({ changes: { changed: events.map(({ id }) => id), removed: [] }, events, articles });
  }

  /** Takes back of a preview what the corpus has not told since. */
  withdraw(events: readonly EventView[]): void {
    const removed = events.filter((event) => this.byId.get(event.id) === event);
    if (removed.length === 0) return;
    const articles = removed.length === this.byId.size ? 0 : this.articles;
    this.take({
      changes: { changed: [], removed: removed.map(({ id }) => id) },
      events: [],
      articles,
    });
  }

  /** Takes what a complete grouping found; the articles that it moved. */
  async improve(): Promise<readonly string[]> {
    const update = await this.calls.improve();
    if (!update) return [];
    this.take(update);
    return update.changes.moved ?? [];
  }

  /** As `take`, for an update that names every event there is. */
  reset(update: CorpusUpdate): void {
    const { changed } = update.changes;
    const now = new Set(changed);
    const removed = [...this.byId.keys()].filter((id) => !now.has(id));
    this.take({ ...update, changes: { changed, removed } });
  }

  /** Newest first. */
  events(): readonly EventView[] {
    this.sorted ??= [...this.byId.values()].sort(byNewest);
    return this.sorted;
  }

  event(id: string): EventView | undefined {
    return this.byId.get(id);
  }

  eventOf(article: string): EventView | undefined {
    const id = this.byArticle.get(article);
    return id === undefined ? undefined : this.byId.get(id);
  }

  async dossier(article: string): Promise<ArticleDossier | undefined> {
    return (await this.calls.dossiers([article]))[0];
  }
}
