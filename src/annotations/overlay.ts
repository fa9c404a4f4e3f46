import {
  type Article,
  type DateRange,
  isBoilerplate,
  type Line,
  type LineKind,
  type Mention,
  type Span,
} from '../analysis/article';
import { type Anchoring, anchorPlaces } from './anchoring/anchoring';
import type { EntityDecisions } from './corpusDecisions';
import { machineIds } from './machineIds';
import { readParagraphs } from './paragraphs';
import {
  type ArticleRecord,
  type LineRecord,
  type NoteRecord,
  type SpanRecord,
  writtenBefore,
} from './records';
import { type ShownEntity, shownEntities } from './shownEntities';

export type MentionState =
  'suggested' | 'accepted' | 'rejected' | 'changed' | 'ambiguous' | 'orphan';

/** A mention as it is shown and exported, wherever it came from. An orphan has no place: `start` = `end`. */
export interface ShownMention extends Span {
  readonly id: string;
  readonly label: string;
  /** What stands there now; for what has lost its place, the words it was made for. */
  readonly text: string;
  readonly origin: 'machine' | 'human';
  /** The model's or the person's name. */
  readonly by: string;
  readonly state: MentionState;
  /** Found again at another place: worth a look. */
  readonly moved?: boolean;
  /** For `ambiguous`: the places that may be meant. */
  readonly candidates?: readonly Span[];
  readonly score?: number;
  /** Key of the entity, once merges, splits and renames are applied. Dates have none. */
  readonly entity?: string;
  readonly role?: Span;
  readonly boilerplate: boolean;
  readonly date?: DateRange;
  /** The record it rests on. */
  readonly record?: SpanRecord;
}

export interface ShownLine extends Line {
  /** Who gave it its kind, if a person did, and the record that says so. */
  readonly by?: string;
  readonly record?: LineRecord;
}

/** A remark; without a place on the whole article. */
export interface ShownNote extends Partial<Span> {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  /** The first note of its thread. */
  readonly re?: string;
  /** The words it was made on, where they are no longer to be found. */
  readonly lost?: string;
  readonly record: NoteRecord;
}

/** Machine and people together: what is shown and exported of one article. */
export interface ShownArticle {
  readonly lines: readonly ShownLine[];
  /** Suggested, accepted and changed mentions in order of their places, longer before shorter. */
  readonly mentions: readonly ShownMention[];
  readonly rejected: readonly ShownMention[];
  /** Ambiguous and orphaned mentions. */
  readonly displaced: readonly ShownMention[];
  readonly entities: readonly ShownEntity[];
  readonly notes: readonly ShownNote[];
}

/** A decision and where it stands in the text of now. */
export interface Placed<R extends ArticleRecord = ArticleRecord> {
  readonly record: R;
  readonly anchoring: Anchoring;
}

export interface OverlayInput {
  readonly text: string;
  readonly article: Article;
  /** Name of the models that made `article`; part of the machine ids. */
  readonly model: string;
  /** The records of the layers shown. Where two people differ, the one given first counts; of one person the newest. */
  readonly placed: readonly Placed[];
  readonly entities: EntityDecisions;
  /** The kind a rule of the corpus gives to a line of this article's source. */
  readonly ruleKind?: (line: string) => LineKind | undefined;
}

/** Finds the places of records in a text; see `anchorPlaces`. Withdrawn records are left out. */
export function placeRecords(
  text: string,
  records: Iterable<ArticleRecord>,
  oldTexts: readonly string[] = [],
): readonly Placed[] {
  const wanted = [...records].filter(({ st }) => st !== 'withdrawn');
  const anchored = wanted.filter((record) => record.at !== undefined);
  const places = anchored.map(({ at, q = '', pre = '', suf = '' }) => ({ at: at!, q, pre, suf }));
  const anchorings = new Map(
    anchorPlaces(text, places, oldTexts).map((anchoring, i) => [anchored[i]!, anchoring]),
  );
  return wanted.map((record) => ({
    record,
    anchoring: anchorings.get(record) ?? { state: 'orphan' },
  }));
}

/** Lays people's decisions over what the machine found. Pure; the inputs stay as they are. */
export function overlay(given: OverlayInput): ShownArticle {
  const input = { ...given, placed: ranked(given.placed) };
  const lines = showLines(input);
  const inBoilerplate = boilerplateTest(lines);
  const ids = machineIds(readParagraphs(input.text), input.article.mentions, input.model);
  const machine = input.article.mentions.map((mention, i) => ({ mention, id: ids[i]! }));
  const decided = firstWord(input.placed.filter(isSpan)).map((placed) =>
    showDecided(placed, input.text, machine, inBoilerplate),
  );
  const suggested = machine
    .filter(({ mention, id }) => !decided.some((one) => settles(one, mention, id)))
    .map(({ mention, id }): ShownMention => {
      const { start, end, type, text, score, role, date, boilerplate } = mention;
      const label = mention.label ?? type;
      return {
        ...{ id, start, end, label, text, origin: 'machine', by: input.model, score },
        ...{ state: 'suggested', boilerplate: inBoilerplate(start) ?? boilerplate },
        ...(role ? { role } : {}),
        ...(date ? { date } : {}),
      };
    });
  const all = shownEntities([...decided, ...suggested], input.article, input.entities);
  const inState = (...states: MentionState[]) =>
    all.mentions.filter(({ state }) => states.includes(state)).sort(byPlace);
  return {
    lines,
    mentions: inState('suggested', 'accepted', 'changed'),
    rejected: inState('rejected'),
    displaced: inState('ambiguous', 'orphan'),
    entities: all.entities,
    notes: input.placed.filter(isNote).map(showNote),
  };
}

const isSpan = (placed: Placed): placed is Placed<SpanRecord> => placed.record.t === 'span';
const isLine = (placed: Placed): placed is Placed<LineRecord> => placed.record.t === 'line';
const isNote = (placed: Placed): placed is Placed<NoteRecord> => placed.record.t === 'note';

/** People in the order given, each one's newest word first. */
function ranked(placed: readonly Placed[]): readonly Placed[] {
  const ranks = new Map(
    [...new Set(placed.map(({ record }) => record.by))].map((by, i) => [by, i]),
  );
  return [...placed].sort(
    ({ record: a }, { record: b }) =>
      ranks.get(a.by)! - ranks.get(b.by)! || (writtenBefore(a, b) ? 1 : -1),
  );
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Of several decisions on one id, or on one label at one place, the one given first. */
function firstWord(placed: readonly Placed<SpanRecord>[]): readonly Placed<SpanRecord>[] {
  const seen = new Set<string>();
  return placed.filter(({ record, anchoring }) => {
    const place = 'start' in anchoring ? `${anchoring.start} ${anchoring.end}` : record.id;
    const keys = [record.id, `${record.label} ${place}`];
    const known = keys.some((key) => seen.has(key));
    keys.forEach((key) => seen.add(key));
    return !known;
  });
}

interface MachineMention {
  readonly mention: Mention;
  readonly id: string;
}

function showDecided(
  { record, anchoring }: Placed<SpanRecord>,
  text: string,
  machine: readonly MachineMention[],
  inBoilerplate: (offset: number) => boolean | undefined,
): ShownMention {
  const placed = 'start' in anchoring;
  const span = placed ? { start: anchoring.start, end: anchoring.end } : { start: 0, end: 0 };
  const under = machine.find(
    ({ mention, id }) =>
      id === record.id || (placed && mention.start === span.start && mention.end === span.end),
  )?.mention;
  const same = under?.type === record.label ? under : undefined;
  const human = record.src === 'human';
  return {
    ...span,
    ...{ id: record.id, label: record.label, record },
    text: placed ? text.slice(span.start, span.end) : record.q,
    origin: human ? 'human' : 'machine',
    by: human ? record.by : record.src,
    state: stateOf(record, anchoring),
    boilerplate: placed ? (inBoilerplate(span.start) ?? false) : false,
    ...(anchoring.state === 'moved' ? { moved: true } : {}),
    ...('candidates' in anchoring ? { candidates: anchoring.candidates } : {}),
    ...(record.ent === undefined ? {} : { entity: record.ent }),
    ...(same ? { score: same.score } : {}),
    ...(same?.role ? { role: same.role } : {}),
    ...(same?.date ? { date: same.date } : {}),
  };
}

function stateOf({ st }: SpanRecord, { state }: Anchoring): MentionState {
  if (st === 'rejected') return 'rejected';
  return state === 'anchored' || state === 'moved' ? 'accepted' : state;
}

/**
 * Does a decision speak for this machine mention, so that it is no longer a suggestion? Of its own id; at the
 * very same place; or, where a person moved an edge of it, overlapping with the same label. A rejection speaks
 * only of its own label.
 */
function settles(decided: ShownMention, mention: Mention, id: string): boolean {
  if (decided.id === id) return true;
  const same = decided.start === mention.start && decided.end === mention.end;
  if (decided.state === 'rejected') return same && decided.label === mention.type;
  if (decided.state === 'orphan' || decided.state === 'ambiguous') return false;
  const overlaps = decided.start < mention.end && mention.start < decided.end;
  const edited = decided.origin === 'machine';
  return same || (edited && overlaps && decided.label === mention.type);
}

function showLines({ text, article, placed, ruleKind }: OverlayInput): readonly ShownLine[] {
  const decided = new Map<number, LineRecord>();
  for (const { record, anchoring } of placed.filter(isLine)) {
    const stands = 'start' in anchoring && record.st === 'accepted';
    if (stands && !decided.has(anchoring.start)) decided.set(anchoring.start, record);
  }
  return article.lines.map((line) => {
    const record = decided.get(line.start);
    if (record) return { ...line, kind: record.kind, score: 1, by: record.by, record };
    const kind = ruleKind?.(text.slice(line.start, line.end));
    return kind ? { ...line, kind, score: 1 } : line;
  });
}

function boilerplateTest(lines: readonly Line[]): (offset: number) => boolean | undefined {
  const ordered = [...lines].sort(byPlace);
  return (offset) => {
    let low = 0;
    let high = ordered.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (ordered[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    const line = ordered[low];
    return line && line.start <= offset && offset < line.end ? isBoilerplate(line.kind) : undefined;
  };
}

function showNote({ record, anchoring }: Placed<NoteRecord>): ShownNote {
  const { id, text, by, re, at, q } = record;
  const span = 'start' in anchoring ? { start: anchoring.start, end: anchoring.end } : undefined;
  return {
    ...{ id, text, by, record, ...span },
    ...(re === undefined ? {} : { re }),
    ...(at && !span ? { lost: q ?? '' } : {}),
  };
}
