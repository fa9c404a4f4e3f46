import type { Span } from '../analysis/article';
import { splitLines } from '../analysis/lines';

/**
 * A place relative to its paragraph, so that a banner added on top changes no record:
 * the paragraph's hash, which paragraph with that hash (from 0), and start and end counted from the
 * paragraph's first UTF-16 code unit. `end` may run past the paragraph for a span that crosses a line end.
 */
export type ParagraphAnchor = readonly [paragraph: string, nth: number, start: number, end: number];

/** The paragraphs (non-blank lines) of one text, findable by offset and by hash. */
export interface Paragraphs {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly hashes: readonly string[];
  readonly byHash: ReadonlyMap<string, readonly number[]>;
}

/**
 * 32 bits of a text's UTF-16 code units as 8 hex digits (FNV-1a with a final avalanche).
 * Short on purpose: a collision is caught by the quote that stands beside every anchor.
 */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}

/** Splits a text into its paragraphs. Linear in the length of the text. */
export function readParagraphs(text: string): Paragraphs {
  const spans = splitLines(text).filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const hashes = spans.map(({ start, end }) => shortHash(text.slice(start, end)));
  const byHash = new Map<string, number[]>();
  hashes.forEach((hash, index) => {
    const same = byHash.get(hash);
    if (same) same.push(index);
    else byHash.set(hash, [index]);
  });
  return { text, spans, hashes, byHash };
}

/** The index of the last paragraph that starts at or before `offset`; 0 before the first, -1 in a blank text. */
export function paragraphAt({ spans }: Paragraphs, offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (spans[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return spans.length === 0 ? -1 : low;
}

/** The paragraph-local form of a span of the same text. A span of a blank text is counted from the text's start. */
export function anchorOf(paragraphs: Paragraphs, { start, end }: Span): ParagraphAnchor {
  const index = paragraphAt(paragraphs, start);
  if (index < 0) return [shortHash(''), 0, start, end];
  const hash = paragraphs.hashes[index]!;
  const from = paragraphs.spans[index]!.start;
  return [hash, paragraphs.byHash.get(hash)!.indexOf(index), start - from, end - from];
}

/**
 * The offsets that an anchor means in a text, if its paragraph is there and the quote stands at that place.
 * Where fewer copies of the paragraph are left than the anchor counts, the last copy is meant.
 */
export function resolveAnchor(
  paragraphs: Paragraphs,
  [hash, nth, from, to]: ParagraphAnchor,
  quote: string,
): Span | undefined {
  const copies = paragraphs.byHash.get(hash) ?? [];
  const index = copies[Math.min(nth, copies.length - 1)];
  const base = index === undefined ? 0 : paragraphs.spans[index]!.start;
  const span = { start: base + from, end: base + to };
  const found = index !== undefined || hash === shortHash('');
  return found && paragraphs.text.slice(span.start, span.end) === quote ? span : undefined;
}
