import { articleFiles, prettyJson } from './articleFiles';
import type { ExchangeDocument, Format } from './exchange';
import { jsonFiles } from './parsedFiles';
import { placeDocuments, type ReadDocument } from './placing';
import { list, object, text } from './readJson';
import * as uima from './uima';

/** UIMA CAS JSON 0.4 as INCEpTION imports it, one file an article, types included. UTF-16. */
export const casJson: Format = {
  id: 'cas-json',
  name: 'UIMA CAS JSON 0.4 (INCEpTION)',
  holdsText: true,
  write: articleFiles('.cas.json', (document) => prettyJson(writeCas(document))),
  read: (files) => {
    const { parsed, losses } = jsonFiles(files, /\.json$/);
    const documents = parsed.map(({ path, value }) => readCas(path, value));
    return placeDocuments(documents, 'utf16', losses);
  },
};

const stringFeature = (name: string) => ({ '%NAME': name, '%RANGE': 'uima.cas.String' });

const types = {
  [uima.namedEntityType]: {
    '%NAME': uima.namedEntityType,
    '%SUPER_TYPE': uima.annotationType,
    ...Object.fromEntries(uima.namedEntityFeatures.map((name) => [name, stringFeature(name)])),
  },
  [uima.metadataType]: {
    '%NAME': uima.metadataType,
    '%SUPER_TYPE': 'uima.tcas.DocumentAnnotation',
    ...Object.fromEntries(uima.metadataFeatures.map((name) => [name, stringFeature(name)])),
  },
};

function writeCas(document: ExchangeDocument) {
  const { text: source, mentions } = document;
  const sofa = 1;
  const structures = [
    {
      '%ID': sofa,
      '%TYPE': 'uima.cas.Sofa',
      sofaNum: 1,
      sofaID: uima.viewName,
      mimeType: 'text',
      sofaString: source,
    },
    {
      ...{ '%ID': 2, '%TYPE': uima.metadataType, '@sofa': sofa, begin: 0, end: source.length },
      ...uima.metadata(document),
    },
    ...mentions.map((mention, index) => ({
      '%ID': index + 3,
      '%TYPE': uima.namedEntityType,
      '@sofa': sofa,
      begin: mention.start,
      end: mention.end,
      ...uima.namedEntity(mention, document),
    })),
  ];
  const members = structures.slice(1).map((structure) => structure['%ID']);
  return {
    '%TYPES': types,
    '%FEATURE_STRUCTURES': structures,
    '%VIEWS': { [uima.viewName]: { '%SOFA': sofa, '%MEMBERS': members } },
  };
}

function readCas(path: string, value: unknown): ReadDocument {
  const structures = list(object(value)['%FEATURE_STRUCTURES']).map(object);
  const ofType = (type: string) => structures.filter((one) => one['%TYPE'] === type);
  const source = text(ofType('uima.cas.Sofa')[0]?.['sofaString']) ?? '';
  const given = ofType(uima.metadataType)[0] ?? {};
  const stem = path.replace(/(?:\.cas)?\.json$/, '');
  return {
    ...uima.readMetadata(given, stem),
    text: source,
    mentions: ofType(uima.namedEntityType).map((one, index) =>
      uima.readNamedEntity(one, String(index)),
    ),
  };
}
