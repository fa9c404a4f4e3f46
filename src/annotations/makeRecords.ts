import type { Span } from '../analysis/article';
import { quotePlace } from './anchoring/quoteMatch';
import { anchorOf, type Paragraphs } from './paragraphs';
import type { HeadRecord, NoteRecord, Place, SpanRecord, Stamp } from './records';

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
