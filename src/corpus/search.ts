import MiniSearch from 'minisearch';
import type { CorpusEntry } from './entry';
import { placeOf } from './sorted';
import { TermReader } from './terms';

/** One article found. */
export interface SearchHit {
  readonly id: string;
  readonly score: number;
}

interface Indexed {
  readonly id: string;
  readonly title: string;
  readonly names: string;
  readonly source: string;
}

const bodyScore = 2;
const longestQuery = 200;

/**
 * Full-text search over headlines, names, sources and bodies. Headlines and names are found by beginnings and near
 * spellings (MiniSearch); bodies, of which only hashed stems are held, by whole words in any form, with one pass over
 * the articles, so that they need no index.
 */
export class ArticleSearch {
  private readonly index = new MiniSearch<Indexed>({
    fields: ['title', 'names', 'source'],
    searchOptions: { boost: { title: 3, names: 2 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
  });
  private readonly reader = new TermReader();
  private readonly waiting = new Map<string, CorpusEntry>();

  set(entry: CorpusEntry): void {
    this.waiting.set(entry.id, entry);
  }

  delete(id: string): void {
    this.waiting.delete(id);
    if (this.index.has(id)) this.index.discard(id);
  }

  /** At most `limit` articles that hold every word of the query, the best first. */
  find(query: string, limit: number, entries: Iterable<CorpusEntry>): SearchHit[] {
    this.catchUp();
    const asked = query.slice(0, longestQuery);
    const scores = new Map<string, number>();
    for (const hit of this.index.search(asked)) scores.set(hit.id as string, hit.score);
    const terms = this.reader.read(asked).terms.filter((term) => term.kind !== 'phrase');
    const wanted = [...new Set(terms.map((term) => term.hash))];
    if (wanted.length > 0) {
      for (const { id, features } of entries) {
        if (!wanted.every((term) => placeOf(features.terms, term) !== undefined)) continue;
        scores.set(id, (scores.get(id) ?? 0) + bodyScore);
      }
    }
    return [...scores]
      .map(([id, score]) => ({ id, score }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  /** Indexing waits for the first search: most sessions never search. */
  private catchUp(): void {
    for (const { id, card } of this.waiting.values()) {
      if (this.index.has(id)) this.index.discard(id);
      this.index.add({
        id,
        title: card.title,
        names: card.names.flatMap((name) => [name.name, ...name.aliases]).join(' '),
        source: card.source ?? '',
      });
    }
    this.waiting.clear();
  }
}
