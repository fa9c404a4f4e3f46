import { isBoilerplate, type Article, type Span } from '../analysis/article';
import { selectionSteps } from '../editor/selectionSteps';

/** Words of an article and where they stand: UTF-16 code units into the text of the file, end exclusive. */
export interface Quoted extends Span {
  readonly text: string;
}

const longestQuote = 400;

export function quoted(text: string, { start, end }: Span): Quoted {
  const last = Math.min(end, start + longestQuote);
  return { start, end: last, text: text.slice(start, last) };
}

/** The sentence around an offset, else its line. */
export function sentenceAt(text: string, article: Article, offset: number): Quoted {
  const isName = ({ start, end }: Span): boolean =>
    article.mentions.some((mention) => mention.start === start && mention.end === end);
  const sentence = selectionSteps(text, article, offset).find((step) => !isName(step));
  const line = article.lines.find(({ start, end }) => start <= offset && offset <= end);
  return quoted(text, sentence ?? line ?? { start: offset, end: offset });
}

/** The first sentence outside boilerplate that holds one of these words, else the beginning of the article. */
export function tellingQuote(
  text: string,
  article: Article,
  words: readonly string[],
): Quoted | undefined {
  const own = article.lines.filter(({ kind }) => !isBoilerplate(kind));
  const body = own.filter(({ kind }) => kind === 'body' || kind === 'quote');
  const wanted = words.map((word) => word.toLowerCase()).filter((word) => word.length > 2);
  for (const { start, end } of body) {
    const line = text.slice(start, end).toLowerCase();
    const places = wanted.map((word) => line.indexOf(word)).filter((at) => at >= 0);
    if (places.length > 0) return sentenceAt(text, article, start + Math.min(...places));
  }
  const first = body[0] ?? own[0];
  return first && sentenceAt(text, article, first.start);
}
