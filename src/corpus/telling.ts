import { type Article, isBoilerplate, type Span } from '../analysis/article';

/** What an article says, as articles of one event are compared by it: its own lines, dates, names and quotes. */
export interface Telling {
  readonly id: string;
  readonly text: string;
  /** Lines that tell: headline, body, quotes; no byline, date or boilerplate. */
  readonly lines: readonly Span[];
  /** Mentions of one day, in an article whose own day is known. */
  readonly days: readonly (Span & { readonly day: string })[];
  /** Names, whose numbers count nothing ("Article 5"), and dates of every kind. */
  readonly mentions: readonly Span[];
  readonly quotes: readonly (Span & { readonly speaker?: string })[];
}

const telling: ReadonlySet<string> = new Set([
  'headline',
  'standfirst',
  'body',
  'quote',
  'subheading',
]);

/** Takes from an analysed article what comparing needs. */
export function tellingOf(id: string, text: string, article: Article): Telling {
  const names = new Map(article.entities.map(({ id: entity, name }) => [entity, name]));
  const own = article.mentions.filter(({ boilerplate }) => !boilerplate);
  // Without a day of publication a weekday is counted from the age of the file.
  const isDated = article.date !== undefined;
  return {
    id,
    text,
    lines: article.lines
      .filter(({ kind }) => !isBoilerplate(kind) && telling.has(kind))
      .map(({ start, end }) => ({ start, end })),
    days: own.flatMap(({ start, end, date }) =>
      isDated && date && date.from === date.to ? [{ start, end, day: date.from }] : [],
    ),
    mentions: own.map(({ start, end }) => ({ start, end })),
    quotes: article.quotes.map(({ start, end, speaker, entity }) => {
      const named =
        (entity === undefined ? undefined : names.get(entity)) ??
        (speaker && text.slice(speaker.start, speaker.end));
      return { start, end, ...(named !== undefined && { speaker: named }) };
    }),
  };
}
