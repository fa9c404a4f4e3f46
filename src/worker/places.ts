import type { Span } from '../analysis/article';
import { quotePlace } from '../annotations/anchoring/quoteMatch';
import { anchorOf, readParagraphs } from '../annotations/paragraphs';
import type { Place } from '../annotations/records';

/** What records keep of spans of a text: anchor, words and what stands around them. */
export function placesOf(text: string, spans: readonly Span[]): readonly Place[] {
  const paragraphs = readParagraphs(text);
  return spans.map((span) => ({ at: anchorOf(paragraphs, span), ...quotePlace(text, span) }));
}
