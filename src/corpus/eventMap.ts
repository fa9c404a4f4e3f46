import type { CorpusEntities } from './entities';
import type { EntryName } from './entry';
import type { Corpus } from './index';
import { compare } from './order';

/** An event on the timeline. */
export interface MappedEvent {
  readonly id: string;
  readonly title: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
  readonly articles: number;
  readonly sources: number;
}

/** A name of the network. */
export interface MappedName {
  readonly id: string;
  readonly type: EntryName['type'];
  readonly name: string;
  /** Articles that name it. */
  readonly articles: number;
}

/** Two names that stand in the same articles; places in `names`. */
export interface NameTie {
  readonly from: number;
  readonly to: number;
  readonly articles: number;
}

/** What a picture of the corpus shows: the strongest of everything, and how much that leaves out. */
export interface EventMap {
  /** In the order of their days. */
  readonly events: readonly MappedEvent[];
  /** Events left out because larger ones fill the picture, and because no article of theirs tells a day. */
  readonly smaller: number;
  readonly undated: number;
  readonly names: readonly MappedName[];
  readonly ties: readonly NameTie[];
  /** Names left out. */
  readonly rarer: number;
}

export interface MapLimits {
  readonly events: number;
  readonly names: number;
  readonly ties: number;
}

/** So much can be read in one picture. */
export const readable: MapLimits = { events: 60, names: 40, ties: 90 };

/** Where there are many articles, two names that met once tell nothing. */
const manyArticles = 30;

/** The largest events by their days, and the names of most articles with what ties them. */
export function mapOf(corpus: Corpus, entities: CorpusEntities, limits = readable): EventMap {
  const all = corpus.events();
  const dated = all.flatMap(({ id, title, start, end, articles, sources }) =>
    start === undefined || end === undefined
      ? []
      : [{ id, title, start, end, articles: articles.length, sources: sources.length }],
  );
  const events = [...dated]
    .sort((a, b) => b.articles - a.articles || compare(b.end, a.end) || compare(a.id, b.id))
    .slice(0, limits.events)
    .sort((a, b) => compare(a.start, b.start) || compare(a.id, b.id));

  const named = entities.all().filter(({ type }) => type !== 'MISC');
  const least = corpus.size >= manyArticles ? 2 : 1;
  const strong = named
    .filter(({ articles }) => articles.length >= least)
    .sort((a, b) => b.articles.length - a.articles.length || b.count - a.count)
    .slice(0, limits.names);
  const names = strong.map(({ id, type, name, articles }): MappedName => {
    return { id, type, name, articles: articles.length };
  });
  return {
    events,
    smaller: dated.length - events.length,
    undated: all.length - dated.length,
    names,
    ties: tiesOf(
      strong.map(({ articles }) => articles),
      least,
    ).slice(0, limits.ties),
    rarer: named.length - names.length,
  };
}

/** Pairs of names by what they share, most first, against how common each of them is. */
function tiesOf(articles: readonly (readonly string[])[], least: number): NameTie[] {
  const byArticle = new Map<string, number[]>();
  for (const [name, ids] of articles.entries()) {
    for (const id of ids) byArticle.set(id, [...(byArticle.get(id) ?? []), name]);
  }
  const shared = new Map<number, number>();
  const { length } = articles;
  for (const names of byArticle.values()) {
    for (const [at, from] of names.entries()) {
      for (const to of names.slice(at + 1)) {
        const key = from * length + to;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    }
  }
  const strength = ({ from, to, articles: count }: NameTie): number =>
    (count * count) / Math.sqrt(articles[from]!.length * articles[to]!.length);
  return [...shared]
    .filter(([, count]) => count >= least)
    .map(([key, count]) => ({ from: Math.floor(key / length), to: key % length, articles: count }))
    .sort((a, b) => strength(b) - strength(a) || a.from - b.from || a.to - b.to);
}
