import { message } from '../analysis/message';
import { csvRow, readCsv } from './csvCells';
import type { ExchangeDocument, ExchangeEntity, ExchangeFile, Format, Loss } from './exchange';
import { placeDocuments, type ReadMention } from './placing';
import { offset, readDetails } from './readJson';

const mentionColumns = [
  ...['article', 'id', 'start_utf16', 'end_utf16', 'label', 'text', 'entity'],
  ...['state', 'origin', 'by', 'score'],
];
const entityColumns = ['article', 'key', 'type', 'name', 'aliases', 'kb'];
const eventColumns = ['article', 'event', 'event_title', 'date', 'source', 'title', 'language'];

type Row = ReadonlyMap<string, string>;

/** Three tables for spreadsheets: mentions, entities and events (one row an article). UTF-16; without the texts. */
export const csv: Format = {
  id: 'csv',
  name: 'CSV (mentions, entities, events)',
  holdsText: false,
  write: (documents) => [
    table('mentions.csv', mentionColumns, documents.flatMap(mentionRows)),
    table('entities.csv', entityColumns, documents.flatMap(entityRows)),
    table('events.csv', eventColumns, documents.map(eventRow)),
  ],
  read: (files, textOf) => {
    const rows = (name: string) =>
      files.filter(({ path }) => path.endsWith(name)).flatMap(({ content }) => readCsv(content));
    const mentions = groupByArticle(rows('mentions.csv'));
    const entities = groupByArticle(rows('entities.csv'));
    const events = groupByArticle(rows('events.csv'));
    const losses: Loss[] = [];
    const documents = [...new Set([...events.keys(), ...mentions.keys(), ...entities.keys()])].map(
      (id) => {
        const text = textOf(id);
        if (text === undefined) {
          losses.push({ document: id, what: message('There is no such article here.'), count: 1 });
        }
        return {
          id,
          text: text ?? '',
          mentions: (mentions.get(id) ?? []).map(readMention),
          entities: (entities.get(id) ?? []).map(readEntity),
          ...readEvent(events.get(id)?.[0]),
        };
      },
    );
    return placeDocuments(documents, 'utf16', losses);
  },
};

function table(
  path: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): ExchangeFile {
  return { path, content: [columns, ...rows].map(csvRow).join('') };
}

function mentionRows({ id: article, text, mentions }: ExchangeDocument) {
  return mentions.map(({ id, start, end, label, entity, state, origin, by, score }) => {
    const words = text.slice(start, end);
    return [article, id, start, end, label, words, entity, state, origin, by, score];
  });
}

function entityRows({ id, entities }: ExchangeDocument) {
  return entities.map(({ key, type, name, aliases, kb }) => {
    const joined = aliases.map((alias) => alias.replace(/[\\|]/g, '\\$&')).join('|');
    return [id, key, type, name, joined, kb];
  });
}

function eventRow({ id, event, metadata }: ExchangeDocument) {
  const { date, source, title, language } = metadata;
  return [id, event?.id, event?.title, date, source, title, language];
}

function groupByArticle(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const article = row.get('article') ?? '';
    const group = groups.get(article) ?? [];
    group.push(row);
    groups.set(article, group);
  }
  return groups;
}

/** The filled cells of a row under their own names. */
function filled(row: Row): Readonly<Record<string, string>> {
  return Object.fromEntries([...row].filter(([, value]) => value !== ''));
}

function readMention(row: Row): ReadMention {
  const { score, ...rest } = filled(row);
  return {
    ...readDetails({ ...rest, score: score === undefined ? undefined : Number(score) }, ''),
    start: offset(Number(row.get('start_utf16'))),
    end: offset(Number(row.get('end_utf16'))),
    label: row.get('label') ?? 'MISC',
    quote: row.get('text') ?? '',
  };
}

function readEntity(row: Row): ExchangeEntity {
  const cell = (name: string): string => row.get(name) ?? '';
  const kb = cell('kb');
  const aliases = cell('aliases').match(/(?:\\.|[^\\|])+/gs) ?? [];
  return {
    ...{ key: cell('key'), type: cell('type'), name: cell('name') },
    aliases: aliases.map((alias) => alias.replace(/\\(.)/gs, '$1')),
    ...(kb === '' ? {} : { kb }),
  };
}

function readEvent(row: Row | undefined): Pick<ExchangeDocument, 'event' | 'metadata'> {
  const cells = filled(row ?? new Map<string, string>());
  const kept = ['date', 'source', 'title', 'language'].filter((name) => name in cells);
  const metadata = Object.fromEntries(kept.map((name) => [name, cells[name]!]));
  const id = cells['event'];
  return {
    metadata,
    ...(id === undefined ? {} : { event: { id, title: cells['event_title'] ?? '' } }),
  };
}
