import { articleLineKinds, boilerplateLineKinds, type LineKind } from '../analysis/article';
import type { ParagraphAnchor } from './paragraphs';

/** What every record says: which thing it is about, who wrote it and when. */
export interface Stamp {
  /** The thing decided about. The newest record with an id and a writer is that person's word on it. */
  readonly id: string;
  readonly by: string;
  /** ISO 8601 in UTC with milliseconds, so that text order is time order. */
  readonly ts: string;
}

/** The place of a record: paragraph-local anchor, the words there, and what stands before and after them. */
export interface Place {
  readonly at: ParagraphAnchor;
  readonly q: string;
  readonly pre: string;
  readonly suf: string;
}

/** First line of a side-car: which text the anchors were taken from. A newer head stands below it. */
export interface HeadRecord {
  readonly v: 1;
  readonly t: 'head';
  readonly path: string;
  readonly sha256: string;
  readonly unit: 'utf16';
  readonly by: string;
  readonly ts?: string;
}

/** `withdrawn`: the decision was undone; the record stays, as every record does. */
export type Decision = 'accepted' | 'rejected' | 'withdrawn';

/** A labelled span, or the decision on a machine mention (then `id` is the machine's and `src` its model). */
export interface SpanRecord extends Stamp, Place {
  readonly t: 'span';
  readonly label: string;
  /** The entity named, a key of the entities file. */
  readonly ent?: string;
  readonly st: Decision;
  /** `human`, or the model that suggested it. */
  readonly src: string;
  /** In the gold layer: who settled it. */
  readonly via?: string;
}

/** This line is of this kind. `q` is the whole line. */
export interface LineRecord extends Stamp, Place {
  readonly t: 'line';
  readonly kind: LineKind;
  readonly st: Decision;
}

/** A remark on a span; without `at` on the whole article. */
export interface NoteRecord extends Stamp, Partial<Place> {
  readonly t: 'note';
  readonly text: string;
  /** The note that this one answers: the first of its thread. */
  readonly re?: string;
  readonly st: Decision;
}

export type ArticleRecord = SpanRecord | LineRecord | NoteRecord;
export type SideCarRecord = HeadRecord | ArticleRecord;

type Check = (value: unknown) => boolean;
export type Shape = Readonly<Record<string, Check>>;

export const isText: Check = (value) => typeof value === 'string';
export const isName: Check = (value) => typeof value === 'string' && value !== '';
export const isTexts: Check = (value) => Array.isArray(value) && value.every(isName);
export const oneOf =
  (...values: unknown[]): Check =>
  (value) =>
    values.includes(value);
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isAnchor: Check = (value) =>
  Array.isArray(value) &&
  value.length === 4 &&
  isText(value[0]) &&
  value.slice(1).every(isCount) &&
  value[2] <= value[3];

export const decisions: readonly Decision[] = ['accepted', 'rejected', 'withdrawn'];
export const stampShape: Shape = { id: isName, by: isName, ts: isName };
const placeShape: Shape = { at: isAnchor, q: isText, pre: isText, suf: isText };
const decided: Shape = { ...stampShape, st: oneOf(...decisions) };

/** The fields that each type of side-car record must have. */
export const sideCarShapes: Readonly<Record<SideCarRecord['t'], Shape>> = {
  head: { v: oneOf(1), path: isText, sha256: isText, unit: oneOf('utf16'), by: isName },
  span: {
    ...decided,
    ...placeShape,
    label: isName,
    ent: optional(isName),
    src: isName,
    via: optional(isName),
  },
  line: { ...decided, ...placeShape, kind: oneOf(...articleLineKinds, ...boilerplateLineKinds) },
  note: {
    ...decided,
    text: isText,
    re: optional(isName),
    at: optional(isAnchor),
    q: optional(isText),
    pre: optional(isText),
    suf: optional(isText),
  },
};

/** `id by ts` order of writing: time first; the rest only makes equal times come out the same everywhere. */
export function writtenBefore(a: Stamp, b: Stamp): boolean {
  if (a.ts !== b.ts) return a.ts < b.ts;
  return JSON.stringify(a) < JSON.stringify(b);
}

/**
 * The time to write on a new record: `now`, or a millisecond after the newest record it follows where clocks
 * disagree, so that the later decision of one person always wins. Both ISO 8601.
 */
export function stampAfter(newest: string | undefined, now: string): string {
  if (newest === undefined || newest < now) return now;
  const time = Date.parse(newest);
  return Number.isNaN(time) ? now : new Date(time + 1).toISOString();
}
