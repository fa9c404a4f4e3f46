import { message } from '../analysis/message';
import {
  type ExchangeDocument,
  type ExchangeFile,
  exportPath,
  type Format,
  type Loss,
} from './exchange';
import { placeDocuments, type ReadDocument } from './placing';
import { documentDetails, readDocumentDetails } from './readJson';
import {
  annotationType,
  metadataType,
  namedEntity,
  namedEntityFeatures,
  namedEntityType,
  readNamedEntity,
  viewName,
} from './uima';
import { elements, escapeXml, readXml, type XmlElement } from './xml';

const metadataFeatures = ['documentId', 'documentTitle', 'details'];

/** UIMA CAS XMI with its type system (`TypeSystem.xml`), one file an article. UTF-16; line ends as references. */
export const xmi: Format = {
  id: 'xmi',
  name: 'UIMA CAS XMI (INCEpTION)',
  holdsText: true,
  write: (documents) => [
    ...documents.map((document) => ({
      path: exportPath(document.id, '.xmi'),
      content: writeXmi(document),
    })),
    writeTypeSystem(),
  ],
  read: (files) => {
    const losses: Loss[] = [];
    const documents = files
      .filter(({ path }) => path.endsWith('.xmi'))
      .flatMap(({ path, content }): ReadDocument[] => {
        const root = readXml(content);
        if (root) return [readCas(path, root)];
        losses.push({ document: path, what: message('The file is not XML.'), count: 1 });
        return [];
      });
    return placeDocuments(documents, 'utf16', losses);
  },
};

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

function writeXmi(document: ExchangeDocument): string {
  const { id, text, mentions, metadata } = document;
  const named = mentions.map((mention, index) => {
    const place = { 'xmi:id': index + 3, sofa: 1, begin: mention.start, end: mention.end };
    return `  <ner:NamedEntity${attributes({ ...place, ...namedEntity(mention, document) })}/>\n`;
  });
  const about = attributes({
    ...{ 'xmi:id': 2, sofa: 1, begin: 0, end: text.length },
    ...{ language: metadata.language ?? 'x-unspecified' },
    ...{ documentId: id, documentTitle: metadata.title },
    details: JSON.stringify(documentDetails(document)),
  });
  const sofa = attributes({
    ...{ 'xmi:id': 1, sofaNum: 1, sofaID: viewName, mimeType: 'text', sofaString: text },
  });
  const members = [2, ...mentions.map((_, index) => index + 3)].join(' ');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"' +
    ' xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"' +
    ' xmlns:meta="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmi:version="2.0">\n' +
    '  <cas:NULL xmi:id="0"/>\n' +
    `  <meta:DocumentMetaData${about}/>\n${named.join('')}` +
    `  <cas:Sofa${sofa}/>\n  <cas:View sofa="1" members="${members}"/>\n</xmi:XMI>\n`
  );
}

function writeTypeSystem(): ExchangeFile {
  const feature = (name: string): string =>
    `<featureDescription><name>${name}</name><description/>` +
    '<rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>';
  const type = (name: string, parent: string, features: readonly string[]): string =>
    `    <typeDescription><name>${name}</name><description/>` +
    `<supertypeName>${parent}</supertypeName>` +
    `<features>${features.map(feature).join('')}</features></typeDescription>\n`;
  const content =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">\n  <types>\n' +
    type(namedEntityType, annotationType, namedEntityFeatures) +
    type(metadataType, 'uima.tcas.DocumentAnnotation', metadataFeatures) +
    '  </types>\n</typeSystemDescription>\n';
  return { path: 'TypeSystem.xml', content };
}

function readCas(path: string, root: XmlElement): ReadDocument {
  const all = elements(root);
  const named = (local: string) => all.filter(({ name }) => name.split(':').at(-1) === local);
  const about = named('DocumentMetaData')[0]?.attributes ?? {};
  let details: unknown;
  try {
    details = JSON.parse(about['details'] ?? 'null');
  } catch {
    details = undefined;
  }
  return {
    ...readDocumentDetails(details, about['documentId'] ?? path.replace(/\.xmi$/, '')),
    text: named('Sofa')[0]?.attributes['sofaString'] ?? '',
    mentions: named('NamedEntity').map((one, i) => readNamedEntity(one.attributes, String(i))),
  };
}
