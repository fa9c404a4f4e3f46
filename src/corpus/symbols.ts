import { nameWords } from '../analysis/entities/name-keys';
import type { CorpusEntities, CorpusEntity } from './entities';
import type { EntryName, EventView } from './entry';
import type { Corpus } from './index';
import { byDayThenId } from './order';

/** Where an entity is named: under which of their names, in which articles. */
export interface Named {
  readonly name: string;
  /** The earliest article first. */
  readonly articles: readonly { readonly id: string; readonly names: readonly string[] }[];
}

/** What a search over the names of a corpus finds. */
export interface NameSymbol {
  readonly type: EntryName['type'] | 'event';
  readonly name: string;
  /** The other form of the name by which it was found. */
  readonly alias?: string;
  readonly articles: number;
  /** The article to go to … */
  readonly article: string;
  /** … and the entity's name in there. */
  readonly as?: string;
}

/** Do all the words begin words of the name? */
function holds(name: string, wanted: readonly string[]): boolean {
  const words = nameWords(name);
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}

/** Names of a corpus for finding one's way: each with the places where it stands. */
export class SymbolIndex {
  constructor(
    private readonly corpus: Corpus,
    private readonly names: CorpusEntities,
  ) {}

  /** Where the entity of one article's name is named. Undefined for a name that the corpus does not hold. */
  where(article: string, name: Pick<EntryName, 'type' | 'name'>): Named | undefined {
    const found = this.names.entityIn(article, name);
    return found && this.placesOf(found);
  }

  /** Entities, the most mentioned first, and then events whose words begin with those of the query. */
  find(query: string, limit: number): NameSymbol[] {
    const wanted = nameWords(query);
    const found: NameSymbol[] = [];
    for (const entity of this.names.all()) {
      if (found.length >= limit) break;
      const isNamed = holds(entity.name, wanted);
      const alias = isNamed ? undefined : entity.aliases.find((form) => holds(form, wanted));
      if (isNamed || alias !== undefined) found.push(this.symbol(entity, alias));
    }
    const events = this.corpus.events().filter(({ title }) => holds(title, wanted));
    return [...found, ...events.slice(0, limit).map(eventSymbol)];
  }

  private symbol(entity: CorpusEntity, alias: string | undefined): NameSymbol {
    const { type, name } = entity;
    const [first] = this.placesOf(entity).articles;
    return {
      type,
      name,
      ...(alias !== undefined && { alias }),
      articles: entity.articles.length,
      article: first!.id,
      as: first!.names[0]!,
    };
  }

  private placesOf({ id, name, articles }: CorpusEntity): Named {
    return {
      name,
      articles: articles
        .flatMap((article) => this.corpus.article(article) ?? [])
        .sort(byDayThenId)
        .map((entry) => ({
          id: entry.id,
          names: [...this.names.namesIn(entry.id)]
            .filter((known) => known.id === id)
            .map((known) => known.name.name),
        }))
        .filter(({ names }) => names.length > 0),
    };
  }
}

function eventSymbol({ title, articles }: EventView): NameSymbol {
  return { type: 'event', name: title, articles: articles.length, article: articles[0]! };
}
