import type { MentionType, Message } from '../analysis/article';
import type { ArticleLines } from './repeats';

/** A name of an article as the corpus holds it. */
export interface EntryName {
  readonly type: Exclude<MentionType, 'DATE'>;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Mentions outside boilerplate. */
  readonly count: number;
}

/** What lists and hover cards show of an article without opening it. */
export interface ArticleCard {
  /** The headline, cleaned; without one, the first words of the body. */
  readonly title: string;
  readonly source?: string;
  readonly authors: readonly string[];
  /** "MOSCOW/BUDAPEST (Worthy News)" as a reader would write it. */
  readonly dateline?: string;
  /** Publication day, `YYYY-MM-DD`, or the day it was inferred to be; absent if unknown. */
  readonly day?: string;
  readonly language: string;
  readonly words: number;
  /** Words outside boilerplate. */
  readonly articleWords: number;
  readonly firstSentence: string;
  /** How many mentions a person should look at; absent where there are none. */
  readonly doubtful?: number;
  /** Most mentioned first; boilerplate names are not here. */
  readonly names: readonly EntryName[];
  /** How many names and other forms of names are not here because there are too many; absent where all are. */
  readonly namesLeft?: number;
}

/**
 * One article as the corpus holds it: a card and features, never the text. Made by `digest` beside the
 * analysis, so that it crosses threads and sits in the cache as it is (structured clone, typed arrays).
 */
export interface CorpusEntry {
  /** The article's path or URI: unique in the corpus. */
  readonly id: string;
  /** Hash of the text. */
  readonly hash: string;
  readonly card: ArticleCard;
  readonly features: Features;
  /** Hashes of its lines, to know those that many articles of its source hold. */
  readonly lines: ArticleLines;
}

/**
 * What the grouping, the duplicate search and the search read. Owned by `corpus`; opaque to everyone else.
 * An article of 800 words takes about 4 kB.
 */
export interface Features {
  /** Different terms of the article and one for each of `days`, as hashes, ascending. */
  readonly terms: Uint32Array;
  /** For each of `terms`: how common it is in news at large (`background.ts`). */
  readonly commonness: Uint8Array;
  /** The article's terms in reading order, as places in `terms`. */
  readonly stream: Uint16Array;
  /** The article in passages of a line's length or less: the hash of each, to know lines that many articles hold. */
  readonly passages: Uint32Array;
  /** For each passage: the end of its terms in `stream`. */
  readonly passageEnds: Uint16Array;
  /** The most telling terms as a person reads them, one a line … */
  readonly labels: string;
  /** … and their places in `terms`, in the same order. */
  readonly labelled: Uint16Array;
  /** Days named in the text, as days since 1970-01-01, ascending. */
  readonly days: Int32Array;
  /** Sampled hashes of three-word shingles, ascending. */
  readonly shingles: Uint32Array;
  /** The tense of headline and lede: what is announced, what has happened. */
  readonly tense?: Tense;
  /** The verb of what is announced, as in "to sign". */
  readonly announces?: string;
}

export type Tense = 'future' | 'past' | 'present';

/** A happening and its articles. */
export interface EventView {
  /** Derived from the founding article; survives growth and merges. */
  readonly id: string;
  /** As a newspaper could print it. */
  readonly title: string;
  /** First and last publication day, where known. */
  readonly start?: string;
  readonly end?: string;
  /** Article ids, newest first. */
  readonly articles: readonly string[];
  readonly sources: readonly string[];
  /** The names most shared by its articles. */
  readonly names: readonly EntryName[];
  /** Why these articles belong together. */
  readonly why: readonly Message[];
  /** Phases in time, earliest first; one phase where dates and tense show no more. */
  readonly stages: readonly EventStage[];
}

export interface EventStage {
  /** "announced", "signed"… */
  readonly label: Message;
  readonly day?: string;
  readonly articles: readonly string[];
}

/** This article is a copy of an earlier one. */
export interface CopyOf {
  readonly article: string;
  /** Share of this article's text that stands in the other, 0–1. */
  readonly share: number;
}

/** What a change did, so that views repaint only that. */
export interface ChangeSet {
  /** Events that are new, or whose articles, title, span or reasons changed. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Articles that went from one event to another. */
  readonly moved?: readonly string[];
}
