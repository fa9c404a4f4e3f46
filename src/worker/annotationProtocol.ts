import type { Article, Message, Span } from '../analysis/article';
import type { TextChange } from '../annotations/anchoring/shadow';
import type { Adjudication, PairAgreement } from '../annotations/adjudication';
import type { LearnedLayer, Lesson, Trial } from '../annotations/learning';
import type { ShownArticle } from '../annotations/overlay';
import type { ArticleRecord, Place } from '../annotations/records';
import type { LabelSchema } from '../annotations/schema';
import type { BrokenLine } from '../annotations/store';
import type { ArticleCard } from '../corpus/entry';
import type { ExportInput, Imported } from '../formats/articleExchange';
import type { ExchangeDocument, ExchangeFile, Loss, ReadResult } from '../formats/exchange';

/** A file as it stands on disk. */
export interface TextFile {
  /** As reports name it: its path in the workspace folder. */
  readonly file: string;
  readonly text: string;
}

/** An article and everything people decided that bears on it. */
export interface LayRequest {
  readonly uri: string;
  readonly text: string;
  /** What the machine found in exactly this text. */
  readonly machine: Article;
  readonly sideCars: readonly TextFile[];
  /** Texts that older anchors were taken from, newest first. */
  readonly oldTexts: readonly string[];
  /** `entities.jsonl` and `rules.jsonl`. */
  readonly entities: TextFile;
  readonly rules: TextFile;
  /** Whose word counts first where people differ. */
  readonly annotator?: string;
  /** Only these people's decisions; absent: everyone's. */
  readonly layers?: readonly string[];
  /** Open in an editor: its spans follow what is typed (`edit`). */
  readonly live: boolean;
}

export interface Laid {
  readonly article: Article;
  readonly card: ArticleCard;
  readonly shown: ShownArticle;
  readonly broken: readonly BrokenLine[];
  /** Everyone with a layer on this article. */
  readonly annotators: readonly string[];
}

/** The event decisions of one folder, with article paths as the file has them. */
export interface EventPlan {
  readonly pins: ReadonlyMap<string, string>;
  /** Of the pinned articles, those that draw no others to their event. */
  readonly brought: ReadonlySet<string>;
  readonly titles: ReadonlyMap<string, string>;
  readonly broken: readonly BrokenLine[];
}

/** A place in a text, and its line for a list to show. */
export interface Occurrence extends Span, Place {
  readonly line: number;
  readonly context: string;
}

/** What people decided, worked out off the editor's thread. It remembers only the texts being edited. */
export interface AnnotationCalls {
  lay(request: LayRequest): Laid;
  /** What was typed into a live article, in the order it was typed. */
  edit(uri: string, changes: readonly TextChange[]): void;
  /** A live article was closed. */
  leave(uri: string): void;
  /** A person's records whose words stand but whose anchors no longer lead there, with anchors in `text`. */
  reanchor(uri: string, text: string, by: string): readonly ArticleRecord[];
  /** Anchors of spans of a text. */
  places(text: string, spans: readonly Span[]): readonly Place[];
  occurrences(text: string, words: string): readonly Occurrence[];
  /** What several people say of one article. */
  adjudicate(request: Pick<LayRequest, 'text' | 'sideCars' | 'oldTexts'>): Adjudication;
  agreement(articles: readonly Pick<Adjudication, 'length' | 'layers'>[]): readonly PairAgreement[];
  /** What an article with decisions teaches; `machine` is what the shipped models alone found. */
  lesson(request: LayRequest): Lesson | undefined;
  learn(lessons: readonly Lesson[]): { readonly layer: LearnedLayer; readonly trial: Trial };
  planEvents(file: TextFile): EventPlan;
  schema(text: string): { readonly schema: LabelSchema; readonly problems: readonly Message[] };
  formats(): readonly { readonly id: string; readonly name: string }[];
  exchange(
    request: LayRequest,
    about: Pick<ExportInput, 'path' | 'bom' | 'event'>,
  ): ExchangeDocument;
  write(
    format: string,
    documents: readonly ExchangeDocument[],
  ): { readonly files: readonly ExchangeFile[]; readonly losses: readonly Loss[] };
  read(
    format: string,
    files: readonly ExchangeFile[],
    texts: ReadonlyMap<string, string>,
  ): ReadResult;
  /** An imported document as records; of those on mentions, only what its article's side-cars do not say already. */
  imported(
    document: ExchangeDocument,
    by: string,
    ts: string,
    sideCars: readonly TextFile[],
  ): Imported;
}
