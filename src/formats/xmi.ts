import { articleFiles } from './articleFiles';
import type { ExchangeDocument, ExchangeFile, Format } from './exchange';
import { xmlFiles } from './parsedFiles';
import { placeDocuments, type ReadDocument } from './placing';
import * as uima from './uima';
import { escapeXml } from './escapeXml';
import { elements, type XmlElement } from './xml';

/** UIMA CAS XMI with its type system (`TypeSystem.xml`), one file an article. UTF-16; line ends as references. */
export const xmi: Format = {
  id: 'xmi',
  name: 'UIMA CAS XMI (INCEpTION)',
  holdsText: true,
  write: (documents) => [...articleFiles('.xmi', writeXmi)(documents), writeTypeSystem()],
  read: (files) => {
    const { parsed, losses } = xmlFiles(files, /\.xmi$/);
    const documents = parsed.map(({ path, value }) => readCas(path, value));
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
  const { text, mentions } = document;
  const named = mentions.map((mention, index) => {
    const place = { 'xmi:id': index + 3, sofa: 1, begin: mention.start, end: mention.end };
    return `  <ner:NamedEntity${attributes({ ...place, ...uima.namedEntity(mention, document) })}/>\n`;
  });
  const about = attributes({
    ...{ 'xmi:id': 2, sofa: 1, begin: 0, end: text.length },
    ...uima.metadata(document),
  });
  const sofa = attributes({
    ...{ 'xmi:id': 1, sofaNum: 1, sofaID: uima.viewName, mimeType: 'text', sofaString: text },
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
    type(uima.namedEntityType, uima.annotationType, uima.namedEntityFeatures) +
    type(uima.metadataType, 'uima.tcas.DocumentAnnotation', uima.metadataFeatures) +
    '  </types>\n</typeSystemDescription>\n';
  return { path: 'TypeSystem.xml', content };
}

function readCas(path: string, root: XmlElement): ReadDocument {
  const all = elements(root);
  const named = (local: string) => all.filter(({ name }) => name.split(':').at(-1) === local);
  const about = named('DocumentMetaData')[0]?.attributes ?? {};
  return {
    ...uima.readMetadata(about, path.replace(/\.xmi$/, '')),
    text: named('Sofa')[0]?.attributes['sofaString'] ?? '',
    mentions: named('NamedEntity').map((one, i) => uima.readNamedEntity(one.attributes, String(i))),
  };
}
