import {
  type ExchangeDocument,
  exportPath,
  type Format,
  type Loss,
  type OffsetUnit,
} from './exchange';
import { offsetMap } from './offsets';
import { placeDocuments, type ReadDocument, type ReadMention } from './placing';
import {
  documentDetails,
  list,
  mentionDetails,
  object,
  offset,
  parseJson,
  readDetails,
  readDocumentDetails,
  text,
} from './readJson';

const setName = 'dateline';

/** GATE's BDOC JSON (`offset_type` "p": code points), as gatenlp reads and writes it; one file an article. */
export const bdoc: Format = {
  id: 'bdoc',
  name: 'GATE BDOC (JSON)',
  holdsText: true,
  write: (documents) =>
    documents.map((document) => ({
      path: exportPath(document.id, '.bdocjs'),
      content: `${JSON.stringify(writeDocument(document), null, 1)}\n`,
    })),
  read: (files) => {
    const losses: Loss[] = [];
    const results = files
      .filter(({ path }) => path.endsWith('.bdocjs'))
      .map(({ path, content }) => {
        const value = object(parseJson(path, content, losses));
        const unit: OffsetUnit = value['offset_type'] === 'j' ? 'utf16' : 'codepoint';
        return placeDocuments([readDocument(path, value)], unit);
      });
    return {
      documents: results.flatMap((one) => one.documents),
      losses: [...losses, ...results.flatMap((one) => one.losses)],
      repairs: results.flatMap((one) => one.repairs),
    };
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
      ...mentionDetails(mention),
      string: document.text.slice(mention.start, mention.end),
    },
  }));
  return {
    annotation_sets: {
      [setName]: { name: setName, annotations, next_annid: annotations.length },
    },
    text: document.text,
    features: documentDetails(document),
    offset_type: 'p',
    name: document.id,
  };
}

function readDocument(path: string, value: ReturnType<typeof object>): ReadDocument {
  const sets = Object.values(object(value['annotation_sets'])).map(object);
  const annotations = sets.flatMap((set) => list(set['annotations'])).map(object);
  const mentions = annotations.map((annotation, index): ReadMention => {
    const features = object(annotation['features']);
    const quote = text(features['string']);
    return {
      ...readDetails(features, String(index)),
      start: offset(annotation['start']),
      end: offset(annotation['end']),
      label: text(annotation['type']) ?? 'MISC',
      ...(quote === undefined ? {} : { quote }),
    };
  });
  const id = text(value['name']) ?? path.replace(/\.bdocjs$/, '');
  return {
    ...readDocumentDetails(value['features'], id || path),
    text: text(value['text']) ?? '',
    mentions,
  };
}
