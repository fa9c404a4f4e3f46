import type { Models, Stage } from '../analysis/analyze';
import type { Article, MentionType, Message, TextOrigin } from '../analysis/article';
import type { EventMap } from '../corpus/eventMap';
import type { Granularity } from '../corpus/linkage';
import type { Named, NameSymbol } from '../corpus/symbols';
import type { Choice, Shelves, ShelfKind } from '../corpus/shelves';
import type { ShownArticle } from '../annotations/overlay';
import type {
  ArticleCard,
  ChangeSet,
  CopyOf,
  CorpusEntry,
  EntryName,
  EventView,
} from '../corpus/entry';

/** Every trained file a worker needs. */
export interface WorkerModels extends Models {
  readonly background: Uint8Array;
}

export interface AnalysisRequest {
  /** The article's id in the corpus: its URI, or its path on the command line. */
  readonly uri: string;
  /** The document's version; replies carry it, and a reply to an older version is dropped. */
  readonly version: number;
  readonly text: string;
  readonly origin: TextOrigin;
  /** The text of the folder's `learned.jsonl`; empty for the shipped models alone. */
  readonly learned?: string;
}

export interface Analysed {
  readonly uri: string;
  readonly version: number;
  /** As it is shown: once people's decisions are laid over it, theirs; before, the machine's. */
  readonly article: Article;
  readonly entry: CorpusEntry;
  /** What the machine alone found, and the same article with the state of each mention; once laid over. */
  readonly machine?: Article;
  readonly shown?: ShownArticle;
  /** Milliseconds spent in each stage. */
  readonly times: Readonly<Record<Stage | 'digest', number>>;
}

/** What an analysis worker does. Stateless but for the loaded models. */
export interface AnalysisCalls {
  load(models: WorkerModels): void;
  analyse(request: AnalysisRequest): Analysed;
}

/** What changed in the corpus, with the new state of the changed events. */
export interface CorpusUpdate {
  readonly changes: ChangeSet;
  readonly events: readonly EventView[];
  /** Articles now in the corpus. */
  readonly articles: number;
}

/** An article as a list or hover card shows it. */
export interface ArticleDossier {
  readonly id: string;
  readonly card: ArticleCard;
  readonly event?: string;
  readonly why: readonly Message[];
  readonly copyOf?: CopyOf;
}

export interface DatedArticle {
  readonly id: string;
  readonly title: string;
  readonly day: string;
}

/** A name as known from the whole corpus. */
export interface NameDossier {
  /** Of the entity in the corpus. */
  readonly id: string;
  readonly type: Exclude<MentionType, 'DATE'>;
  /** The canonical name. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: number;
  readonly articles: number;
  /** The earliest and the latest article that names it, where days are known. */
  readonly first?: DatedArticle;
  readonly latest?: DatedArticle;
  /** Names that stand in most of its articles too, two at least, the most first. */
  readonly together: readonly string[];
  /** Events it appears in, newest first. */
  readonly events: readonly { readonly id: string; readonly title: string }[];
}

/** What the corpus worker does. It holds the corpus; its calls are answered in order. */
/** What people decided about events. */
export interface EventsDecided {
  /** Article id → event id. */
  readonly pins: ReadonlyMap<string, string>;
  /** Of the pinned articles, those that draw no others to their event. */
  readonly brought: ReadonlySet<string>;
  /** Event id → title. */
  readonly titles: ReadonlyMap<string, string>;
}

export interface CorpusCalls {
  apply(upserts: readonly CorpusEntry[], removed: readonly string[]): CorpusUpdate;
  /**
   * Keeps entries that `pack` gave for the next `restore`: all of them in one message would take long to send. One that is
   * removed before that stays away.
   */
  hold(packed: readonly Uint8Array[]): void;
  /**
   * Tells of articles that have gone since they were packed, before the next `restore`: one that comes with the same text
   * takes the place in the event.
   */
  holdGone(packed: readonly Uint8Array[]): void;
  /** The same for events as they were told when the entries were packed. */
  holdEvents(events: readonly EventView[]): void;
  /**
   * Takes in what is held; names every event there is as changed, but gives only those that are not as they were held.
   * What was told of the same articles before is newer and stays.
   */
  restore(): CorpusUpdate;
  /** The entries of these articles as bytes, in their order; no bytes for unknown ones. */
  pack(ids: readonly string[]): readonly Uint8Array[];
  /** The article with the lines that other articles of its source hold too as boilerplate. */
  withRepeats(id: string, article: Article): Article;
  /** Groups everything anew with all that is known by now. */
  regroup(): CorpusUpdate;
  /**
   * The same in pieces, between which other calls are answered, if enough has changed for it to pay. A change in between
   * ends it without effect.
   */
  improve(): Promise<CorpusUpdate | undefined>;
  /** How alike articles must be to report one event. */
  setGranularity(granularity: Granularity): CorpusUpdate;
  dossiers(ids: readonly string[]): readonly ArticleDossier[];
  /** The name of one article (by its entity name there) as the corpus knows it. */
  name(article: string, type: Exclude<MentionType, 'DATE'>, name: string): NameDossier | undefined;
  /** A name by its id in the corpus. */
  named(id: string): NameDossier | undefined;
  /** Where the entity of one article's name is named, the earliest article first. */
  where(article: string, type: Exclude<MentionType, 'DATE'>, name: string): Named | undefined;
  /** Names and events that a query may mean, so many of each at most. */
  symbols(query: string, limit: number): readonly NameSymbol[];
  search(query: string, limit: number): readonly string[];
  /** The articles by names, sources or days. */
  shelves(kind: ShelfKind, choice: Choice): Shelves;
  /** The articles of one shelf, newest first. */
  shelf(kind: ShelfKind, id: string, choice: Choice): readonly ArticleDossier[];
  /** The articles with mentions that a person should look at, so many at most, the most of them first. */
  doubtful(
    choice: Choice,
    most: number,
  ): { readonly articles: readonly ArticleDossier[]; readonly left: number };
  /** Articles with more names than an entry holds, and how many are left out of each. */
  overfull(): readonly { readonly id: string; readonly left: number }[];
  /** The ids of the articles of each of these names, in their order. */
  articlesOfNames(names: readonly string[]): readonly (readonly string[])[];
  /** The articles that hold one of these canonical names, or are of a source of this name. */
  naming(names: readonly string[]): readonly string[];
  /** The strongest events and names, for a picture. */
  eventMap(): EventMap;
  /** The canonical names of the corpus, most mentioned first, up to a few thousand. */
  allNames(): readonly EntryName[];
  decide(plan: EventsDecided): CorpusUpdate;
}
