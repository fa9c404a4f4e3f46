import type { Span } from '../article';
import { otherAbbreviations, sentenceOpeners, titleAbbreviations } from './abbreviations';
import { classAt, digit, isWordClass, lower, mark, other, space, upper } from './characters';

/** A text cut into tokens and sentences; offsets are UTF-16 code units into that text. */
export interface Tokens {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly words: readonly string[];
  /** Index of the first token of every sentence, and the token count at the end. */
  readonly sentences: Int32Array;
}

/** No sentence is longer: one endless "sentence" must not cost more than linear memory. */
const longestSentence = 300;

const clitics = new Set(['s', 're', 've', 'll', 'd', 'm', 't']);

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2bc;
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

/** End of the run of letters, digits and marks that begins at `at`. */
function runEnd(text: string, at: number, to: number): number {
  let end = at;
  while (end < to && isWordClass(classAt(text, end))) end++;
  return end;
}

/** Where a dot belongs to the word before it: "U.S.", "J.", "Mr.", "3.5", "Booking.com". */
function dotBelongs(text: string, start: number, dot: number, to: number): boolean {
  const next = dot + 1 < to ? classAt(text, dot + 1) : space;
  const length = dot - start;
  if (next === digit) return classAt(text, dot - 1) === digit;
  const single = length === 1 || text.charCodeAt(dot - 2) === 0x2e;
  if (single && classAt(text, dot - 1) !== digit) {
    if (isWordClass(next)) return true;
    return classAt(text, dot - 1) === upper || text.indexOf('.', start) < dot;
  }
  if (isWordClass(next)) return classAt(text, dot + 1) === lower && length > 1;
  const word = text.slice(start, dot).toLowerCase();
  return titleAbbreviations.has(word) || otherAbbreviations.has(word);
}

/** End of a web address that begins at `at`, or `at`. */
function addressEnd(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at) | 0x20;
  if (code !== 0x68 && code !== 0x77) return at;
  if (!/^(?:https?:\/\/|www\.)/i.test(text.slice(at, at + 8))) return at;
  let end = at;
  while (end < to && classAt(text, end) !== space) end++;
  while (end > at && /[.,;:!?)"'”’\]]/.test(text[end - 1]!)) end--;
  return end;
}

/** "BRIEF-Sappi", "GLOBAL MARKETS-Stocks": does the name of a column end at this hyphen? */
function endsSlug(text: string, start: number, hyphen: number): boolean {
  if (hyphen - start < 4 || classAt(text, hyphen + 1) !== upper) return false;
  if (classAt(text, hyphen + 2) !== lower) return false;
  for (let at = start; at < hyphen; at++) if (classAt(text, at) !== upper) return false;
  return true;
}

/** End of the word that begins at `start` (a word character). */
function wordEnd(text: string, start: number, to: number): number {
  const address = addressEnd(text, start, to);
  if (address > start) return address;
  let end = runEnd(text, start, to);
  while (end < to) {
    const code = text.charCodeAt(end);
    const nextIsWord = end + 1 < to && isWordClass(classAt(text, end + 1));
    if (code === 0x2e) {
      if (!dotBelongs(text, start, end, to)) break;
      end = nextIsWord ? runEnd(text, end + 1, to) : end + 1;
    } else if (!nextIsWord) {
      break;
    } else if (isApostrophe(code)) {
      const stop = runEnd(text, end + 1, to);
      if (stop - end <= 3 && clitics.has(text.slice(end + 1, stop).toLowerCase())) break;
      end = stop;
    } else if (isHyphen(code) && endsSlug(text, start, end)) {
      break;
    } else if (isHyphen(code) || code === 0x26 || code === 0x40 || code === 0x5f) {
      end = runEnd(text, end + 1, to);
    } else if (code === 0x2c) {
      if (classAt(text, end - 1) !== digit || classAt(text, end + 1) !== digit) break;
      end = runEnd(text, end + 1, to);
    } else {
      break;
    }
  }
  return end;
}

/** End of a token that begins with a character that is no word character: runs of one sign stay together. */
function signEnd(text: string, start: number, to: number): number {
  const code = text.charCodeAt(start);
  if (isApostrophe(code)) {
    const stop = runEnd(text, start + 1, to);
    if (
      stop > start + 1 &&
      stop - start <= 3 &&
      start > 0 &&
      isWordClass(classAt(text, start - 1))
    ) {
      if (clitics.has(text.slice(start + 1, stop).toLowerCase())) return stop;
    }
    return start + 1;
  }
  let end = start + 1;
  if (code === 0x2e || code === 0x2d || code === 0x2a || code === 0x3d || code === 0x5f) {
    while (end < to && text.charCodeAt(end) === code) end++;
    return end;
  }
  // The second half of a surrogate pair, joiners and variation selectors stay with their emoji.
  while (end < to && classAt(text, end) === mark) end++;
  return end;
}

class Builder {
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  readonly words: string[] = [];
  readonly sentences: number[] = [];
  count = 0;

  constructor(private readonly text: string) {}

  add(start: number, end: number): void {
    if (this.count === this.starts.length) {
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.words.push(this.text.slice(start, end));
    this.count++;
  }

  breakSentence(): void {
    if (this.sentences.at(-1) !== this.count) this.sentences.push(this.count);
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(array.length * 2);
  bigger.set(array);
  return bigger;
}

function isTerminal(word: string): boolean {
  return word === '.' || word === '!' || word === '?' || word === '…' || word === '...';
}

const closers = new Set(['"', '”', '’', "'", ')', ']', '»']);

/** May a sentence begin with this character after a full stop? */
function opensSentence(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return kind === upper || kind === digit || kind === other || text.charCodeAt(at) > 0x590;
}

/** Does a sentence end between the last token and the one that begins at `next`? */
function endsSentence(built: Builder, text: string, next: number, first: number): boolean {
  let last = built.count - 1;
  while (last > first && closers.has(built.words[last]!)) last--;
  if (last < first) return false;
  const word = built.words[last]!;
  if (isTerminal(word)) return opensSentence(text, next);
  if (!word.endsWith('.') || word.length < 2) return false;
  const bare = word.slice(0, -1).toLowerCase();
  if (titleAbbreviations.has(bare) || (bare.length === 1 && bare !== 'i')) return false;
  if (classAt(text, next) !== upper) return false;
  const following = text.slice(next, runEnd(text, next, Math.min(text.length, next + 12)));
  return sentenceOpeners.has(following.toLowerCase());
}

function scanLine(built: Builder, text: string, line: Span): void {
  let first = built.count;
  let at = line.start;
  let spaced = false;
  while (at < line.end) {
    const kind = classAt(text, at);
    if (kind === space) {
      at++;
      spaced = true;
      continue;
    }
    const long = built.count - first >= longestSentence;
    if (long || (spaced && built.count > first && endsSentence(built, text, at, first))) {
      built.breakSentence();
      first = built.count;
    }
    spaced = false;
    const end =
      kind === other || kind === mark ? signEnd(text, at, line.end) : wordEnd(text, at, line.end);
    built.add(at, end);
    at = end;
  }
}

/** Texts wrapped at a fixed width: a line break there is no more than a space. */
function isHardWrapped(lines: readonly Span[]): boolean {
  let long = 0;
  for (const line of lines) {
    const length = line.end - line.start;
    if (length > 100) return false;
    if (length >= 50) long++;
  }
  return long >= 5 && long * 2 > lines.length;
}

function continues(text: string, before: Span, line: Span, hardWrapped: boolean): boolean {
  if (text.slice(before.end, line.start).replaceAll('\r\n', '\n') !== '\n') return false;
  if (before.end - before.start < 40) return false;
  if (/[.!?:;"”)\]]$/.test(text.slice(before.end - 1, before.end))) return false;
  return classAt(text, line.start) === lower || (hardWrapped && before.end - before.start >= 50);
}

/**
 * Cuts the given lines of `text` into tokens and sentences, in linear time.
 * Titles, initials and other abbreviations keep their dot, clitics (`’s`) and slashes stand alone,
 * hyphenated words stay whole. A line end ends a sentence unless the line was wrapped at a fixed width.
 */
export function tokenise(text: string, lines: readonly Span[]): Tokens {
  const built = new Builder(text);
  const hardWrapped = isHardWrapped(lines);
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (!before || !continues(text, before, line, hardWrapped)) built.breakSentence();
    scanLine(built, text, line);
  });
  const sentences = built.sentences.filter((start) => start < built.count);
  sentences.push(built.count);
  return {
    count: built.count,
    starts: built.starts.subarray(0, built.count),
    ends: built.ends.subarray(0, built.count),
    words: built.words,
    sentences: Int32Array.from(sentences),
  };
}

/** The sentences of the given lines, as spans of the text. */
export function splitSentences(text: string, lines: readonly Span[]): Span[] {
  const { starts, ends, sentences } = tokenise(text, lines);
  const spans: Span[] = [];
  for (let i = 0; i + 1 < sentences.length; i++) {
    spans.push({ start: starts[sentences[i]!]!, end: ends[sentences[i + 1]! - 1]! });
  }
  return spans;
}
