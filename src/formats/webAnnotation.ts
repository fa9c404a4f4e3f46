import { contextLength } from '../annotations/anchoring/quoteMatch';
import { articleFiles, prettyJson } from './articleFiles';
import type { ExchangeDocument, ExchangeEntity, ExchangeMention, Format, Loss } from './exchange';
import { offsetMap } from './offsets';
import { jsonFiles } from './parsedFiles';
import { placeDocuments, type ReadDocument, type ReadMention } from './placing';
import { type Json, list, number, object, offset, text } from './readJson';
import { isNote, readNotes, writeNotes } from './webNotes';

const articleIri = 'urn:dateline:article:';
const entityIri = 'urn:dateline:entity:';
const mentionIri = 'urn:dateline:mention:';
const collectionIri = 'urn:dateline:annotations:';
const wikidataIri = 'http://www.wikidata.org/entity/';

/**
 * W3C Web Annotation Data Model (2017), one AnnotationPage an article (an empty
 * AnnotationCollection where it has no mention), in JSON-LD. Positions count code points
 * as the model demands; a quote stands beside every position. Only terms of the model are used, for JSON-LD
 * drops all others. The text itself is not in the file.
 */
export const webAnnotation: Format = {
  id: 'webannotation',
  name: 'W3C Web Annotation (JSON-LD)',
  holdsText: false,
  write: articleFiles('.jsonld', (document) => prettyJson(writePage(document))),
  read: (files, textOf) => {
    const { parsed, losses } = jsonFiles(files, /\.jsonld$/);
    const lost = [...losses];
    const documents = parsed.map(({ path, value }) => readPage(path, value, textOf, lost));
    return placeDocuments(documents, 'codepoint', lost);
  },
};

function writePage(document: ExchangeDocument): Json {
  const { id, text: source, mentions, entities } = document;
  const map = offsetMap(source, 'codepoint');
  const article = articleIri + encodeURIComponent(id);
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  const items = mentions.map((mention) => ({
    id: mentionIri + encodeURIComponent(mention.id),
    type: 'Annotation',
    motivation: mention.entity === undefined ? 'classifying' : 'identifying',
    creator: { type: mention.origin === 'human' ? 'Person' : 'Software', name: mention.by },
    body: bodies(mention, byKey),
    target: {
      source: article,
      selector: [
        {
          type: 'TextPositionSelector',
          start: map.toUnit(mention.start),
          end: map.toUnit(mention.end),
        },
        {
          type: 'TextQuoteSelector',
          exact: source.slice(mention.start, mention.end),
          prefix: source.slice(Math.max(0, mention.start - contextLength), mention.start),
          suffix: source.slice(mention.end, mention.end + contextLength),
        },
      ],
    },
  }));
  const own = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: collectionIri + encodeURIComponent(id),
  };
  const all = [...items, ...writeNotes(document, article)];
  // A page must hold an annotation; a collection may be empty.
  return all.length > 0
    ? { ...own, type: 'AnnotationPage', startIndex: 0, items: all }
    : { ...own, type: 'AnnotationCollection', label: id, total: 0 };
}

function bodies(mention: ExchangeMention, entities: ReadonlyMap<string, ExchangeEntity>): Json[] {
  const textual = (value: string, purpose: string) => ({ type: 'TextualBody', value, purpose });
  const entity = mention.entity === undefined ? undefined : entities.get(mention.entity);
  const score = mention.score === undefined ? [] : [textual(`score ${mention.score}`, 'assessing')];
  const specific = (source: string) => ({
    type: 'SpecificResource',
    source,
    purpose: 'identifying',
  });
  return [
    textual(mention.label, 'classifying'),
    textual(mention.state, 'assessing'),
    ...score,
    ...(mention.entity === undefined
      ? []
      : [specific(entityIri + encodeURIComponent(mention.entity))]),
    ...(entity === undefined ? [] : [textual(entity.name, 'identifying')]),
    ...(entity?.kb === undefined ? [] : [specific(wikidataIri + encodeURIComponent(entity.kb))]),
  ];
}

function readPage(
  path: string,
  value: unknown,
  textOf: (id: string) => string | undefined,
  losses: Loss[],
): ReadDocument {
  const page = object(value);
  const items = Array.isArray(value)
    ? (value as unknown[])
    : [page, object(page['first'])].flatMap((part) => list(part['items']));
  const entities = new Map<string, ExchangeEntity>();
  let id: string | undefined;
  const mentions = items.map(object).flatMap((annotation, index): ReadMention[] => {
    const target = object(list(annotation['target'])[0] ?? annotation['target']);
    id ??= unprefixed(text(target['source']), articleIri);
    return isNote(annotation) ? [] : [readAnnotation(annotation, target, String(index), entities)];
  });
  id ??= unprefixed(text(page['id']), collectionIri) ?? path.replace(/\.jsonld$/, '');
  const source = textOf(id) ?? '';
  const notes = readNotes(items, source, id, losses);
  return {
    ...{ id, text: source, mentions, entities: [...entities.values()], metadata: {} },
    ...(notes.length > 0 && { notes }),
  };
}

function readAnnotation(
  annotation: Json,
  target: Json,
  fallback: string,
  entities: Map<string, ExchangeEntity>,
): ReadMention {
  const selectors = [list(target['selector']), [target['selector']]].flat().map(object);
  const position = selectors.find(({ type }) => type === 'TextPositionSelector') ?? {};
  const quote = text(selectors.find(({ type }) => type === 'TextQuoteSelector')?.['exact']);
  const given = [list(annotation['body']), [annotation['body']]].flat().map(object);
  const values = (purpose: string, field: string) =>
    given.flatMap((body) =>
      body['purpose'] === purpose && text(body[field]) !== undefined ? [text(body[field])!] : [],
    );
  const label = [...values('classifying', 'value'), ...values('tagging', 'value')][0] ?? 'MISC';
  const assessed = values('assessing', 'value');
  const score = number(Number(assessed.find((one) => one.startsWith('score '))?.slice(6)));
  const state = assessed.find((one) => !one.startsWith('score '));
  const sources = values('identifying', 'source');
  const entity = sources.map((one) => unprefixed(one, entityIri)).find((one) => one !== undefined);
  const kb = sources.map((one) => unprefixed(one, wikidataIri)).find((one) => one !== undefined);
  const name = values('identifying', 'value')[0];
  if (entity !== undefined && name !== undefined && !entities.has(entity)) {
    const known = { key: entity, type: label, name, aliases: [] };
    entities.set(entity, kb === undefined ? known : { ...known, kb });
  }
  const creator = object(annotation['creator']);
  return {
    start: offset(position['start']),
    end: offset(position['end']),
    id: unprefixed(text(annotation['id']), mentionIri) ?? fallback,
    label,
    origin: creator['type'] === 'Software' ? 'machine' : 'human',
    by: text(creator['name']) ?? 'import',
    state: (state ?? 'accepted') as ReadMention['state'],
    ...(entity === undefined ? {} : { entity }),
    ...(score === undefined ? {} : { score }),
    ...(quote === undefined ? {} : { quote }),
  };
}

function unprefixed(iri: string | undefined, prefix: string): string | undefined {
  if (iri?.startsWith(prefix) !== true) return undefined;
  try {
    return decodeURIComponent(iri.slice(prefix.length));
  } catch {
    return iri.slice(prefix.length);
  }
}
