import { type ExchangeDocument, type ExchangeMention, type Format, type Loss } from './exchange';
import { offsetMap } from './offsets';
import { placeDocuments, type ReadDocument, type ReadMention } from './placing';
import {
  documentDetails,
  type Json,
  list,
  mentionDetails,
  object,
  offset,
  parseJson,
  readDetails,
  readDocumentDetails,
  text,
} from './readJson';
import { escapeXml } from './xml';

/**
 * Label Studio's task JSON with its labelling configuration. What people decided is an annotation, what the machine
 * suggests a prediction. Code points.
 */
export const labelStudio: Format = {
  id: 'labelstudio',
  name: 'Label Studio (JSON and configuration)',
  holdsText: true,
  write: (documents) => [
    { path: 'tasks.json', content: `${JSON.stringify(documents.map(writeTask), null, 1)}\n` },
    { path: 'config.xml', content: writeConfig(documents) },
  ],
  read: (files) => {
    const losses: Loss[] = [];
    const documents = files
      .filter(({ path }) => path.endsWith('.json'))
      .flatMap(({ path, content }) =>
        list(parseJson(path, content, losses)).map((task, index) =>
          readTask(task, `task-${index + 1}.txt`),
        ),
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

function writeTask(document: ExchangeDocument, index: number): Json {
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
    meta: { details: mentionDetails(mention) },
  });
  const decided = document.mentions.filter(({ state }) => state !== 'suggested');
  const suggested = document.mentions.filter(({ state }) => state === 'suggested');
  return {
    id: index + 1,
    data: { text: document.text },
    meta: documentDetails(document),
    annotations: decided.length > 0 ? [{ result: decided.map(result) }] : [],
    predictions:
      suggested.length > 0 ? [{ model_version: 'dateline', result: suggested.map(result) }] : [],
  };
}

function readTask(value: unknown, id: string): ReadDocument {
  const task = object(value);
  const data = object(task['data']);
  const first = Object.values(data).find((field) => typeof field === 'string');
  const results = ['annotations', 'completions', 'predictions'].flatMap((field) =>
    list(task[field]).flatMap((one) =>
      list(object(one)['result']).map((result) => ({ field, result: object(result) })),
    ),
  );
  const mentions = results.flatMap(({ field, result }): ReadMention[] => {
    if (result['type'] !== 'labels') return [];
    const { start, end, text: quote, labels } = object(result['value']);
    const own = object(result['meta'])['details'];
    const foreign = field === 'predictions' ? { origin: 'machine', state: 'suggested' } : {};
    const details = readDetails(own ?? foreign, text(result['id']) ?? '');
    return list(labels).map((label) => ({
      ...details,
      ...{ start: offset(start), end: offset(end), label: text(label) ?? 'MISC' },
      ...(typeof quote === 'string' ? { quote } : {}),
    }));
  });
  return {
    ...readDocumentDetails(task['meta'], id),
    text: text(data['text']) ?? text(first) ?? '',
    mentions,
  };
}
