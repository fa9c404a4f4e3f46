import type { Article } from '../analysis/article';
import { labelSpan } from '../annotations/makeRecords';
import type { ShownArticle } from '../annotations/overlay';
import { readParagraphs } from '../annotations/paragraphs';
import type { SpanRecord } from '../annotations/records';
import type { ExchangeDocument, ExchangeMetadata } from './exchange';

export interface ExportInput {
  /** Path with `/` in the folder. */
  readonly path: string;
  readonly text: string;
  readonly bom?: boolean;
  readonly article: Article;
  readonly shown: ShownArticle;
  readonly event?: { readonly id: string; readonly title: string };
}

/** What is shown of an article as a document for any format. Rejected and displaced mentions stay behind. */
export function exchangeDocument({
  path,
  text,
  bom,
  article,
  shown,
  event,
}: ExportInput): ExchangeDocument {
  return {
    id: path,
    text,
    ...(bom ? { bom } : {}),
    mentions: shown.mentions.map(({ id, start, end, label, entity, origin, by, state, score }) => ({
      ...{ id, start, end, label, origin, by, state },
      ...(entity === undefined ? {} : { entity }),
      ...(score === undefined ? {} : { score }),
    })),
    entities: shown.entities.map(({ key, type, name, aliases, kb }) => ({
      ...{ key, type, name, aliases },
      ...(kb === undefined ? {} : { kb }),
    })),
    ...(event ? { event } : {}),
    lines: shown.lines.map(({ start, end, kind }) => ({ start, end, kind })),
    metadata: metadataOf(text, article),
  };
}

function metadataOf(text: string, article: Article): ExchangeMetadata {
  const { headline, byline, dateline, date, source, language } = article;
  return {
    ...(headline ? { title: headline.value } : {}),
    ...(byline ? { authors: byline.authors } : {}),
    ...(dateline ? { dateline: text.slice(dateline.start, dateline.end) } : {}),
    ...(date ? { date: date.day } : {}),
    ...(source ? { source: source.name } : {}),
    language,
  };
}

export interface Imported {
  readonly records: readonly SpanRecord[];
  /** Suggestions of other tools' machines: no one's decision, so not kept. */
  readonly suggestions: number;
}

/**
 * An imported document's mentions as records of its annotators (`by` where the file names none). Ids are kept, so that
 * importing twice adds nothing new. `ts`: ISO 8601.
 */
export function importRecords(document: ExchangeDocument, by: string, ts: string): Imported {
  const paragraphs = readParagraphs(document.text);
  const decided = document.mentions.filter(({ state }) => state !== 'suggested');
  const records = decided.map((mention): SpanRecord => {
    const isHuman = mention.origin === 'human';
    const writer = isHuman && mention.by !== 'import' ? mention.by : by;
    const place = `${mention.start}-${mention.end}-${mention.label}`;
    const id = /^\d*$/.test(mention.id) ? `i${place}` : mention.id;
    const stamp = { id, by: writer, ts };
    const record = labelSpan(paragraphs, mention, mention.label, stamp, mention.entity);
    const st = mention.state === 'rejected' ? 'rejected' : 'accepted';
    return { ...record, st, src: isHuman ? 'human' : mention.by };
  });
  return { records, suggestions: document.mentions.length - decided.length };
}
