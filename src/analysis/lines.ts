import type { Span } from './article';

/** A physical line without its line end. */
export interface RawLine extends Span {
  /** Zero-based. */
  readonly number: number;
}

/**
 * Splits a text into its lines. CRLF, LF and lone CR end a line, as in VS Code; the line end belongs to no line.
 * The lines are given in order, blank ones included. Linear in the length of the text.
 */
export function splitLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 10;
    if (code !== 10 && code !== 13) continue;
    lines.push({ number: lines.length, start, end: i });
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    start = i + 1;
  }
  return lines;
}
