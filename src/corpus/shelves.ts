import type { CorpusEntities } from './entities';
import type { CorpusEntry, EntryName } from './entry';
import { hashString } from './hash';
import type { Corpus } from './index';
import { compare } from './order';

/** Ways to sort the articles of a corpus onto shelves. */
export type ShelfKind = 'name' | 'source' | 'day';

/** Articles that stand together because they name the same, come from one source or from one day. */
export interface Shelf {
  /** Unique among the shelves of its kind, and the same after every change of the corpus. */
  readonly id: string;
  /** The canonical name, the source, or the day as `YYYY-MM-DD`; empty for articles that tell none. */
  readonly name: string;
  readonly type?: EntryName['type'];
  readonly articles: number;
  /** The day of its latest article, where one is known. */
  readonly latest?: string;
  /** Another number whenever one of its articles came, went or changed. */
  readonly stamp: number;
}

/** Which articles of a corpus count. */
export interface Choice {
  /** These alone; all where there is no set … */
  readonly only?: ReadonlySet<string>;
  /** … and of those not these. */
  readonly but?: ReadonlySet<string>;
}

/** Is an article among those that count? */
export function counts({ only, but }: Choice, article: string): boolean {
  return (only?.has(article) ?? true) && !but?.has(article);
}

export interface Shelves {
  readonly shelves: readonly Shelf[];
  /** How many names of a type were left out, because nobody reads so long a list. */
  readonly left: Readonly<Partial<Record<EntryName['type'], number>>>;
}

const namedTypes = ['PER', 'ORG', 'LOC'] as const;

/** By day, newest first, undated last. */
const newestFirst = (a: CorpusEntry, b: CorpusEntry): number =>
  compare(b.card.day ?? '', a.card.day ?? '') || compare(a.id, b.id);

/** The shelves of one kind: a shelf's articles by its id, and the list of them all. */
export class Bookcase {
  constructor(
    private readonly corpus: Corpus,
    private readonly names: CorpusEntities,
  ) {}

  /**
   * Names by the number of articles, sources likewise, days newest first.
   * @param most names of a type at most
   */
  list(kind: ShelfKind, choice: Choice = {}, most = 1000): Shelves {
    if (kind === 'name') return this.nameShelves(choice, most);
    const byPlace = new Map<string, CorpusEntry[]>();
    for (const entry of this.corpus.articles()) {
      if (!counts(choice, entry.id)) continue;
      const place = entry.card[kind] ?? '';
      const there = byPlace.get(place);
      if (there) there.push(entry);
      else byPlace.set(place, [entry]);
    }
    const shelves = [...byPlace].map(([name, entries]) =>
      this.shelf(`${kind}:${name}`, name, entries),
    );
    // What tells neither source nor day comes last.
    shelves.sort(
      (a, b) =>
        Number(a.name === '') - Number(b.name === '') ||
        (kind === 'day' ? compare(b.name, a.name) : b.articles - a.articles) ||
        compare(a.name, b.name),
    );
    return { shelves, left: {} };
  }

  /** The ids of a shelf's articles, newest first. Empty for a shelf that is gone. */
  articles(kind: ShelfKind, shelf: string, choice: Choice = {}): string[] {
    const held =
      kind === 'name'
        ? this.entries(this.names.byId(shelf)?.articles ?? [])
        : [...this.corpus.articles()].filter(({ card }) => `${kind}:${card[kind] ?? ''}` === shelf);
    return held
      .filter(({ id }) => counts(choice, id))
      .sort(newestFirst)
      .map(({ id }) => id);
  }

  /** The ids of the articles with mentions that a person should look at, the most of them first. */
  doubtful(choice: Choice = {}): string[] {
    return [...this.corpus.articles()]
      .filter(({ id, card }) => card.doubtful !== undefined && counts(choice, id))
      .sort((a, b) => b.card.doubtful! - a.card.doubtful! || newestFirst(a, b))
      .map(({ id }) => id);
  }

  private nameShelves(choice: Choice, most: number): Shelves {
    const isWhole = !choice.only && !choice.but;
    const all = this.names.all().map((entity) => ({
      entity,
      articles: isWhole ? entity.articles : entity.articles.filter((id) => counts(choice, id)),
    }));
    const left: Partial<Record<EntryName['type'], number>> = {};
    const shelves = namedTypes.flatMap((type) => {
      const ofType = all
        .filter(({ entity, articles }) => entity.type === type && articles.length > 0)
        .sort(
          (a, b) =>
            b.articles.length - a.articles.length ||
            b.entity.count - a.entity.count ||
            compare(a.entity.name, b.entity.name),
        );
      if (ofType.length > most) left[type] = ofType.length - most;
      return ofType.slice(0, most).map(({ entity, articles }) => ({
        ...this.shelf(entity.id, entity.name, this.entries(articles)),
        type,
      }));
    });
    return { shelves, left };
  }

  private shelf(id: string, name: string, entries: readonly CorpusEntry[]): Shelf {
    const stamp = entries.reduce(
      (sum, { id: article, hash }) => sum + hashString(article + hash),
      0,
    );
    const latest = entries.reduce((last, { card: { day = '' } }) => (day > last ? day : last), '');
    return { id, name, articles: entries.length, stamp, ...(latest !== '' && { latest }) };
  }

  private entries(ids: readonly string[]): CorpusEntry[] {
    return ids.flatMap((id) => this.corpus.article(id) ?? []);
  }
}
