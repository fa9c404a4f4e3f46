/**
 * The terms of the Web Annotation vocabulary that we write, as a JSON-LD context: what the model's own context, which
 * cannot be fetched in a test, makes of them. A term that is missing here is lost, and the test fails.
 */
const oa = 'http://www.w3.org/ns/oa#';
const streams = 'http://www.w3.org/ns/activitystreams#';
const foaf = 'http://xmlns.com/foaf/0.1/';
const link = (iri: string) => ({ '@id': iri, '@type': '@id' });
const word = (iri: string) => ({ '@id': iri, '@type': '@vocab' });

export const annotationTerms = {
  id: '@id',
  type: '@type',
  AnnotationPage: `${streams}OrderedCollectionPage`,
  AnnotationCollection: `${streams}OrderedCollection`,
  items: { ...link(`${streams}items`), '@container': '@list' },
  startIndex: `${streams}startIndex`,
  total: `${streams}totalItems`,
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  Annotation: `${oa}Annotation`,
  motivation: word(`${oa}motivatedBy`),
  purpose: word(`${oa}hasPurpose`),
  assessing: `${oa}assessing`,
  classifying: `${oa}classifying`,
  identifying: `${oa}identifying`,
  body: link(`${oa}hasBody`),
  target: link(`${oa}hasTarget`),
  TextualBody: `${oa}TextualBody`,
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  SpecificResource: `${oa}SpecificResource`,
  source: link(`${oa}hasSource`),
  selector: link(`${oa}hasSelector`),
  TextPositionSelector: `${oa}TextPositionSelector`,
  start: `${oa}start`,
  end: `${oa}end`,
  TextQuoteSelector: `${oa}TextQuoteSelector`,
  exact: `${oa}exact`,
  prefix: `${oa}prefix`,
  suffix: `${oa}suffix`,
  creator: link('http://purl.org/dc/terms/creator'),
  Person: `${foaf}Person`,
  Software: `${streams}Application`,
  name: `${foaf}name`,
} as const;
