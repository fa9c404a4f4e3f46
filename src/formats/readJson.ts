import {
  articleLineKinds,
  boilerplateLineKinds,
  type LineKind,
  type Span,
} from '../analysis/article';
import { decisions } from '../annotations/records';
import type {
  ExchangeDocument,
  ExchangeEntity,
  ExchangeMention,
  ExchangeMetadata,
} from './exchange';

export type Json = Readonly<Record<string, unknown>>;

/** The value as an object to look into; an empty one if it is none. */
export function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** An offset, or −1 for what is none, so that the mention is reported as not fitting. */
export function offset(value: unknown): number {
  return Number.isSafeInteger(value) ? (value as number) : -1;
}

const lineKinds: ReadonlySet<string> = new Set([...articleLineKinds, ...boilerplateLineKinds]);

const states = new Set(['suggested', 'changed', 'ambiguous', 'orphan', ...decisions]);

/** The parts of a mention besides place and label, as one JSON object for a format's free slot. */
export function mentionDetails(mention: ExchangeMention): Json {
  const { id, entity, origin, by, state, score } = mention;
  return { id, entity, origin, by, state, score };
}

/** Reads `mentionDetails` back; what a foreign file lacks counts as an accepted human mention. */
export function readDetails(
  value: unknown,
  id: string,
): Omit<ExchangeMention, 'start' | 'end' | 'label'> {
  const details = object(value);
  const entity = text(details['entity']);
  const score = number(details['score']);
  const state = text(details['state']);
  return {
    id: text(details['id']) ?? id,
    origin: details['origin'] === 'machine' ? 'machine' : 'human',
    by: text(details['by']) ?? 'import',
    state:
      state !== undefined && states.has(state) ? (state as ExchangeMention['state']) : 'accepted',
    ...(entity === undefined ? {} : { entity }),
    ...(score === undefined ? {} : { score }),
  };
}

/** What is known of an article besides text and mentions, for a format's free slot. */
export function documentDetails(document: ExchangeDocument): Json {
  const { id, bom, entities, event, lines, metadata } = document;
  return { article: id, bom, entities, event, lines, metadata };
}

type Details = Omit<ExchangeDocument, 'text' | 'mentions'>;

/** Reads `documentDetails` back. `id` stands in for a missing path. */
export function readDocumentDetails(value: unknown, id: string): Details {
  const details = object(value);
  const event = object(details['event']);
  const eventId = text(event['id']);
  const lines = list(details['lines']).filter(isLine);
  return {
    id: text(details['article']) ?? id,
    entities: list(details['entities']).flatMap(readEntity),
    metadata: readMetadata(details['metadata']),
    ...(details['bom'] === true ? { bom: true } : {}),
    ...(eventId === undefined ? {} : { event: { id: eventId, title: text(event['title']) ?? '' } }),
    ...(Array.isArray(details['lines']) ? { lines } : {}),
  };
}

function isLine(value: unknown): value is Span & { readonly kind: LineKind } {
  const { start, end, kind } = object(value);
  return offset(start) >= 0 && offset(end) >= offset(start) && lineKinds.has(String(kind));
}

function readEntity(value: unknown): ExchangeEntity[] {
  const entity = object(value);
  const [key, type, name] = [text(entity['key']), text(entity['type']), text(entity['name'])];
  if (key === undefined || type === undefined || name === undefined) return [];
  const kb = text(entity['kb']);
  const aliases = list(entity['aliases']).filter((alias) => typeof alias === 'string');
  return [{ key, type, name, aliases, ...(kb === undefined ? {} : { kb }) }];
}

function readMetadata(value: unknown): ExchangeMetadata {
  const given = object(value);
  const plain = ['title', 'dateline', 'date', 'source', 'language'].flatMap((field) => {
    const found = text(given[field]);
    return found === undefined ? [] : [[field, found] as const];
  });
  const authors = list(given['authors']).filter((author) => typeof author === 'string');
  return {
    ...Object.fromEntries(plain),
    ...(Array.isArray(given['authors']) ? { authors } : {}),
  };
}
