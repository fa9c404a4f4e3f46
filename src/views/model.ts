import type { ShownMention } from '../annotations/overlay';
import type { EntryName, ChangeSet } from '../corpus/entry';
import type { Choice } from '../corpus/shelves';
import type { ArticleDossier } from '../worker/protocol';
import type { SortOrder } from './sorting';
import type { Watch } from './watches';

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

/** Says how many names or events a list leaves out. */
export interface RestRow {
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

/** The head of what is watched. */
export interface WatchedRow {
  readonly kind: 'watched';
  readonly id: 'watched';
}

/** A watched name or event. */
export interface WatchRow {
  readonly kind: 'watch';
  readonly id: string;
  readonly watch: Watch;
}

/** Says how many articles are hidden because they were discarded, and lets them be seen. */
export interface DiscardedRow {
  readonly kind: 'discarded';
  readonly id: 'discarded';
}

/** An article with mentions that a person should look at. */
export interface ReviewRow {
  readonly kind: 'review';
  /** The article's URI. */
  readonly id: string;
}

/** One of those mentions. */
export interface MentionRow {
  readonly kind: 'mention';
  readonly id: string;
  readonly under: ReviewRow;
  readonly mention: ShownMention;
  /** Its line, from zero, and what stands there. */
  readonly line: number;
  readonly context: string;
}

export type Row =
  | ReviewRow
  | MentionRow
  | EventRow
  | ShelfRow
  | HeadingRow
  | RestRow
  | ArticleRow
  | WatchedRow
  | WatchRow
  | DiscardedRow;

/** Which articles the tree shows, and in which order their events, names, sources or days stand. */
export interface Shown extends Choice {
  readonly sort: SortOrder;
}

/** One way of looking at the articles: what the tree shows of it, and what a change touches. */
export interface ViewModel {
  readonly title: string;
  /** The order in which its rows stand unless a person wants another. */
  readonly sort: SortOrder;
  /** The rows under a row, or the first ones. Equal rows are the same objects each time. */
  children(row: Row | undefined, shown: Shown): Promise<readonly Row[]>;
  parent(row: Row): Row | undefined;
  /** The rows to draw again after a change; undefined among them stands for the whole tree. */
  touched(changes: ChangeSet, shown: Shown): Promise<readonly (Row | undefined)[]>;
  /** The row of an article, to bring it to sight. */
  find(article: ArticleDossier): Promise<Row | undefined>;
}
