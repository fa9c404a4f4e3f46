import type { Article } from '../../src/analysis/article';
import { splitLines } from '../../src/analysis/lines';

/** What a machine that finds nothing but body lines says of a text. */
export function plainArticle(text: string): Article {
  return {
    lines: splitLines(text).flatMap(({ start, end }, number) =>
      start === end
        ? []
        : [{ start, end, number, kind: 'body', score: 1, reason: { message: 'text', args: [] } }],
    ),
    language: 'en',
    mentions: [],
    entities: [],
    quotes: [],
    words: { all: 10, article: 10 },
  };
}
