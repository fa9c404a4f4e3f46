import type { Span } from '../analysis/article';
import { quotePlace } from '../annotations/anchoring/quoteMatch';
import { anchorOf, readParagraphs, shortHash } from '../annotations/paragraphs';
import type { Place } from '../annotations/records';

/** What records keep of spans of a text: anchor, words and what stands around them. */
export function placesOf(text: string, spans: readonly Span[]): readonly Place[] {
  const paragraphs = readParagraphs(text);
  return spans.map((span) => ({ at: anchorOf(paragraphs, span), ...quotePlace(text, span) }));
}

const ownId = /^[hmi][0-9a-f]{8,}$/;

/**
 * The id of an imported mention: its own where it came from here, else one made from its place and label, so that
 * the same file imported twice adds nothing.
 */
export function importId(id: string, label: string, { at, q }: Place): string {
  const key = JSON.stringify([label, at, q]);
  return ownId.test(id) ? id : `i${shortHash(key)}${shortHash(`${key} `)}`;
}
