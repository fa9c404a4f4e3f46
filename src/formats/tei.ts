import { articleFiles } from './articleFiles';
import type { ExchangeDocument, ExchangeEntity, ExchangeMention, Format } from './exchange';
import { tryJson, xmlFiles } from './parsedFiles';
import { placeDocuments, type ReadDocument, type ReadMention } from './placing';
import { mentionDetails, object, readDetails, text as textOf } from './readJson';
import { escapeXml } from './escapeXml';
import { elements, escapeXmlText, type XmlElement } from './xml';

const namespace = 'http://www.tei-c.org/ns/1.0';

const elementOf: Readonly<Record<string, string>> = {
  PER: 'persName',
  ORG: 'orgName',
  LOC: 'placeName',
  DATE: 'date',
};
const inline = new Set([...Object.values(elementOf), 'name']);

/**
 * TEI P5, one file an article: the text in one `ab` with its spaces kept, mentions that nest as elements around their
 * words. Mentions that cross others stand in `standOff` with UTF-16 offsets. Entities are `list…` entries of `standOff`.
 */
export const tei: Format = {
  id: 'tei',
  name: 'TEI P5 (XML)',
  holdsText: true,
  write: articleFiles('.tei.xml', writeTei),
  read: (files) => {
    const { parsed, losses } = xmlFiles(files, /\.xml$/);
    const documents = parsed.map(({ path, value }) => readTei(path, value));
    return placeDocuments(documents, 'utf16', losses);
  },
};

function writeTei(document: ExchangeDocument): string {
  const { id, text, metadata, entities, mentions } = document;
  const { nested, crossing } = nest(mentions);
  const spans = crossing.map(
    (mention) =>
      `    <span type="${escapeXml(mention.label)}" from="#string-index(text,${mention.start})"` +
      ` to="#string-index(text,${mention.end})">` +
      `<note>${escapeXmlText(details(mention, text))}</note></span>\n`,
  );
  const names = entities.map(
    ({ key, type, name, aliases, kb }) =>
      `    <item n="${escapeXml(key)}" ana="${escapeXml(pointer(type))}"` +
      `${kb === undefined ? '' : ` sameAs="http://www.wikidata.org/entity/${escapeXml(encodeURIComponent(kb))}"`}>` +
      [name, ...aliases].map((form) => `<name>${escapeXmlText(form)}</name>`).join('') +
      '</item>\n',
  );
  const when = /^\d{4}-\d\d-\d\d$/.test(metadata.date ?? '') ? metadata.date : undefined;
  const date = when === undefined ? '' : `<date when="${when}">${when}</date>`;
  const source =
    metadata.source === undefined ? '' : `<publisher>${escapeXmlText(metadata.source)}</publisher>`;
  const standOff =
    (names.length > 0 ? `   <list>\n${names.join('')}   </list>\n` : '') +
    (spans.length > 0 ? `   <spanGrp>\n${spans.join('')}   </spanGrp>\n` : '');
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="${namespace}">\n <teiHeader><fileDesc>` +
    `<titleStmt><title>${escapeXmlText(metadata.title ?? id)}</title>` +
    (metadata.authors ?? []).map((author) => `<author>${escapeXmlText(author)}</author>`).join('') +
    `</titleStmt>` +
    `<publicationStmt>${source === '' ? '<publisher/>' : source}${date}<idno>${escapeXmlText(id)}</idno></publicationStmt>` +
    `<sourceDesc><p>Exported from a news text.</p></sourceDesc></fileDesc></teiHeader>\n` +
    (standOff === '' ? '' : ` <standOff>\n${standOff} </standOff>\n`) +
    ` <text><body><ab xml:id="text" xml:space="preserve">${markUp(text, nested)}</ab></body></text>\n</TEI>\n`
  );
}

/** `ana` is a pointer: a bare label becomes a local one. */
function pointer(label: string): string {
  return `#${encodeURIComponent(label)}`;
}

function details(mention: ExchangeMention, text: string): string {
  const words = text.slice(mention.start, mention.end);
  return JSON.stringify({ ...mentionDetails(mention), text: words });
}

/** Those that lie wholly inside or outside one another, in order of opening, and the rest. */
function nest(mentions: readonly ExchangeMention[]) {
  const nested: ExchangeMention[] = [];
  const crossing: ExchangeMention[] = [];
  const open: number[] = [];
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (open.length > 0 && open.at(-1)! <= mention.start) open.pop();
    const fits = mention.end > mention.start && (open.at(-1) ?? Infinity) >= mention.end;
    (fits ? nested : crossing).push(mention);
    if (fits) open.push(mention.end);
  }
  return { nested, crossing };
}

function markUp(text: string, nested: readonly ExchangeMention[]): string {
  let result = '';
  let at = 0;
  const open: { end: number; name: string }[] = [];
  const copyTo = (offset: number): void => {
    result += escapeXmlText(text.slice(at, offset));
    at = Math.max(at, offset);
  };
  const closeUntil = (offset: number): void => {
    for (let last = open.at(-1); last && last.end <= offset; last = open.at(-1)) {
      copyTo(last.end);
      result += `</${last.name}>`;
      open.pop();
    }
  };
  for (const mention of nested) {
    closeUntil(mention.start);
    copyTo(mention.start);
    const name = elementOf[mention.label] ?? 'name';
    const type = name === 'name' ? ` type="${escapeXml(mention.label)}"` : '';
    const key = mention.entity === undefined ? '' : ` key="${escapeXml(mention.entity)}"`;
    const resp = ` resp="${escapeXml(pointer(mention.by))}"`;
    const by = mention.origin === 'machine' ? ' cert="medium"' : ' cert="high"';
    result += `<${name}${type}${key}${resp}${by} n="${escapeXml(mention.id)}" ana="${escapeXml(pointer(mention.state))}">`;
    open.push({ end: mention.end, name });
  }
  closeUntil(text.length);
  copyTo(text.length);
  return result;
}

function readTei(path: string, root: XmlElement): ReadDocument {
  const all = elements(root);
  const first = (name: string) => all.find((element) => element.name === name);
  const header = first('teiHeader');
  const inHeader = header ? elements(header) : [];
  const headerText = (name: string) => {
    const element = inHeader.find((one) => one.name === name);
    return element ? plainText(element) : '';
  };
  const body = all.find(({ attributes }) => attributes['xml:id'] === 'text') ?? first('body');
  const { text, mentions } = body ? readInline(body) : { text: '', mentions: [] };
  const spans = all.filter(({ name }) => name === 'span').map(readSpan);
  const id = headerText('idno') || path.replace(/(?:\.tei)?\.xml$/, '');
  const title = headerText('title');
  const authors = inHeader.filter(({ name }) => name === 'author').map(plainText);
  const date = inHeader.find(({ name }) => name === 'date')?.attributes['when'];
  const source = headerText('publisher');
  return {
    ...{ id, text, mentions: [...mentions, ...spans] },
    entities: all.filter(({ name }) => name === 'item').flatMap(readEntity),
    metadata: {
      ...(title === '' || title === id ? {} : { title }),
      ...(authors.length > 0 ? { authors } : {}),
      ...(date === undefined ? {} : { date }),
      ...(source === '' ? {} : { source }),
    },
  };
}

/** The words of a mixed element and its mentions; without recursion, for nesting may be hostile. */
function readInline(root: XmlElement): { text: string; mentions: readonly ReadMention[] } {
  let text = '';
  const mentions: ReadMention[] = [];
  const stack: { element: XmlElement; start: number; next: number }[] = [
    { element: root, start: 0, next: 0 },
  ];
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const child = top.element.children[top.next++];
    if (child === undefined) {
      stack.pop();
      const { name, attributes } = top.element;
      if (top.element !== root && inline.has(name)) {
        mentions.push(readMention(name, attributes, top.start, text.length, mentions.length));
      }
    } else if (typeof child === 'string') text += child;
    else stack.push({ element: child, start: text.length, next: 0 });
  }
  return { text, mentions };
}

function readMention(
  name: string,
  attributes: Readonly<Record<string, string>>,
  start: number,
  end: number,
  index: number,
): ReadMention {
  const standard = Object.entries(elementOf).find(([, element]) => element === name)?.[0];
  const details = {
    id: attributes['n'],
    entity: attributes['key'],
    origin: attributes['cert'] === 'medium' ? 'machine' : 'human',
    by: unpointer(attributes['resp']),
    state: unpointer(attributes['ana']),
  };
  const label = standard ?? attributes['type'] ?? 'MISC';
  return { ...readDetails(details, String(index)), start, end, label, inline: true };
}

function unpointer(value: string | undefined): string | undefined {
  try {
    return value?.startsWith('#') ? decodeURIComponent(value.slice(1)) : value;
  } catch {
    return value;
  }
}

function readSpan(element: XmlElement, index: number): ReadMention {
  const place = (name: string) =>
    Number(/,(\d+)\)$/.exec(element.attributes[name] ?? '')?.[1] ?? -1);
  const known = tryJson(plainText(element));
  const quote = textOf(object(known)['text']);
  return {
    ...readDetails(known, `span${index}`),
    start: place('from'),
    end: place('to'),
    label: element.attributes['type'] ?? 'MISC',
    ...(quote === undefined ? {} : { quote }),
  };
}

function readEntity(element: XmlElement): ExchangeEntity[] {
  const { n: key, ana, sameAs } = element.attributes;
  const [name, ...aliases] = elements(element)
    .filter((one) => one.name === 'name')
    .map(plainText);
  const kb = /\/entity\/([^/]+)$/.exec(sameAs ?? '')?.[1];
  if (key === undefined || name === undefined) return [];
  const type = unpointer(ana) ?? 'MISC';
  return [{ key, type, name, aliases, ...(kb === undefined ? {} : { kb: unpointer(`#${kb}`)! }) }];
}

function plainText(element: XmlElement): string {
  return readInline(element).text;
}
