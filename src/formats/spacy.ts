import { tokenise } from '../annotations/tokens';
import type { Span } from '../analysis/article';
import { linesFile } from './articleFiles';
import type { ExchangeDocument, ExchangeMention, Format } from './exchange';
import { offsetMap, tokenRange } from './offsets';
import { jsonLines } from './parsedFiles';
import { placeDocuments, type ReadDocument, type ReadMention } from './placing';
import * as json from './readJson';

/**
 * JSON Lines for spaCy and Prodigy: `spans` has every mention (for `spans.manual` and SpanCategorizer), `entities`
 * the longest that do not overlap (for NER, which takes no others). Code points; Prodigy's `token_end` is inclusive.
 */
export const spacy: Format = {
  id: 'spacy',
  name: 'spaCy / Prodigy (JSON Lines)',
  holdsText: true,
  write: linesFile('spacy.jsonl', writeLine),
  read: (files) => {
    const { parsed, losses } = jsonLines(files);
    const documents = parsed.map(({ path, value }) => readLine(value, path));
    return placeDocuments(documents, 'codepoint', losses);
  },
};

function writeLine(document: ExchangeDocument): json.Json {
  const { text: source, mentions } = document;
  const map = offsetMap(source, 'codepoint');
  const tokens = tokenise(source);
  const inUnits = ({ start, end }: Span) => ({ start: map.toUnit(start), end: map.toUnit(end) });
  const spans = mentions.map((mention) => {
    const words = trimmed(source, mention);
    const range = tokenRange(tokens, words);
    return {
      ...inUnits(words),
      label: mention.label,
      ...(range ? { token_start: range.start, token_end: range.end - 1 } : {}),
      text: source.slice(words.start, words.end),
      details: json.mentionDetails(mention),
    };
  });
  const flat = withoutOverlap(mentions).map((mention) => {
    const { start, end } = inUnits(trimmed(source, mention));
    return [start, end, mention.label];
  });
  return {
    text: source,
    tokens: tokens.map((token, id) => ({
      text: source.slice(token.start, token.end),
      ...inUnits(token),
      id,
      ws: /\s/.test(source.charAt(token.end)),
    })),
    spans,
    entities: flat,
    answer: 'accept',
    meta: json.documentDetails(document),
  };
}

/** Without white space at the edges, which spaCy refuses. */
function trimmed(source: string, { start, end }: Span): Span {
  const words = source.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return from >= end ? { start, end } : { start: from, end: from + words.trim().length };
}

/** The longest mentions of which no two overlap, in order of place. */
export function withoutOverlap(mentions: readonly ExchangeMention[]): readonly ExchangeMention[] {
  let reach = 0;
  return [...mentions]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < reach || end <= start) return false;
      reach = end;
      return true;
    });
}

function readLine(value: unknown, id: string): ReadDocument {
  const record = Array.isArray(value)
    ? { ...json.object(value[1]), text: value[0] as unknown }
    : json.object(value);
  const source = json.text(record['text']) ?? '';
  const spans = json.list(record['spans']).map((span, index): ReadMention => {
    const { start, end, label, text: quote, details } = json.object(span);
    return {
      ...json.readDetails(details, String(index)),
      ...{ start: json.offset(start), end: json.offset(end), label: json.text(label) ?? 'MISC' },
      ...(typeof quote === 'string' ? { quote } : {}),
    };
  });
  const entities = json.list(record['entities']).map((entity, index): ReadMention => {
    const [start, end, label] = Array.isArray(entity)
      ? (entity as unknown[])
      : [json.object(entity)['start'], json.object(entity)['end'], json.object(entity)['label']];
    return {
      ...json.readDetails(undefined, String(index)),
      ...{ start: json.offset(start), end: json.offset(end), label: json.text(label) ?? 'MISC' },
    };
  });
  return {
    ...json.readDocumentDetails(record['meta'], id),
    text: source,
    mentions: 'spans' in record ? spans : entities,
  };
}
