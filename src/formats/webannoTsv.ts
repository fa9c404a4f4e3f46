import type { Span } from '../analysis/article';
import { tokenise } from '../annotations/tokens';
import { articleFiles } from './articleFiles';
import type { ExchangeDocument, ExchangeMention, Format } from './exchange';
import { tokenRange } from './offsets';
import { placeDocuments, type ReadDocument, type ReadMention } from './placing';
import { readDetails } from './readJson';
import { sentencesOf } from './sentences';
import { namedEntityType } from './uima';

/**
 * WebAnno TSV 3.3 (INCEpTION), one file an article: tokens with UTF-16 offsets and one span layer with label and
 * identifier. Overlapping mentions are stacked (`|`), edges inside a token become sub-tokens (`1-3.1`).
 */
export const webannoTsv: Format = {
  id: 'webanno-tsv',
  name: 'WebAnno TSV 3.3 (INCEpTION)',
  holdsText: false,
  write: articleFiles('.tsv', writeDocument),
  read: (files, textOf) =>
    placeDocuments(
      files
        .filter(({ path }) => path.endsWith('.tsv'))
        .map(({ path, content }) => readDocument(path, content, textOf)),
      'utf16',
    ),
};

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeValue(value: string): string {
  return value.replace(/[\\[\]|_;*]|->/g, '\\$&').replace(/[\n\r\t]/g, (sign) => escapes[sign]!);
}

function unescapeValue(value: string): string {
  return value.replace(/\\(->|.)/gs, (_, sign: string) => {
    const plain: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
    return plain[sign] ?? sign;
  });
}

interface Cell {
  readonly mention: ExchangeMention;
  readonly number: number;
}

function writeDocument({ text, mentions, entities }: ExchangeDocument): string {
  const tokens = tokenise(text);
  const onToken = new Map<number, Cell[]>();
  const inToken = new Map<number, { part: Span; cell: Cell }[]>();
  mentions.forEach((mention, index) => {
    const range = tokenRange(tokens, mention);
    if (!range) return;
    const cell = { mention, number: index + 1 };
    for (let i = range.start; i < range.end; i++) {
      const token = tokens[i]!;
      const part = {
        start: Math.max(token.start, mention.start),
        end: Math.min(token.end, mention.end),
      };
      const whole = part.start === token.start && part.end === token.end;
      if (whole) onToken.set(i, [...(onToken.get(i) ?? []), cell]);
      else inToken.set(i, [...(inToken.get(i) ?? []), { part, cell }]);
    }
  });
  const kb = new Map(entities.map((entity) => [entity.key, entity.kb]));
  const columns = (cells: readonly Cell[]): string => {
    if (cells.length === 0) return '_\t_\t';
    const column = (valueOf: (mention: ExchangeMention) => string) =>
      cells.map(({ mention, number }) => `${valueOf(mention)}[${number}]`).join('|');
    const identifier = column(({ entity }) => {
      const id = entity === undefined ? undefined : kb.get(entity);
      return id === undefined ? '*' : escapeValue(`http://www.wikidata.org/entity/${id}`);
    });
    return `${identifier}\t${column(({ label }) => escapeValue(label))}\t`;
  };
  const blocks = sentencesOf(text, tokens, mentions).map(({ start, end }, sentence) => {
    const rows = tokens.slice(start, end).flatMap((token, i) => {
      const row = (id: string, { start: from, end: to }: Span, cells: readonly Cell[]) =>
        `${id}\t${from}-${to}\t${escapeValue(text.slice(from, to))}\t${columns(cells)}\n`;
      const id = `${sentence + 1}-${i + 1}`;
      const parts = (inToken.get(start + i) ?? []).sort((a, b) => a.part.start - b.part.start);
      return [
        row(id, token, onToken.get(start + i) ?? []),
        ...parts.map(({ part, cell }, n) => row(`${id}.${n + 1}`, part, [cell])),
      ];
    });
    const words = text.slice(tokens[start]!.start, tokens[end - 1]!.end);
    return `#Text=${escapeText(words)}\n${rows.join('')}`;
  });
  const header = `#FORMAT=WebAnno TSV 3.3\n#T_SP=${namedEntityType}|identifier|value\n`;
  return `${header}\n\n${blocks.join('\n')}`;
}

function escapeText(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/[\n\r\t]/g, (sign) => escapes[sign]!);
}

interface ReadSpan extends Span {
  readonly label: string;
  /** Where it begins in its sentence, and its words there: no matter what the offsets count. */
  readonly from: number;
  readonly quote: string | undefined;
}

function readDocument(
  path: string,
  content: string,
  textOf: (id: string) => string | undefined,
): ReadDocument {
  const id = path.replace(/\.tsv$/, '');
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  const layer = lines.find((line) => line.startsWith(`#T_SP=${namedEntityType}|`)) ?? '';
  const valueColumn = 3 + Math.max(0, layer.split('|').slice(1).indexOf('value'));
  let own = '';
  let pending: string | undefined;
  let sentence = '';
  /** Where the last whole token stands in its sentence, and where the next may begin. */
  let token = { start: 0, end: 0 };
  const open = new Map<string, ReadSpan>();
  for (const line of lines) {
    if (line.startsWith('#Text=')) pending = unescapeValue(line.slice('#Text='.length));
    const columns = line.split('\t');
    const place = /^(\d+)-(\d+)$/.exec(columns[1] ?? '');
    if (line.startsWith('#') || !place) continue;
    const span = { start: Number(place[1]), end: Number(place[2]) };
    if (pending !== undefined) {
      own += '\n'.repeat(Math.max(0, Math.min(span.start - own.length, content.length))) + pending;
      sentence = pending;
      token = { start: 0, end: 0 };
      pending = undefined;
    }
    const word = unescapeValue(columns[2] ?? '');
    const isPart = columns[0]!.includes('.');
    const at = sentence.indexOf(word, isPart ? token.start : token.end);
    const inSentence = { start: at, end: at + word.length };
    // Another sentence than its tokens: there are no words to check the offsets by.
    if (at < 0) sentence = '';
    else if (!isPart) token = inSentence;
    for (const value of splitStacked(columns[valueColumn] ?? '_')) {
      const stacked = /^(.*)\[(\d+)\]$/s.exec(value);
      const label = unescapeValue(stacked?.[1] ?? value);
      const key = stacked ? stacked[2]! : `${span.start}`;
      const known = open.get(key);
      const from = known?.from ?? inSentence.start;
      open.set(key, {
        ...{ from, label: known?.label ?? label, start: known?.start ?? span.start },
        end: Math.max(known?.end ?? 0, span.end),
        quote: at < 0 || from < 0 ? undefined : sentence.slice(from, inSentence.end),
      });
    }
  }
  const known = textOf(id);
  const fits = known?.replace(/\s/g, '').trim() === own.replace(/\s/g, '');
  const text = fits ? known : own;
  const mentions = [...open].map(([key, { start, end, label, quote }]): ReadMention => ({
    ...readDetails(undefined, key),
    ...{ start, end, label },
    ...(quote === undefined ? {} : { quote }),
  }));
  return { id, text, mentions, entities: [], metadata: {} };
}

/** The stacked values of a column; none for `_`. */
function splitStacked(column: string): readonly string[] {
  if (column === '_' || column === '') return [];
  return column.match(/(?:\\.|[^\\|])+/gs) ?? [];
}
