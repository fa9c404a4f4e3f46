import type { Span } from '../../analysis/article';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const maxLookBack = 64;

/** The boundaries of the grapheme that an offset stands in; the offset itself twice if it is a boundary. */
function graphemeAround(text: string, offset: number): Span {
  if (offset <= 0 || offset >= text.length) return { start: offset, end: offset };
  const around = text.charCodeAt(offset - 1) < 128 && text.charCodeAt(offset) < 128;
  if (around && text[offset] !== '\n') return { start: offset, end: offset };
  let from = offset - 1;
  while (from > 0 && offset - from < maxLookBack && !/[\s\p{P}]/u.test(text[from]!)) from--;
  const segment = segmenter
    .segment(text.slice(from, offset + maxLookBack))
    .containing(offset - from);
  const start = from + (segment?.index ?? offset - from);
  return start === offset
    ? { start: offset, end: offset }
    : { start, end: start + (segment?.segment.length ?? 0) };
}

/** The span grown so that it cuts no grapheme (UAX #29): no half emoji, no accent without its letter. */
export function snapToGraphemes(text: string, { start, end }: Span): Span {
  return { start: graphemeAround(text, start).start, end: graphemeAround(text, end).end };
}
