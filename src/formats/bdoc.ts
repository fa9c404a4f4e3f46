import { articleFiles, prettyJson } from './articleFiles';
import type { ExchangeDocument, Format } from './exchange';
import { offsetMap } from './offsets';
import { jsonFiles } from './parsedFiles';
import { placeDocuments, type ReadDocument, type ReadMention } from './placing';
import * as json from './readJson';

const setName = 'dateline';

/** GATE's BDOC JSON (`offset_type` "p": code points), as gatenlp reads and writes it; one file an article. */
export const bdoc: Format = {
  id: 'bdoc',
  name: 'GATE BDOC (JSON)',
  holdsText: true,
  write: articleFiles('.bdocjs', (document) => prettyJson(writeDocument(document))),
  read: (files) => {
    const { parsed, losses } = jsonFiles(files, /\.bdocjs$/);
    const documents = parsed.map(({ path, value }) => readDocument(path, json.object(value)));
    return placeDocuments(documents, 'codepoint', losses);
  },
};

function writeDocument(document: ExchangeDocument) {
  const map = offsetMap(document.text, 'codepoint');
  const annotations = document.mentions.map((mention, id) => ({
    type: mention.label,
    start: map.toUnit(mention.start),
    end: map.toUnit(mention.end),
    id,
    features: {
      ...json.mentionDetails(mention),
      string: document.text.slice(mention.start, mention.end),
    },
  }));
  return {
    annotation_sets: {
      [setName]: { name: setName, annotations, next_annid: annotations.length },
    },
    text: document.text,
    features: json.documentDetails(document),
    offset_type: 'p',
    name: document.id,
  };
}

function readDocument(path: string, value: json.Json): ReadDocument {
  const sets = Object.values(json.object(value['annotation_sets'])).map(json.object);
  const annotations = sets.flatMap((set) => json.list(set['annotations'])).map(json.object);
  const mentions = annotations.map((annotation, index): ReadMention => {
    const features = json.object(annotation['features']);
    const quote = json.text(features['string']);
    return {
      ...json.readDetails(features, String(index)),
      start: json.offset(annotation['start']),
      end: json.offset(annotation['end']),
      label: json.text(annotation['type']) ?? 'MISC',
      ...(quote === undefined ? {} : { quote }),
    };
  });
  const id = json.text(value['name']) ?? path.replace(/\.bdocjs$/, '');
  return {
    ...json.readDocumentDetails(value['features'], id || path),
    text: json.text(value['text']) ?? '',
    mentions,
    ...(value['offset_type'] === 'j' && { unit: 'utf16' }),
  };
}
