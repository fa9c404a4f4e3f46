import type { Article } from '../../src/analysis/article';
import { splitLines } from '../../src/analysis/lines';
import { message } from '../../src/analysis/message';

/** An article whose every line is taken for body: what the grouping sees when the analysis found nothing. */
export function plainArticle(text: string, day?: string): Article {
  const lines = splitLines(text)
    .filter((line) => text.slice(line.start, line.end).trim() !== '')
    .map((line) => ({
      ...line,
      kind: 'body' as const,
      score: 1,
      reason: message('Taken as it is'),
    }));
  const words = text.split(/\s/).filter((word) => word !== '').length;
  return {
    lines,
    ...(day === undefined ? {} : { date: { day, reason: message('Given') } }),
    language: 'en',
    mentions: [],
    entities: [],
    quotes: [],
    words: { all: words, article: words },
  };
}
