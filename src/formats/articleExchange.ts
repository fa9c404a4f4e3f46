import type { Article, Message } from '../analysis/article';
import { message } from '../analysis/message';
import type { EntityRecord } from '../annotations/corpusRecords';
import { labelSpan, writeNote } from '../annotations/makeRecords';
import type { ShownArticle } from '../annotations/overlay';
import { readParagraphs, shortHash } from '../annotations/paragraphs';
import type { ArticleRecord, NoteRecord, SpanRecord } from '../annotations/records';
import type { Layers } from '../annotations/store';
import type { ExchangeDocument, ExchangeMetadata, Loss } from './exchange';

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
    ...(shown.notes.length > 0
      ? {
          notes: shown.notes.map(({ id, text: words, by, re, start, end }) => ({
            ...{ id, text: words, by },
            ...(re === undefined ? {} : { re }),
            ...(start === undefined || end === undefined ? {} : { start, end }),
          })),
        }
      : {}),
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

/** What an imported document says that records can keep. */
export interface Imported {
  readonly records: readonly (SpanRecord | NoteRecord)[];
  /** Knowledge base ids of its entities. */
  readonly entities: readonly EntityRecord[];
  /** What no record keeps: other tools' suggestions are no one's decision, and events and line kinds are found anew. */
  readonly losses: readonly Loss[];
}

const ownId = /^[hmi][0-9a-f]{8,}$/;

/** Stays the same when the same file is imported again, so that importing twice adds nothing. */
function lastingId(...parts: readonly unknown[]): string {
  const key = JSON.stringify(parts);
  return `i${shortHash(key)}${shortHash(`${key} `)}`;
}

/**
 * An imported document's mentions as records of the annotators whom the file names, else of `by`. Ids that were made
 * here are kept. `ts`: ISO 8601.
 */
export function importRecords(document: ExchangeDocument, by: string, ts: string): Imported {
  const { id: path, text, mentions, entities, event, lines, notes = [] } = document;
  const paragraphs = readParagraphs(text);
  const decided = mentions.filter(({ state }) => state !== 'suggested');
  const records = decided.map((mention): SpanRecord => {
    const isHuman = mention.origin === 'human';
    const stamp = { id: mention.id, ts, by: isHuman && mention.by !== 'import' ? mention.by : by };
    const record = labelSpan(paragraphs, mention, mention.label, stamp, mention.entity);
    const id = ownId.test(mention.id) ? mention.id : lastingId(mention.label, record.at, record.q);
    const st = mention.state === 'rejected' ? 'rejected' : 'accepted';
    return { ...record, id, st, src: isHuman ? 'human' : mention.by };
  });
  const remarks = notes.map(({ id, text: words, by: person, re, start, end }): NoteRecord => {
    const span = start === undefined || end === undefined ? undefined : { start, end };
    const stamp = { id, ts, by: person === 'import' ? by : person };
    return { ...writeNote(paragraphs, words, stamp, span), ...(re === undefined ? {} : { re }) };
  });
  const losses: Loss[] = [];
  const lose = (count: number, what: Message): void => {
    if (count > 0) losses.push({ document: path, what, count });
  };
  lose(mentions.length - decided.length, message('Suggestions of other tools are not taken over.'));
  lose(event ? 1 : 0, message('Events are not taken over: articles are grouped anew.'));
  lose(lines?.length ?? 0, message('Line kinds are not taken over: they are found anew.'));
  return {
    records: [...records, ...remarks],
    entities: entities.flatMap(({ key, kb }) =>
      kb === undefined ? [] : [{ t: 'kb', id: lastingId('kb', key, kb), by, ts, key, kb }],
    ),
    losses,
  };
}

/** Of imported records, those that a person's side-cars do not say already. */
export function newRecords(
  records: readonly (SpanRecord | NoteRecord)[],
  { byAnnotator }: Layers,
): readonly (SpanRecord | NoteRecord)[] {
  const said = (record: ArticleRecord): string => {
    const { t, st, at } = record;
    const content = t === 'span' ? record.label : t === 'note' ? record.text : record.kind;
    return JSON.stringify([t, content, st, at]);
  };
  return records.filter((record) => {
    const known = byAnnotator.get(record.by)?.get(record.id);
    return !known || said(known) !== said(record);
  });
}
