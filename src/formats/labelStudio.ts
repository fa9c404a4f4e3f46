import { prettyJson } from './articleFiles';
import type { ExchangeDocument, ExchangeMention, Format } from './exchange';
import { offsetMap } from './offsets';
import { jsonFiles } from './parsedFiles';
import { placeDocuments, type ReadDocument, type ReadMention } from './placing';
import * as json from './readJson';
import { escapeXml } from './escapeXml';

/**
 * Label Studio's task JSON with its labelling configuration. What people decided is an annotation, what the machine
 * suggests a prediction. Code points.
 */
export const labelStudio: Format = {
  id: 'labelstudio',
  name: 'Label Studio (JSON and configuration)',
  holdsText: true,
  write: (documents) => [
    { path: 'tasks.json', content: prettyJson(documents.map(writeTask)) },
    { path: 'config.xml', content: writeConfig(documents) },
  ],
  read: (files) => {
    const { parsed, losses } = jsonFiles(files, /\.json$/);
    const documents = parsed.flatMap(({ value }) =>
      json.list(value).map((task, index) => readTask(task, `task-${index + 1}.txt`)),
    );
    return placeDocuments(documents, 'codepoint', losses);
  },
};

function writeConfig(documents: readonly ExchangeDocument[]): string {
  const labels = new Set(documents.flatMap(({ mentions }) => mentions.map(({ label }) => label)));
  const rows = [...labels].sort().map((label) => `    <Label value="${escapeXml(label)}"/>\n`);
  return (
    `<View>\n  <Labels name="label" toName="text">\n${rows.join('')}  </Labels>\n` +
    `  <Text name="text" value="$text"/>\n</View>\n`
  );
}

function writeTask(document: ExchangeDocument, index: number): json.Json {
  const map = offsetMap(document.text, 'codepoint');
  const result = (mention: ExchangeMention) => ({
    id: mention.id,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: {
      start: map.toUnit(mention.start),
      end: map.toUnit(mention.end),
      text: document.text.slice(mention.start, mention.end),
      labels: [mention.label],
    },
    ...(mention.score === undefined ? {} : { score: mention.score }),
    meta: { details: json.mentionDetails(mention) },
  });
  const decided = document.mentions.filter(({ state }) => state !== 'suggested');
  const suggested = document.mentions.filter(({ state }) => state === 'suggested');
  return {
    id: index + 1,
    data: { text: document.text },
    meta: json.documentDetails(document),
    annotations: decided.length > 0 ? [{ result: decided.map(result) }] : [],
    predictions:
      suggested.length > 0 ? [{ model_version: 'dateline', result: suggested.map(result) }] : [],
  };
}

function readTask(value: unknown, id: string): ReadDocument {
  const task = json.object(value);
  const data = json.object(task['data']);
  const first = Object.values(data).find((field) => typeof field === 'string');
  const results = ['annotations', 'completions', 'predictions'].flatMap((field) =>
    json
      .list(task[field])
      .flatMap((one) =>
        json
          .list(json.object(one)['result'])
          .map((result) => ({ field, result: json.object(result) })),
      ),
  );
  const mentions = results.flatMap(({ field, result }): ReadMention[] => {
    if (result['type'] !== 'labels') return [];
    const { start, end, text: quote, labels } = json.object(result['value']);
    const own = json.object(result['meta'])['details'];
    const foreign = field === 'predictions' ? { origin: 'machine', state: 'suggested' } : {};
    const details = json.readDetails(own ?? foreign, json.text(result['id']) ?? '');
    return json.list(labels).map((label) => ({
      ...details,
      ...{ start: json.offset(start), end: json.offset(end), label: json.text(label) ?? 'MISC' },
      ...(typeof quote === 'string' ? { quote } : {}),
    }));
  });
  return {
    ...json.readDocumentDetails(task['meta'], id),
    text: json.text(data['text']) ?? json.text(first) ?? '',
    mentions,
  };
}
