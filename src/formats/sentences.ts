import type { Span } from '../analysis/article';

/**
 * Groups tokens into sentences: at line ends, and after `.`, `!` or `?` before a capital or a quotation mark. Never
 * inside one of `unbroken`, so that no mention is torn. Gives ranges of token indexes.
 */
export function sentencesOf(
  text: string,
  tokens: readonly Span[],
  unbroken: readonly Span[],
): readonly Span[] {
  const inside = new Set<number>();
  let reach = 0;
  const ordered = [...unbroken].sort((a, b) => a.start - b.start);
  let next = 0;
  tokens.forEach((token, index) => {
    if (token.start < reach) inside.add(index);
    while (next < ordered.length && ordered[next]!.start < token.end) {
      reach = Math.max(reach, ordered[next++]!.end);
    }
  });
  const sentences: Span[] = [];
  let from = 0;
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length && (inside.has(i) || !breaks(text, tokens[i - 1]!, tokens[i]!))) continue;
    sentences.push({ start: from, end: i });
    from = i;
  }
  return tokens.length === 0 ? [] : sentences;
}

function breaks(text: string, last: Span, next: Span): boolean {
  const between = text.slice(last.end, next.start);
  if (/[\r\n]/.test(between)) return true;
  const ends = /^[.!?]$/.test(text.slice(last.start, last.end));
  return ends && between !== '' && /^["“‘\p{Lu}]/u.test(text.slice(next.start, next.end));
}
