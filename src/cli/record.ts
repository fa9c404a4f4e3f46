import type { Article } from '../analysis/article';
import { renderMessage } from '../analysis/message';
import type { EventView } from '../corpus/entry';
import type { Corpus } from '../corpus/index';
import { packEntry } from '../corpus/pack';
import type { AnalysedResult } from './engine';

function headOf(text: string, article: Article): Record<string, unknown> {
  const { headline, byline, dateline, date, source, language } = article;
  return {
    title: headline?.value ?? null,
    byline: byline?.authors ?? [],
    dateline: dateline ? text.slice(dateline.start, dateline.end) : null,
    date: date?.time ?? date?.day ?? null,
    source: source?.name ?? null,
    language,
  };
}

/** One line of `analyze --json`. Offsets are UTF-16 code units into the text without its byte-order mark. */
export function articleRecord(
  { input, analysed }: AnalysedResult,
  { corpus, features }: { readonly corpus?: Corpus | undefined; readonly features: boolean },
): Record<string, unknown> {
  const { article } = analysed;
  const event = corpus?.eventOf(input.id);
  const copy = corpus?.copyOf(input.id);
  return {
    [input.from === 'path' ? 'path' : 'id']: input.given ?? input.id,
    ...headOf(input.text, article),
    lines: article.lines.map(({ start, end, kind, score, reason }) => ({
      start,
      end,
      kind,
      score: rounded(score),
      reason: renderMessage(reason),
    })),
    mentions: article.mentions.map(
      ({ start, end, type, label, text, entity, score, boilerplate, date }) => ({
        start,
        end,
        type,
        ...(label !== undefined && { label }),
        text,
        ...(entity !== undefined && { entity }),
        score: rounded(score),
        ...(boilerplate && { boilerplate }),
        ...(date && { date }),
      }),
    ),
    entities: article.entities.map(({ id, type, name, aliases, count, roles }) => ({
      id,
      type,
      name,
      aliases,
      count,
      ...(roles.length > 0 && { roles }),
    })),
    quotes: article.quotes,
    ...(event && { event: event.id }),
    ...(copy && { duplicateOf: copy.article }),
    ...(features && { features: Buffer.from(packEntry(analysed.entry)).toString('base64') }),
  };
}

const rounded = (score: number): number => Math.round(score * 1000) / 1000;

/** The last line of `analyze --json`. */
export function eventsRecord(events: readonly EventView[]): Record<string, unknown> {
  return {
    events: events.map(({ id, title, start, end, articles, sources, why, stages }) => ({
      id,
      title,
      start: start ?? null,
      end: end ?? null,
      articles,
      sources,
      why: why.map(renderMessage),
      stages: stages.map(({ label, day, articles: members }) => ({
        label: renderMessage(label),
        day: day ?? null,
        articles: members,
      })),
    })),
  };
}
