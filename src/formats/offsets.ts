import type { Span } from '../analysis/article';
import { firstToken } from '../annotations/agreement';
import type { OffsetUnit } from './exchange';

/** Converts offsets of one text between UTF-16 code units and another unit. Both ways in O(1). */
export interface OffsetMap {
  /** The text's length in the unit. */
  readonly length: number;
  /** From UTF-16. Inside a character: the offset of its start. */
  readonly toUnit: (utf16: number) => number;
  /** To UTF-16; undefined for what is no offset of the text or stands inside a character. */
  readonly fromUnit: (offset: number) => number | undefined;
}

/** Builds the conversion for a text. Linear in its length; a lone surrogate counts as one character. */
export function offsetMap(text: string, unit: OffsetUnit): OffsetMap {
  const toUnit = new Uint32Array(text.length + 1);
  const back: number[] = [];
  let at = 0;
  let i = 0;
  while (i < text.length) {
    const code = text.codePointAt(i)!;
    const units = code > 0xffff ? 2 : 1;
    // In `lf` a CRLF is one: both its code units have the offset of the CR.
    back[at] ??= i;
    toUnit[i] = at;
    if (units === 2) {
      toUnit[i + 1] = unit === 'utf16' || unit === 'lf' ? at + 1 : at;
      if (unit === 'utf16' || unit === 'lf') back[at + 1] = i + 1;
    }
    at += width(text, i, code, unit);
    i += units;
  }
  toUnit[text.length] = at;
  back[at] ??= text.length;
  return {
    length: at,
    toUnit: (utf16) => toUnit[Math.max(0, Math.min(utf16, text.length))]!,
    fromUnit: (offset) => back[offset],
  };
}

function width(text: string, index: number, code: number, unit: OffsetUnit): number {
  switch (unit) {
    case 'codepoint':
      return 1;
    case 'utf16':
      return code > 0xffff ? 2 : 1;
    case 'lf':
      if (code === 13 && text.charCodeAt(index + 1) === 10) return 0;
      return code > 0xffff ? 2 : 1;
    case 'utf8':
      return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
}

/** The tokens that a span touches, first and one past the last; undefined where it touches none. */
export function tokenRange(tokens: readonly Span[], span: Span): Span | undefined {
  const start = firstToken(tokens, span.start);
  let end = start;
  while (end < tokens.length && tokens[end]!.start < span.end) end++;
  return end > start ? { start, end } : undefined;
}
