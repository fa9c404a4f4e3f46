import type { Span } from '../analysis/article';
import { message } from '../analysis/message';
import { exportPath } from './articleFiles';
import type { ExchangeDocument, ExchangeEntity, Format, Loss } from './exchange';
import { offsetMap } from './offsets';
import { tryJson } from './parsedFiles';
import { placeDocuments, type ReadDocument, type ReadMention } from './placing';
import { mentionDetails, offset, readDetails } from './readJson';

/**
 * brat standoff: `.txt` and `.ann` for each article and one `annotation.conf`. Code points, CR counted. A mention that
 * crosses a line end is written in pieces. Knowledge-base ids are `N` lines; what brat has no place for stands as JSON
 * in an annotator's note.
 */
export const brat: Format = {
  id: 'brat',
  name: 'brat standoff',
  holdsText: true,
  write: (documents) => [
    ...documents.flatMap((document) => [
      { path: exportPath(stem(document.id), '.txt'), content: document.text },
      { path: exportPath(stem(document.id), '.ann'), content: writeAnnotations(document) },
    ]),
    { path: 'annotation.conf', content: writeConfiguration(documents) },
  ],
  read: (files, textOf) => {
    const losses: Loss[] = [];
    const texts = new Map(files.map(({ path, content }) => [path, content]));
    const documents = files
      .filter(({ path }) => path.endsWith('.ann'))
      .map(({ path, content }) => {
        const base = path.slice(0, -'.ann'.length);
        const id = /\.[a-z][a-z0-9]{0,4}$/i.test(base) ? base : `${base}.txt`;
        const text = texts.get(`${base}.txt`)?.replace(/^\uFEFF/, '') ?? textOf(id) ?? '';
        return readAnnotations(id, text, content, losses);
      });
    return placeDocuments(documents, 'codepoint', losses);
  },
};

function stem(id: string): string {
  return id.endsWith('.txt') ? id.slice(0, -'.txt'.length) : id;
}

/** brat's types are made of letters, digits, `-` and `_`. */
function typeName(label: string): string {
  return label.replace(/[^\w-]/g, '_') || '_';
}

function writeConfiguration(documents: readonly ExchangeDocument[]): string {
  const labels = documents.flatMap(({ mentions }) => mentions.map(({ label }) => typeName(label)));
  const types = [...new Set(labels)].sort().join('\n');
  return `[entities]\n${types}\n\n[relations]\n\n[events]\n\n[attributes]\n`;
}

function writeAnnotations({ text, mentions, entities }: ExchangeDocument): string {
  const map = offsetMap(text, 'codepoint');
  const byKey = new Map(entities.map((entity) => [entity.key, entity]));
  const lines: string[] = [];
  mentions.forEach((mention, index) => {
    const pieces = withoutLineEnds(text, mention);
    if (pieces.length === 0) return;
    const id = `T${index + 1}`;
    const places = pieces.map(({ start, end }) => `${map.toUnit(start)} ${map.toUnit(end)}`);
    const words = pieces.map(({ start, end }) => text.slice(start, end)).join(' ');
    lines.push(`${id}\t${typeName(mention.label)} ${places.join(';')}\t${words}`);
    const kb = mention.entity === undefined ? undefined : byKey.get(mention.entity)?.kb;
    if (kb !== undefined) {
      const name = byKey.get(mention.entity!)!.name.replace(/\s+/g, ' ');
      lines.push(`N${index + 1}\tReference ${id} Wikidata:${kb.replace(/\s/g, '_')}\t${name}`);
    }
    const details = JSON.stringify(mentionDetails(mention));
    lines.push(`#${index + 1}\tAnnotatorNotes ${id}\t${details}`);
  });
  return lines.map((line) => `${line}\n`).join('');
}

function withoutLineEnds(text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(/[^\r\n]+/g), ({ 0: piece, index }) => ({
    start: start + index,
    end: start + index + piece.length,
  }));
}

function readAnnotations(id: string, text: string, content: string, losses: Loss[]): ReadDocument {
  const rows = content.replace(/^\uFEFF/, '').split('\n');
  const notes = new Map<string, string>();
  const references = new Map<string, { kb: string; name: string }>();
  const spans: { id: string; label: string; places: readonly Span[]; quote: string }[] = [];
  let unread = 0;
  for (const row of rows.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))) {
    const [name = '', middle = '', ...rest] = row.split('\t');
    const last = rest.join('\t');
    const [first = '', target = '', ...more] = middle.split(' ');
    if (name.startsWith('T')) {
      const places = [target, ...more].join(' ').split(';').map(readPlace);
      spans.push({ id: name, label: first, places, quote: last });
    } else if (name.startsWith('#') && first === 'AnnotatorNotes') notes.set(target, last);
    else if (name.startsWith('N')) {
      references.set(target, { kb: more.join(' ').replace(/^Wikidata:/, ''), name: last });
    } else if (row !== '') unread++;
  }
  if (unread > 0) {
    const what = message('Relations, events and attributes are not read.');
    losses.push({ document: id, what, count: unread });
  }
  const entities = new Map<string, ExchangeEntity>();
  const mentions = spans.map((span): ReadMention => {
    const details = readDetails(tryJson(notes.get(span.id) ?? ''), span.id);
    const reference = references.get(span.id);
    if (details.entity !== undefined && reference) {
      const { kb, name } = reference;
      const known = { key: details.entity, type: span.label, name, aliases: [], kb };
      entities.set(known.key, known);
    }
    const { start } = span.places[0]!;
    return {
      ...details,
      start,
      end: span.places.at(-1)!.end,
      label: span.label,
      quote: span.quote,
    };
  });
  return { id, text, mentions, entities: [...entities.values()], metadata: {} };
}

function readPlace(place: string): Span {
  const [start, end] = place.split(' ').map(Number);
  return { start: offset(start), end: offset(end) };
}
