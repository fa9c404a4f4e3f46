import type { EntryName, ChangeSet } from '../corpus/entry';
import type { ArticleDossier } from '../worker/protocol';

interface EventRow {
  readonly kind: 'event';
  readonly id: string;
}

/** One name, source or day and its articles. */
export interface ShelfRow {
  readonly kind: 'shelf';
  readonly id: string;
}

/** The names of one type. */
export interface HeadingRow {
  readonly kind: 'heading';
  readonly id: Exclude<EntryName['type'], 'MISC'>;
}

/** Says how many names a list leaves out. */
interface RestRow {
  readonly kind: 'rest';
  readonly id: string;
  readonly count: number;
}

export interface ArticleRow {
  readonly kind: 'article';
  /** The article's URI; it may stand in several rows. */
  readonly id: string;
  readonly under: Row;
  readonly dossier: ArticleDossier;
}

export type Row = EventRow | ShelfRow | HeadingRow | RestRow | ArticleRow;

/** Which articles the tree shows; all of them where there is no set. */
export interface Shown {
  readonly only?: ReadonlySet<string>;
}

/** One way of looking at the articles: what the tree shows of it, and what a change touches. */
export interface ViewModel {
  readonly title: string;
  /** The rows under a row, or the first ones. Equal rows are the same objects each time. */
  children(row: Row | undefined, shown: Shown): Promise<readonly Row[]>;
  parent(row: Row): Row | undefined;
  /** The rows to draw again after a change; undefined among them stands for the whole tree. */
  touched(changes: ChangeSet, shown: Shown): Promise<readonly (Row | undefined)[]>;
  /** The row of an article, to bring it to sight. */
  find(article: ArticleDossier): Promise<Row | undefined>;
}
