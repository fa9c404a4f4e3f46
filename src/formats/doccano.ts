import { linesFile } from './articleFiles';
import type { ExchangeDocument, Format } from './exchange';
import { jsonLines } from './parsedFiles';
import { placeDocuments, type ReadDocument, type ReadMention } from './placing';
import * as json from './readJson';

/**
 * doccano's JSON Lines for sequence labelling: `label` holds `[start, end, label]` in UTF-16 code units. The project
 * must allow overlapping spans. Columns it does not know become an example's metadata.
 */
export const doccano: Format = {
  id: 'doccano',
  name: 'doccano (JSON Lines)',
  holdsText: true,
  write: linesFile('doccano.jsonl', writeLine),
  read: (files) => {
    const { parsed, losses } = jsonLines(files);
    const documents = parsed.map(({ path, value }) => readLine(value, path));
    return placeDocuments(documents, 'utf16', losses);
  },
};

function writeLine(document: ExchangeDocument): json.Json {
  const { text: source, mentions } = document;
  return {
    text: source,
    label: mentions.map(({ start, end, label }) => [start, end, label]),
    ...json.documentDetails(document),
    mentions: mentions.map((mention) => ({
      ...json.mentionDetails(mention),
      text: source.slice(mention.start, mention.end),
    })),
  };
}

function readLine(value: unknown, id: string): ReadDocument {
  const record = json.object(value);
  const meta = json.object(record['meta'] ?? record['metadata']);
  // doccano gives imported columns back under `meta` or beside the text, by version.
  const details = 'article' in meta ? meta : record;
  const quoted = json.list(details['mentions']).map(json.object);
  // In files of doccano's relation projects `entities` are spans; in ours they are what the spans name.
  const spans = json.list(record['label'] ?? record['labels'] ?? record['entities']);
  const mentions = spans.map((span, index): ReadMention => {
    const { start_offset, end_offset, label: name } = json.object(span);
    const [start, end, label] = Array.isArray(span)
      ? (span as unknown[])
      : [start_offset, end_offset, name];
    const quote = spans.length === quoted.length ? json.text(quoted[index]!['text']) : undefined;
    return {
      ...json.readDetails(quote === undefined ? undefined : quoted[index], String(index)),
      ...{ start: json.offset(start), end: json.offset(end), label: json.text(label) ?? 'MISC' },
      ...(quote === undefined ? {} : { quote }),
    };
  });
  const source = json.text(record['text']) ?? json.text(record['data']) ?? '';
  return { ...json.readDocumentDetails(details, id), text: source, mentions };
}
