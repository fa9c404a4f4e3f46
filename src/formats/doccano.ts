import type { ExchangeDocument, Format, Loss } from './exchange';
import { placeDocuments, type ReadDocument, type ReadMention } from './placing';
import {
  documentDetails,
  list,
  mentionDetails,
  object,
  offset,
  parseJsonLines,
  readDetails,
  readDocumentDetails,
  text,
} from './readJson';

/**
 * doccano's JSON Lines for sequence labelling: `label` holds `[start, end, label]` in UTF-16 code units. The project
 * must allow overlapping spans. Columns it does not know become an example's metadata.
 */
export const doccano: Format = {
  id: 'doccano',
  name: 'doccano (JSON Lines)',
  holdsText: true,
  write: (documents) => [
    { path: 'doccano.jsonl', content: documents.map((one) => `${writeLine(one)}\n`).join('') },
  ],
  read: (files) => {
    const losses: Loss[] = [];
    const documents = files.flatMap(({ path, content }) =>
      parseJsonLines(path, content, losses).map((value, index) =>
        readLine(value, `${path.replace(/\.jsonl$/, '')}-${index + 1}.txt`),
      ),
    );
    return placeDocuments(documents, 'utf16', losses);
  },
};

function writeLine(document: ExchangeDocument): string {
  const { text: source, mentions } = document;
  return JSON.stringify({
    text: source,
    label: mentions.map(({ start, end, label }) => [start, end, label]),
    ...documentDetails(document),
    mentions: mentions.map((mention) => ({
      ...mentionDetails(mention),
      text: source.slice(mention.start, mention.end),
    })),
  });
}

function readLine(value: unknown, id: string): ReadDocument {
  const record = object(value);
  const meta = object(record['meta'] ?? record['metadata']);
  // doccano gives imported columns back under `meta` or beside the text, by version.
  const details = 'article' in meta ? meta : record;
  const quoted = list(details['mentions']).map(object);
  // In files of doccano's relation projects `entities` are spans; in ours they are what the spans name.
  const spans = list(record['label'] ?? record['labels'] ?? record['entities']);
  const mentions = spans.map((span, index): ReadMention => {
    const { start_offset, end_offset, label: name } = object(span);
    const [start, end, label] = Array.isArray(span)
      ? (span as unknown[])
      : [start_offset, end_offset, name];
    const quote = spans.length === quoted.length ? text(quoted[index]!['text']) : undefined;
    return {
      ...readDetails(quote === undefined ? undefined : quoted[index], String(index)),
      ...{ start: offset(start), end: offset(end), label: text(label) ?? 'MISC' },
      ...(quote === undefined ? {} : { quote }),
    };
  });
  const source = text(record['text']) ?? text(record['data']) ?? '';
  return { ...readDocumentDetails(details, id), text: source, mentions };
}
