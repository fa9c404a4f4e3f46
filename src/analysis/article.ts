/**
 * The vocabulary of Dateline: what the analysis of one news text yields.
 * All offsets are UTF-16 code units into the exact text of the file, end exclusive.
 */

/** A stretch of text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A sentence for a person, kept apart from its values so that it can be translated:
 * `{0}`, `{1}`… in `message` stand for `args`. `renderMessage` gives the English text.
 */
export interface Message {
  readonly message: string;
  readonly args: readonly (string | number)[];
}

export const articleLineKinds = [
  'headline',
  'kicker',
  'standfirst',
  'byline',
  'date',
  'readtime',
  'subheading',
  'body',
  'quote',
  'caption',
  'credit',
] as const;

export const boilerplateLineKinds = [
  'nav',
  'share',
  'readmore',
  'related',
  'promo',
  'ad',
  'copyright',
  'legal',
  'bio',
  'notice',
  'comments',
  'cms',
  'duplicate',
  'other',
] as const;

export type ArticleLineKind = (typeof articleLineKinds)[number];
export type BoilerplateLineKind = (typeof boilerplateLineKinds)[number];
export type LineKind = ArticleLineKind | BoilerplateLineKind;

const boilerplateKindSet: ReadonlySet<string> = new Set(boilerplateLineKinds);

/** Is a line of this kind page furniture rather than part of the article? */
export function isBoilerplate(kind: LineKind): kind is BoilerplateLineKind {
  return boilerplateKindSet.has(kind);
}

/** Boilerplate of this score or higher may be dimmed strongly; dim it lightly below. */
export const sureScore = 0.95;

/** A name or date of a lower score is a guess that a person should look at. */
export const doubtScore = 0.6;

/** One non-blank line of the file, without its line end. Blank lines have no record. */
export interface Line extends Span {
  /** Zero-based line number in the file. */
  readonly number: number;
  readonly kind: LineKind;
  /** How sure the analysis is that the kind's side (article or boilerplate) is right, 0–1. */
  readonly score: number;
  readonly reason: Message;
  /** For `duplicate`: the first copy of this line. */
  readonly firstCopy?: Span;
}

export const mentionTypes = ['PER', 'ORG', 'LOC', 'MISC', 'DATE'] as const;
export type MentionType = (typeof mentionTypes)[number];

/** A calendar day or a longer stretch of days, both ends included, `YYYY-MM-DD`. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** One place in the text where something is named. */
export interface Mention extends Span {
  readonly type: MentionType;
  /** A label of the user's own that was learnt from corrections; `type` is MISC then. */
  readonly label?: string;
  /** Always `text.slice(start, end)` of the file. */
  readonly text: string;
  /** How sure the analysis is, 0–1. */
  readonly score: number;
  /** The id of the entity in this article; dates have none. */
  readonly entity?: string;
  /** The role given beside the name: "Russian President". */
  readonly role?: Span;
  /** Stands in boilerplate: counts for nothing in statistics. */
  readonly boilerplate: boolean;
  /** For DATE: the days meant, and how they were found ("Friday", counted from the article's date). */
  readonly date?: DateRange;
  readonly dateReason?: Message;
}

/** What one or more mentions of an article name. */
export interface Entity {
  /** Unique within the article; stable for the same text. */
  readonly id: string;
  readonly type: Exclude<MentionType, 'DATE'>;
  /** The fullest name given: "Vladimir Putin". */
  readonly name: string;
  /** The other forms used in this article, most frequent first. */
  readonly aliases: readonly string[];
  /** Roles given in this article, in order of appearance, each with its place. */
  readonly roles: readonly (Span & { readonly text: string })[];
  /** Mentions outside boilerplate. */
  readonly count: number;
}

/** Words in quotation marks and who said them. */
export interface Quote extends Span {
  /** The mention (or plain words: "officials") named as the speaker. */
  readonly speaker?: Span;
  /** The entity of the speaker, if it is one. */
  readonly entity?: string;
}

/** A fact of the article's head, with the place it was read from, where it has one. */
export interface Found extends Partial<Span> {
  readonly value: string;
}

export interface Byline extends Partial<Span> {
  /** Names without role tails. */
  readonly authors: readonly string[];
}

export interface Dateline extends Span {
  /** "MOSCOW", "BUDAPEST" in the order given, in reading case. */
  readonly places: readonly string[];
  readonly agency?: string;
}

/** When the article was published. */
export interface PublicationDate extends Partial<Span> {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** ISO 8601 with its zone, where the text gives a time. */
  readonly time?: string;
  readonly reason: Message;
}

export interface Source extends Partial<Span> {
  readonly name: string;
  readonly reason: Message;
}

/** Everything `analyze` finds in one text. */
export interface Article {
  readonly lines: readonly Line[];
  readonly headline?: Found;
  readonly standfirst?: Found;
  readonly byline?: Byline;
  readonly dateline?: Dateline;
  readonly date?: PublicationDate;
  readonly source?: Source;
  /** ISO 639-1 guess: "en"; "und" where there is too little text to tell. */
  readonly language: string;
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly quotes: readonly Quote[];
  /** Words of all lines, and of the article's own lines. */
  readonly words: { readonly all: number; readonly article: number };
}

/** What is known about a text besides its words. */
export interface TextOrigin {
  /** Path with `/` inside the folder being analysed, if there is one. Evidence for source and date. */
  readonly path?: string;
  /** Last change of the file, `YYYY-MM-DD`: the last resort for "Friday". */
  readonly modified?: string;
}
