import { type ExchangeDocument, exportPath, type Format, type Loss } from './exchange';
import { placeDocuments, type ReadDocument } from './placing';
import { list, object, parseJson, readDocumentDetails, text } from './readJson';
import { documentDetails } from './readJson';
import {
  annotationType,
  metadataType,
  namedEntity,
  namedEntityFeatures,
  namedEntityType,
  readNamedEntity,
  viewName,
} from './uima';

/** UIMA CAS JSON 0.4 as INCEpTION imports it, one file an article, types included. UTF-16. */
export const casJson: Format = {
  id: 'cas-json',
  name: 'UIMA CAS JSON 0.4 (INCEpTION)',
  holdsText: true,
  write: (documents) =>
    documents.map((document) => ({
      path: exportPath(document.id, '.cas.json'),
      content: `${JSON.stringify(writeCas(document), null, 1)}\n`,
    })),
  read: (files) => {
    const losses: Loss[] = [];
    const documents = files
      .filter(({ path }) => path.endsWith('.json'))
      .map(({ path, content }) => readCas(path, parseJson(path, content, losses)));
    return placeDocuments(documents, 'utf16', losses);
  },
};

const stringFeature = (name: string) => ({ '%NAME': name, '%RANGE': 'uima.cas.String' });

const types = {
  [namedEntityType]: {
    '%NAME': namedEntityType,
    '%SUPER_TYPE': annotationType,
    ...Object.fromEntries(namedEntityFeatures.map((name) => [name, stringFeature(name)])),
  },
  [metadataType]: {
    '%NAME': metadataType,
    '%SUPER_TYPE': 'uima.tcas.DocumentAnnotation',
    documentId: stringFeature('documentId'),
    documentTitle: stringFeature('documentTitle'),
    details: stringFeature('details'),
  },
};

function writeCas(document: ExchangeDocument) {
  const { id, text: source, mentions, metadata } = document;
  const sofa = 1;
  const structures = [
    {
      '%ID': sofa,
      '%TYPE': 'uima.cas.Sofa',
      sofaNum: 1,
      sofaID: viewName,
      mimeType: 'text',
      sofaString: source,
    },
    {
      '%ID': 2,
      '%TYPE': metadataType,
      '@sofa': sofa,
      begin: 0,
      end: source.length,
      language: metadata.language ?? 'x-unspecified',
      documentId: id,
      documentTitle: metadata.title,
      details: JSON.stringify(documentDetails(document)),
    },
    ...mentions.map((mention, index) => ({
      '%ID': index + 3,
      '%TYPE': namedEntityType,
      '@sofa': sofa,
      begin: mention.start,
      end: mention.end,
      ...namedEntity(mention, document),
    })),
  ];
  const members = structures.slice(1).map((structure) => structure['%ID']);
  return {
    '%TYPES': types,
    '%FEATURE_STRUCTURES': structures,
    '%VIEWS': { [viewName]: { '%SOFA': sofa, '%MEMBERS': members } },
  };
}

function readCas(path: string, value: unknown): ReadDocument {
  const structures = list(object(value)['%FEATURE_STRUCTURES']).map(object);
  const ofType = (type: string) => structures.filter((one) => one['%TYPE'] === type);
  const source = text(ofType('uima.cas.Sofa')[0]?.['sofaString']) ?? '';
  const given = ofType(metadataType)[0] ?? {};
  let details: unknown;
  try {
    details = JSON.parse(text(given['details']) ?? 'null');
  } catch {
    details = undefined;
  }
  const id = text(given['documentId']) ?? path.replace(/(?:\.cas)?\.json$/, '');
  return {
    ...readDocumentDetails(details, id),
    text: source,
    mentions: ofType(namedEntityType).map((one, index) => readNamedEntity(one, String(index))),
  };
}
