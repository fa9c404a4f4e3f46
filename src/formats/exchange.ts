import type { LineKind, Message, Span } from '../analysis/article';
import type { MentionState } from '../annotations/overlay';

/** A mention under exchange. Offsets are UTF-16 code units into the document's text. */
export interface ExchangeMention extends Span {
  readonly id: string;
  readonly label: string;
  /** Key of one of the document's entities. */
  readonly entity?: string;
  readonly origin: 'machine' | 'human';
  /** The model or the person. */
  readonly by: string;
  readonly state: MentionState;
  readonly score?: number;
}

export interface ExchangeEntity {
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kb?: string;
}

/** A remark of a person on a span; without one on the whole article. */
export interface ExchangeNote extends Partial<Span> {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  /** The note it answers. */
  readonly re?: string;
}

export interface ExchangeMetadata {
  readonly title?: string;
  readonly authors?: readonly string[];
  readonly dateline?: string;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  readonly source?: string;
  readonly language?: string;
}

/** One article on its way out or in: its text and all that is known about it. */
export interface ExchangeDocument {
  /** Path with `/` in the folder. */
  readonly id: string;
  /** The exact text, without the byte order mark. */
  readonly text: string;
  /** The file begins with a byte order mark. */
  readonly bom?: boolean;
  /** In order of place, longer before shorter; nested and overlapping ones allowed. */
  readonly mentions: readonly ExchangeMention[];
  readonly entities: readonly ExchangeEntity[];
  readonly event?: { readonly id: string; readonly title: string };
  readonly lines?: readonly (Span & { readonly kind: LineKind })[];
  readonly notes?: readonly ExchangeNote[];
  readonly metadata: ExchangeMetadata;
}

export interface ExchangeFile {
  /** Path with `/`, relative, never leaving the folder of the export. */
  readonly path: string;
  readonly content: string;
}

/** Something that did not come through, or came through otherwise. */
export interface Loss {
  readonly document: string;
  readonly what: Message;
  /** How many mentions, entities or lines it touches. */
  readonly count: number;
}

/** A file whose offsets count something else than its format says; `document` is read the way its quotes fit. */
export interface Repair {
  readonly document: ExchangeDocument;
  readonly declared: OffsetUnit;
  readonly found: OffsetUnit;
  /** Mentions that fit their quotes: as declared, and as repaired. */
  readonly fitting: { readonly declared: number; readonly repaired: number };
}

/** What offsets may count. `lf`: UTF-16 code units of the text with LF line ends. */
export type OffsetUnit = 'utf16' | 'codepoint' | 'utf8' | 'lf';

export interface ReadResult {
  readonly documents: readonly ExchangeDocument[];
  readonly losses: readonly Loss[];
  /** To be offered, not taken unasked. */
  readonly repairs: readonly Repair[];
}

/** The text of an article that a file speaks of by its path, for formats that do not carry the text. */
export type TextOf = (document: string) => string | undefined;

/** One format of the field: what it writes, and what it reads of it. Pure; `read` never throws on bad files. */
export interface Format {
  /** As on the command line. */
  readonly id: string;
  /** As in a list to choose from. */
  readonly name: string;
  /** The files hold the exact text; if not, the article must be at hand when they are read. */
  readonly holdsText: boolean;
  readonly write: (documents: readonly ExchangeDocument[]) => readonly ExchangeFile[];
  readonly read: (files: readonly ExchangeFile[], textOf: TextOf) => ReadResult;
}

/** In order of place, longer before shorter. */
export function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
