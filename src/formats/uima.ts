import type { ExchangeDocument, ExchangeMention } from './exchange';
import type { ReadMention } from './placing';
import { tryJson } from './parsedFiles';
import {
  documentDetails,
  type Json,
  mentionDetails,
  object,
  offset,
  readDetails,
  readDocumentDetails,
  text,
} from './readJson';

/** INCEpTION's and DKPro's built-in layer for names: `value` is the label, `identifier` the entity's IRI. */
export const namedEntityType = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
/** Where DKPro tools look for an article's path. */
export const metadataType = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';
export const annotationType = 'uima.tcas.Annotation';
export const viewName = '_InitialView';

/** Features of our named entities: INCEpTION's own two, and one more with all the rest. */
export const namedEntityFeatures = ['value', 'identifier', 'details'] as const;

/** Features of our metadata besides UIMA's own `language`. */
export const metadataFeatures = ['documentId', 'documentTitle', 'details'] as const;

const wikidata = 'http://www.wikidata.org/entity/';

/** The features of a mention as UIMA strings; undefined for none. */
export function namedEntity(
  mention: ExchangeMention,
  { text: source, entities }: ExchangeDocument,
): Readonly<Record<(typeof namedEntityFeatures)[number], string | undefined>> {
  const kb = entities.find(({ key }) => key === mention.entity)?.kb;
  return {
    value: mention.label,
    identifier: kb === undefined ? undefined : wikidata + encodeURIComponent(kb),
    details: JSON.stringify({
      ...mentionDetails(mention),
      text: source.slice(mention.start, mention.end),
    }),
  };
}

/** A mention from the features of a UIMA annotation, offsets as numbers or digits. */
export function readNamedEntity(
  features: Readonly<Record<string, unknown>>,
  id: string,
): ReadMention {
  const { value, details, begin, end } = features;
  const known = typeof details === 'string' ? tryJson(details) : undefined;
  const quote = text(object(known)['text']);
  return {
    ...readDetails(known, id),
    start: offset(Number(begin)),
    end: offset(Number(end)),
    label: typeof value === 'string' ? value : 'MISC',
    ...(quote === undefined ? {} : { quote }),
  };
}

/** The features of an article's metadata annotation; undefined for none. */
export function metadata(document: ExchangeDocument) {
  return {
    language: document.metadata.language ?? 'x-unspecified',
    documentId: document.id,
    documentTitle: document.metadata.title,
    details: JSON.stringify(documentDetails(document)),
  };
}

/** Reads `metadata` back. `id` stands in for a missing path. */
export function readMetadata(features: Json, id: string): ReturnType<typeof readDocumentDetails> {
  const details = tryJson(text(features['details']) ?? 'null');
  return readDocumentDetails(details, text(features['documentId']) ?? id);
}
