import type { EntryName } from './entry';

/** A name as all articles together know it. */
export interface CorpusName {
  readonly type: EntryName['type'];
  readonly name: string;
  readonly aliases: readonly string[];
  readonly count: number;
  /** Ids of the articles that hold it. */
  readonly articles: readonly string[];
}

const keyOf = (type: EntryName['type'], name: string): string => `${type} ${name.toLowerCase()}`;

/** The names of all articles, by type and full name. */
export class CorpusNames {
  private readonly byArticle = new Map<string, readonly EntryName[]>();
  private readonly byName = new Map<string, Map<string, EntryName>>();

  upsert(article: string, names: readonly EntryName[]): void {
    this.remove(article);
    this.byArticle.set(article, names);
    for (const name of names) {
      const key = keyOf(name.type, name.name);
      const holders = this.byName.get(key) ?? new Map<string, EntryName>();
      this.byName.set(key, holders.set(article, name));
    }
  }

  remove(article: string): void {
    for (const { type, name } of this.byArticle.get(article) ?? []) {
      const key = keyOf(type, name);
      const holders = this.byName.get(key);
      holders?.delete(article);
      if (holders?.size === 0) this.byName.delete(key);
    }
    this.byArticle.delete(article);
  }

  /** The name that an article uses, as the whole corpus knows it. */
  lookup(_article: string, type: EntryName['type'], name: string): CorpusName | undefined {
    const holders = this.byName.get(keyOf(type, name));
    if (!holders) return undefined;
    const names = [...holders.values()];
    return {
      type,
      name,
      aliases: [...new Set(names.flatMap(({ aliases }) => aliases))],
      count: names.reduce((sum, { count }) => sum + count, 0),
      articles: [...holders.keys()],
    };
  }
}
