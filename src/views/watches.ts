import type { EntryName } from '../corpus/entry';
import { keyOf } from './readStates';

/** A name or an event of which a person wants to hear. */
export interface Watch {
  readonly kind: 'name' | 'event';
  /** The entity's or the event's id in the corpus. */
  readonly id: string;
  /** As it was called when the watch began. */
  readonly name: string;
  readonly type?: EntryName['type'];
  /** Keys of its articles that were there unseen when the watch began: they are no news. */
  readonly before: readonly string[];
}

/** An article that is news, and what it is news of. */
export type News = ReadonlyMap<string, readonly Watch[]>;

/** The names and events that a person watches. */
export class Watches {
  private readonly byId: Map<string, Watch>;

  constructor(stored: readonly Watch[] = []) {
    this.byId = new Map(stored.map((watch) => [watch.id, watch]));
  }

  get all(): readonly Watch[] {
    return [...this.byId.values()];
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** @param unseen articles of it that nobody has opened yet */
  add(subject: Omit<Watch, 'before'>, unseen: readonly string[]): void {
    this.byId.set(subject.id, { ...subject, before: unseen.map(keyOf) });
  }

  remove(id: string): void {
    this.byId.delete(id);
  }

  /**
   * What came since the watches began and is not yet seen.
   * @param articles the articles of each watched thing, by its id
   */
  news(
    articles: ReadonlyMap<string, readonly string[]>,
    isUnseen: (article: string) => boolean,
  ): News {
    const news = new Map<string, Watch[]>();
    for (const watch of this.byId.values()) {
      const before = new Set(watch.before);
      for (const article of articles.get(watch.id) ?? []) {
        if (!isUnseen(article) || before.has(keyOf(article))) continue;
        const known = news.get(article);
        if (known) known.push(watch);
        else news.set(article, [watch]);
      }
    }
    return news;
  }
}
