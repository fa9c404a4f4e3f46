import type { LineKind, Span } from '../analysis/article';
import { quotePlace } from './anchoring/quoteMatch';
import type { ShownMention } from './overlay';
import { anchorOf, type Paragraphs } from './paragraphs';
import type {
  Decision,
  HeadRecord,
  LineRecord,
  NoteRecord,
  Place,
  SpanRecord,
  Stamp,
} from './records';

/** The first line of a new side-car, and a new line of an old one whenever records of a newer text follow. */
export function headRecord(path: string, sha256: string, by: string, ts: string): HeadRecord {
  return { v: 1, t: 'head', path, sha256, unit: 'utf16', by, ts };
}

/** A span of a text as a record keeps it. */
export function placeOf(paragraphs: Paragraphs, span: Span): Place {
  return { at: anchorOf(paragraphs, span), ...quotePlace(paragraphs.text, span) };
}

/** A person's own label on a span. `stamp.id`: new and unique. */
export function labelSpan(
  paragraphs: Paragraphs,
  span: Span,
  label: string,
  stamp: Stamp,
  entity?: string,
): SpanRecord {
  const place = placeOf(paragraphs, span);
  const ent = entity === undefined ? {} : { ent: entity };
  return { t: 'span', ...stamp, label, ...place, ...ent, st: 'accepted', src: 'human' };
}

/** What a person may change about a mention beside accepting or rejecting it. */
export interface MentionChange {
  readonly span?: Span;
  readonly label?: string;
  readonly entity?: string;
}

/** A decision on a mention that is shown, with its id, so that it replaces the suggestion and earlier decisions. */
export function decideMention(
  paragraphs: Paragraphs,
  mention: ShownMention,
  decision: Decision,
  { by, ts }: Omit<Stamp, 'id'>,
  change: MentionChange = {},
): SpanRecord {
  const old = mention.record;
  const placed = mention.end > mention.start || change.span !== undefined;
  const place =
    placed || !old
      ? placeOf(paragraphs, change.span ?? mention)
      : { at: old.at, q: old.q, pre: old.pre, suf: old.suf };
  const ent = change.entity ?? old?.ent;
  return {
    t: 'span',
    ...{ id: mention.id, by, ts, label: change.label ?? mention.label },
    ...place,
    ...(ent === undefined ? {} : { ent }),
    st: decision,
    src: mention.origin === 'human' ? 'human' : mention.by,
  };
}

/** The kind a person gives to a line; `line`: the span of the whole line. The id is the place: one word a line. */
export function decideLine(
  paragraphs: Paragraphs,
  line: Span,
  kind: LineKind,
  { by, ts }: Omit<Stamp, 'id'>,
): LineRecord {
  const place = placeOf(paragraphs, line);
  const id = `l${place.at[0]}${place.at[1]}`;
  return { t: 'line', id, by, ts, kind, ...place, st: 'accepted' };
}

/** A remark on a span, or on the whole article. */
export function writeNote(
  paragraphs: Paragraphs,
  text: string,
  stamp: Stamp,
  span?: Span,
): NoteRecord {
  const place = span ? placeOf(paragraphs, span) : {};
  return { t: 'note', ...stamp, text, ...place, st: 'accepted' };
}
