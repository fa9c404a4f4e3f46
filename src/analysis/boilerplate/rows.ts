import type { Span } from '../article';
import { splitLines } from '../lines';
import { mixHash, scanWords, stopWords, wordFlags, wordSet, isWordCode } from './words';

/** How the last visible sign of a row closes it. */
export const enum Ending {
  None,
  Stop,
  Question,
  Colon,
  Ellipsis,
  Comma,
}

/** A non-blank line with what one pass over its signs and words can tell. Offsets are the file's. */
export interface Row extends Span {
  /** Zero-based line number in the file. */
  readonly number: number;
  /** Where `text` begins. */
  readonly textStart: number;
  /** Without outer blanks; at most `clipLength` code units, so that looking twice stays cheap. */
  readonly text: string;
  readonly blankBefore: boolean;
  readonly blankAfter: boolean;
  readonly words: number;
  readonly letters: number;
  readonly stops: number;
  /** Words that begin with a capital, and words all in capitals (two letters or more). */
  readonly capitals: number;
  readonly shouted: number;
  readonly uppers: number;
  /** Words that are or hold numbers. */
  readonly numbers: number;
  readonly digits: number;
  /** Signs that are neither word nor blank. */
  readonly marks: number;
  readonly commas: number;
  readonly quoteMarks: number;
  readonly brackets: number;
  /** Signs of programs and markup: `{}<>=;_\`. */
  readonly codeMarks: number;
  /** Bars, bullets, arrows, slashes between labels. */
  readonly separators: number;
  readonly sentences: number;
  readonly longestWord: number;
  /** Places where a capital follows a small letter inside a word: labels run together. */
  readonly humps: number;
  readonly youWords: number;
  readonly weWords: number;
  readonly saidWords: number;
  readonly ending: Ending;
  /** Same for lines of the same words. */
  readonly key: number;
  /** Hashes of all words, in order, at most `hashLimit`. */
  readonly hashes: readonly number[];
  /** Distinct hashes of the words that carry meaning. */
  readonly content: readonly number[];
}

export const clipLength = 3000;
const hashLimit = 400;
const contentLimit = 120;

const you = wordSet('you your yours yourself');
const we = wordSet('we our us ours i my me');
const said = wordSet(
  'said says say told tells added announced reported according asked warned claimed explained wrote confirmed',
);
const stopFlag = 1;
const youFlag = 2;
const weFlag = 4;
const saidFlag = 8;
const flagsOf = wordFlags(stopWords, you, we, said);

// What a sign between words is.
const otherMark = 1;
const comma = 2;
const quote = 3;
const bracket = 4;
const code = 5;
const separator = 6;
const stop = 7;
const markOf = new Uint8Array(0x10000);
for (let sign = 33; sign < 0x10000; sign++)
  if (!isWordCode(sign) && !isBlank(sign)) markOf[sign] = sign < 0x3000 ? otherMark : 0;
const setMarks = (signs: string, mark: number) => {
  for (let i = 0; i < signs.length; i++) markOf[signs.charCodeAt(i)] = mark;
};
setMarks(',', comma);
setMarks('"“”„«»‘‹›', quote);
setMarks('([', bracket);
setMarks('{}<>=;_\\$~^`', code);
setMarks('|•·»›→/*+‣▸►◦●', separator);
setMarks('.!?', stop);

function endingOf(text: string, end: number): Ending {
  let i = end - 1;
  while (i > 0 && (markOf[text.charCodeAt(i)] === quote || ")]'’*".includes(text.charAt(i)))) i--;
  switch (text.charAt(i)) {
    case '.':
      return text.charAt(i - 1) === '.' ? Ending.Ellipsis : Ending.Stop;
    case '!':
    case '。':
    case '؟':
    case '۔':
    case '।':
      return Ending.Stop;
    case '?':
      return Ending.Question;
    case ':':
      return Ending.Colon;
    case '…':
      return Ending.Ellipsis;
    case ',':
    case ';':
      return Ending.Comma;
    default:
      return Ending.None;
  }
}

/** The non-blank lines of a text. Linear. */
export function readRows(text: string): Row[] {
  const rows: Row[] = [];
  let lastNumber = -1;
  const lines = splitLines(text);
  for (const { number, start, end } of lines) {
    let from = start;
    let to = end;
    while (from < to && isBlank(text.charCodeAt(from))) from++;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    if (from === to) continue;
    const next = lines[number + 1];
    const blankAfter = next === undefined || isBlankLine(text, next);
    rows.push(readRow(text, { number, start, end }, from, to, number > lastNumber + 1, blankAfter));
    lastNumber = number;
  }
  return rows;
}

function isBlank(code: number): boolean {
  return (
    code <= 32 ||
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x3000
  );
}

function isBlankLine(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
}

function readRow(
  text: string,
  line: Span & { readonly number: number },
  from: number,
  to: number,
  blankBefore: boolean,
  blankAfter: boolean,
): Row {
  let letters = 0;
  let words = 0;
  let stops = 0;
  let capitals = 0;
  let shouted = 0;
  let uppers = 0;
  let numbers = 0;
  let digits = 0;
  let longestWord = 0;
  let humps = 0;
  let youWords = 0;
  let weWords = 0;
  let saidWords = 0;
  let key = 7;
  const hashes: number[] = [];
  const content: number[] = [];
  scanWords(text, from, to, (hash, start, end, wordUppers, wordDigits) => {
    const length = end - start;
    words++;
    letters += length;
    uppers += wordUppers;
    digits += wordDigits;
    if (length > longestWord) longestWord = length;
    if (wordDigits > 0) numbers++;
    if (wordUppers > 0) {
      if (wordUppers + wordDigits === length) {
        capitals++;
        if (length > 1) shouted++;
      } else {
        const first = text.charCodeAt(start);
        const startsUpper = first >= 0xc0 || (first >= 65 && first <= 90);
        if (startsUpper) capitals++;
        humps += wordUppers - (startsUpper ? 1 : 0);
      }
    }
    key = mixHash(key, hash);
    if (hashes.length < hashLimit) hashes.push(hash);
    const flags = flagsOf(hash);
    if ((flags & stopFlag) !== 0) {
      stops++;
      if ((flags & youFlag) !== 0) youWords++;
      else if ((flags & weFlag) !== 0) weWords++;
    } else if (length > 2 && content.length < contentLimit && !content.includes(hash))
      content.push(hash);
    if ((flags & saidFlag) !== 0) saidWords++;
  });
  let marks = 0;
  let commas = 0;
  let quoteMarks = 0;
  let brackets = 0;
  let codeMarks = 0;
  let separators = 0;
  let sentences = 0;
  for (let i = from; i < to; i++) {
    switch (markOf[text.charCodeAt(i)]) {
      case 0:
        continue;
      case comma:
        commas++;
        break;
      case quote:
        quoteMarks++;
        break;
      case bracket:
        brackets++;
        break;
      case code:
        codeMarks++;
        break;
      case separator:
        separators++;
        break;
      case stop: {
        const next = text.charCodeAt(i + 1);
        if (i + 1 >= to || next === 32 || markOf[next] === quote) sentences++;
      }
    }
    marks++;
  }
  return {
    // Spelled out: an object begun by a spread is slow to make and to read.
    number: line.number,
    start: line.start,
    end: line.end,
    textStart: from,
    text: text.slice(from, Math.min(to, from + clipLength)),
    blankBefore,
    blankAfter,
    words,
    letters,
    stops,
    capitals,
    shouted,
    uppers,
    numbers,
    digits,
    marks,
    commas,
    quoteMarks,
    brackets,
    codeMarks,
    separators,
    sentences,
    longestWord,
    humps,
    youWords,
    weWords,
    saidWords,
    ending: endingOf(text, to),
    key,
    hashes,
    content,
  };
}

/** A line of running text rather than a label: long enough, with function words or a closing mark. */
export function isProse(row: Row): boolean {
  if (row.words >= 25) return row.codeMarks * 12 < row.letters;
  return row.words >= 10 && (row.ending === Ending.Stop || row.ending === Ending.Question);
}

/** How alike the meaningful words of two rows are: the Jaccard index, 0–1. */
export function likeness(a: Row, b: Row): number {
  if (a.content.length === 0 || b.content.length === 0) return a.key === b.key ? 1 : 0;
  const other = new Set(b.content);
  let shared = 0;
  for (const hash of a.content) if (other.has(hash)) shared++;
  return shared / (a.content.length + b.content.length - shared);
}
