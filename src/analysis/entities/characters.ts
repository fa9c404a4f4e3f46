/** Character classes for the tokeniser and the word shapes: a table for the low range, Unicode properties above. */

export const other = 0;
export const space = 1;
export const lower = 2;
export const upper = 3;
export const digit = 4;
/** Combining marks, joiners and low surrogates: never begin a token of their own after a letter. */
export const mark = 5;

const tableSize = 0x2000;

function classOfCodePoint(char: string): number {
  if (/^\s$/u.test(char) || char === '\uFEFF') return space;
  if (/^\p{Lu}|\p{Lt}$/u.test(char)) return upper;
  // Letters without case (Arabic, Chinese, Hindi) behave as lower-case ones.
  if (/^\p{L}$/u.test(char)) return lower;
  if (/^\p{N}$/u.test(char)) return digit;
  if (/^\p{M}$/u.test(char) || char === '\u200D' || char === '\u00AD') return mark;
  return other;
}

let table: Uint8Array | undefined;

function buildTable(): Uint8Array {
  const built = new Uint8Array(tableSize);
  for (let code = 0; code < tableSize; code++) {
    built[code] = classOfCodePoint(String.fromCharCode(code));
  }
  return built;
}

/** The class of the character at `at`; a surrogate pair is classified as a whole at its first half. */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < tableSize) {
    table ??= buildTable();
    return table[code]!;
  }
  if (code >= 0xdc00 && code <= 0xdfff) return mark;
  return classOfCodePoint(String.fromCodePoint(text.codePointAt(at)!));
}

export function isWordClass(kind: number): boolean {
  return kind >= lower;
}
