import type { Article, Span } from '../analysis/article';
import { splitSentences } from '../analysis/entities/tokens';

/**
 * What a growing selection takes in turn: the name, the quote, the sentence, the paragraph. Each step holds
 * the one before and is larger; offsets that are in none of them give none.
 */
export function selectionSteps(text: string, article: Article, offset: number): Span[] {
  const within = (spans: readonly Span[]): Span | undefined =>
    spans.findLast(({ start, end }) => start <= offset && offset <= end);
  const line = within(article.lines);
  if (!line) return [];
  const candidates = [
    within(article.mentions),
    within(article.quotes),
    within(splitSentences(text, [line])),
    line,
  ].filter((span) => span !== undefined);
  const steps: Span[] = [];
  for (const { start, end } of candidates.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = steps.at(-1);
    const grows = !inner || (start <= inner.start && end >= inner.end);
    if (grows && !(inner?.start === start && inner.end === end)) steps.push({ start, end });
  }
  return steps;
}
