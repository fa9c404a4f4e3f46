import { articleFiles, prettyJson } from './articleFiles';
import type { ExchangeDocument, ExchangeEntity, Format } from './exchange';
import { jsonFiles } from './parsedFiles';
import { placeDocuments, type ReadDocument } from './placing';
import { list, object, text } from './readJson';

const typeOf: Readonly<Record<string, string>> = {
  PER: 'Person',
  ORG: 'Organization',
  LOC: 'Place',
};

/** schema.org NewsArticle in JSON-LD: the article, who and what it is about; it has no place for spans. */
export const schemaOrg: Format = {
  id: 'schema-org',
  name: 'schema.org NewsArticle (JSON-LD)',
  holdsText: true,
  write: articleFiles('.newsarticle.jsonld', (document) => prettyJson(writeArticle(document))),
  read: (files) => {
    const { parsed, losses } = jsonFiles(files, /\.(?:jsonld|json)$/);
    const documents = parsed.map(({ path, value }) => readArticle(path, value));
    return placeDocuments(documents, 'utf16', losses);
  },
};

function writeArticle({ id, text: body, metadata, entities, event }: ExchangeDocument) {
  const { title, authors, dateline, date, source, language } = metadata;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: id,
    headline: title,
    author: authors?.map((name) => ({ '@type': 'Person', name })),
    dateline,
    datePublished: date,
    publisher: source === undefined ? undefined : { '@type': 'Organization', name: source },
    inLanguage: language,
    articleBody: body,
    about: event && { '@type': 'Event', identifier: event.id, name: event.title },
    mentions: entities.map(({ key, type, name, aliases, kb }) => ({
      '@type': typeOf[type] ?? 'Thing',
      ...(typeOf[type] === undefined ? { additionalType: type } : {}),
      identifier: key,
      name,
      ...(aliases.length > 0 ? { alternateName: aliases } : {}),
      ...(kb === undefined
        ? {}
        : { sameAs: `http://www.wikidata.org/entity/${encodeURIComponent(kb)}` }),
    })),
  };
}

function readArticle(path: string, value: unknown): ReadDocument {
  const article = object(value);
  const found = (name: string, from: unknown) => {
    const given = text(from);
    return given === undefined ? {} : { [name]: given };
  };
  const authors = list(article['author']).flatMap((one) => text(object(one)['name']) ?? []);
  const about = object(article['about']);
  const event = text(about['identifier']);
  return {
    id: text(article['identifier']) ?? path.replace(/(?:\.newsarticle)?\.json(?:ld)?$/, ''),
    text: text(article['articleBody']) ?? '',
    mentions: [],
    entities: list(article['mentions']).flatMap(readEntity),
    ...(event === undefined ? {} : { event: { id: event, title: text(about['name']) ?? '' } }),
    metadata: {
      ...found('title', article['headline']),
      ...(Array.isArray(article['author']) ? { authors } : {}),
      ...found('dateline', article['dateline']),
      ...found('date', article['datePublished']),
      ...found('source', object(article['publisher'])['name']),
      ...found('language', article['inLanguage']),
    },
  };
}

function readEntity(value: unknown): ExchangeEntity[] {
  const thing = object(value);
  const name = text(thing['name']);
  if (name === undefined) return [];
  const kind = Object.entries(typeOf).find(([, type]) => type === thing['@type'])?.[0];
  const type = kind ?? text(thing['additionalType']) ?? 'MISC';
  const kb = /\/entity\/([^/]+)$/.exec(text(thing['sameAs']) ?? '')?.[1];
  const aliases = list(thing['alternateName']).filter((alias) => typeof alias === 'string');
  const key = text(thing['identifier']) ?? `${type}:${name}`;
  return [{ key, type, name, aliases, ...(kb === undefined ? {} : { kb }) }];
}
