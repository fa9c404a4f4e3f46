import { message } from '../analysis/message';
import type {
  ExchangeDocument,
  ExchangeFile,
  ExchangeMention,
  Format,
  Loss,
  TextOf,
} from './exchange';

/**
 * Writes documents in a format and tells what the format cannot hold: the files are read back and every
 * difference is named, so that nothing is lost in silence.
 */
export function exportDocuments(
  format: Format,
  documents: readonly ExchangeDocument[],
): { readonly files: readonly ExchangeFile[]; readonly losses: readonly Loss[] } {
  const files = format.write(documents);
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const textOf: TextOf = (id) => texts.get(id);
  const back = format.read(files, textOf);
  const byId = new Map(back.documents.map((document) => [document.id, document]));
  const losses = documents.flatMap((document) => [
    ...(format.holdsText || document.text === '' ? [] : [withoutText(document.id)]),
    ...compareDocuments(document, byId.get(document.id)),
  ]);
  return { files, losses };
}

function withoutText(document: string): Loss {
  const what = message('The exact text is not in the file: the article must stay beside it.');
  return { document, what, count: 1 };
}

const mentionFields = ['id', 'entity', 'origin', 'by', 'state', 'score'] as const;
const metadataFields = ['title', 'authors', 'dateline', 'date', 'source', 'language'] as const;

/** Every difference of a document and what became of it, one entry a kind of difference. */
export function compareDocuments(
  before: ExchangeDocument,
  after: ExchangeDocument | undefined,
): readonly Loss[] {
  const losses: Loss[] = [];
  const lose = (count: number, text: string, ...args: string[]): void => {
    if (count > 0) losses.push({ document: before.id, what: message(text, ...args), count });
  };
  if (!after) {
    lose(1, 'The article cannot be read back.');
    return losses;
  }
  lose(before.text === after.text ? 0 : 1, 'The text comes back changed.');
  lose(before.bom && !after.bom ? 1 : 0, 'The byte order mark is dropped.');
  const { pairs, lost, added } = match(before.mentions, after.mentions);
  for (const label of new Set(lost.map((mention) => mention.label))) {
    const count = lost.filter((mention) => mention.label === label).length;
    lose(count, 'Mentions labelled {0} are lost or come back elsewhere.', label);
  }
  lose(added.length, 'Mentions come back where there were none.');
  for (const field of mentionFields) {
    const count = pairs.filter(([one, other]) => !same(one[field], other[field])).length;
    lose(count, 'Of mentions, this is lost or changed: {0}.', field);
  }
  const entities = new Set(after.entities.map((entity) => canonical(entity)));
  const gone = before.entities.filter((entity) => !entities.has(canonical(entity))).length;
  lose(gone, 'Entities are lost or come back incomplete.');
  const extra = after.entities.filter(({ key }) => before.entities.every((one) => one.key !== key));
  lose(extra.length, 'Entities come back that were not there.');
  lose(same(before.event, after.event) ? 0 : 1, 'The event is lost.');
  lose(same(before.lines, after.lines) ? 0 : (before.lines?.length ?? 1), 'Line kinds are lost.');
  const remarks = new Set(after.notes?.map((note) => canonical(note)));
  const unsaid = before.notes?.filter((note) => !remarks.has(canonical(note))).length ?? 0;
  lose(unsaid, 'Notes are lost or come back changed.');
  for (const field of metadataFields) {
    const equal = same(before.metadata[field], after.metadata[field]);
    lose(equal ? 0 : 1, 'Of the article, this is lost or changed: {0}.', field);
  }
  return losses;
}

function match(before: readonly ExchangeMention[], after: readonly ExchangeMention[]) {
  const open = new Map<string, ExchangeMention[]>();
  const keyOf = ({ start, end, label }: ExchangeMention) => `${start} ${end} ${label}`;
  for (const mention of after) {
    const list = open.get(keyOf(mention)) ?? [];
    list.push(mention);
    open.set(keyOf(mention), list);
  }
  const pairs: [ExchangeMention, ExchangeMention][] = [];
  const lost: ExchangeMention[] = [];
  for (const mention of before) {
    const list = open.get(keyOf(mention)) ?? [];
    const own = list.findIndex(({ id }) => id === mention.id);
    const [found] = list.splice(Math.max(own, 0), 1);
    if (found) pairs.push([mention, found]);
    else lost.push(mention);
  }
  return { pairs, lost, added: [...open.values()].flat() };
}

function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** JSON with sorted keys and without what is undefined. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
