import type { ExchangeDocument, ExchangeMention } from './exchange';
import type { ReadMention } from './placing';
import { mentionDetails, offset, readDetails } from './readJson';

/** INCEpTION's and DKPro's built-in layer for names: `value` is the label, `identifier` the entity's IRI. */
export const namedEntityType = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
/** Where DKPro tools look for an article's path. */
export const metadataType = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';
export const annotationType = 'uima.tcas.Annotation';
export const viewName = '_InitialView';

/** Features of our named entities: INCEpTION's own two, and one more with all the rest. */
export const namedEntityFeatures = ['value', 'identifier', 'details'] as const;

const wikidata = 'http://www.wikidata.org/entity/';

/** The features of a mention as UIMA strings; undefined for none. */
export function namedEntity(
  mention: ExchangeMention,
  { entities }: ExchangeDocument,
): Readonly<Record<(typeof namedEntityFeatures)[number], string | undefined>> {
  const kb = entities.find(({ key }) => key === mention.entity)?.kb;
  return {
    value: mention.label,
    identifier: kb === undefined ? undefined : wikidata + encodeURIComponent(kb),
    details: JSON.stringify(mentionDetails(mention)),
  };
}

/** A mention from the features of a UIMA annotation, offsets as numbers or digits. */
export function readNamedEntity(
  features: Readonly<Record<string, unknown>>,
  id: string,
): ReadMention {
  const { value, details, begin, end } = features;
  let known: unknown;
  try {
    known = typeof details === 'string' ? JSON.parse(details) : undefined;
  } catch {
    known = undefined;
  }
  return {
    ...readDetails(known, id),
    start: offset(Number(begin)),
    end: offset(Number(end)),
    label: typeof value === 'string' ? value : 'MISC',
  };
}
