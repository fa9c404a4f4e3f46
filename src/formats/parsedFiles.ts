import { message } from '../analysis/message';
import type { ExchangeFile, Loss } from './exchange';
import { readXml, type XmlElement } from './xml';

/** A file, or a line of one, that could be parsed. */
export interface Parsed<V> {
  readonly path: string;
  readonly value: V;
}

export interface ParsedFiles<V> {
  readonly parsed: readonly Parsed<V>[];
  /** What could not be parsed. */
  readonly losses: readonly Loss[];
}

const withoutMark = (content: string): string => content.replace(/^\uFEFF/, '');

function parseEach<V>(
  pieces: readonly { readonly path: string; readonly piece: string; readonly broken: Loss }[],
  parse: (piece: string) => V | undefined,
): ParsedFiles<V> {
  const parsed: Parsed<V>[] = [];
  const losses: Loss[] = [];
  for (const { path, piece, broken } of pieces) {
    const value = parse(piece);
    if (value === undefined) losses.push(broken);
    else parsed.push({ path, value });
  }
  return { parsed, losses };
}

/** `null` is a value, so undefined can stand for what is no JSON. */
export function tryJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function wholeFiles(files: readonly ExchangeFile[], ending: RegExp, kind: 'JSON' | 'XML') {
  const what = message(kind === 'JSON' ? 'The file is not JSON.' : 'The file is not XML.');
  return files
    .filter(({ path }) => ending.test(path))
    .map(({ path, content }) => ({
      ...{ path, piece: withoutMark(content) },
      broken: { document: path, what, count: 1 },
    }));
}

/** The JSON files with an ending. */
export function jsonFiles(files: readonly ExchangeFile[], ending: RegExp): ParsedFiles<unknown> {
  return parseEach(wholeFiles(files, ending, 'JSON'), tryJson);
}

/** The XML files with an ending. */
export function xmlFiles(files: readonly ExchangeFile[], ending: RegExp): ParsedFiles<XmlElement> {
  return parseEach(wholeFiles(files, ending, 'XML'), readXml);
}

/** The filled lines of JSON Lines files; the path of each is the file's with the value's number, `a-1.txt`. */
export function jsonLines(files: readonly ExchangeFile[]): ParsedFiles<unknown> {
  return files
    .map(({ path, content }) => {
      const lines = withoutMark(content)
        .split('\n')
        .map((piece, index) => {
          const what = message('Line {0} is not JSON.', index + 1);
          return { path, piece, broken: { document: path, what, count: 1 } };
        })
        .filter(({ piece }) => piece.trim() !== '');
      const { parsed, losses } = parseEach(lines, tryJson);
      const stem = path.replace(/\.jsonl$/, '');
      const named = parsed.map(({ value }, i) => ({ path: `${stem}-${i + 1}.txt`, value }));
      return { parsed: named, losses };
    })
    .reduce<ParsedFiles<unknown>>(
      (all, one) => ({
        parsed: [...all.parsed, ...one.parsed],
        losses: [...all.losses, ...one.losses],
      }),
      { parsed: [], losses: [] },
    );
}
