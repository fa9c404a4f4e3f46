import type { Line } from '../article';
import { classAt, space } from './characters';

/** Texts are tagged in blocks of about this many characters, so that memory stays flat. */
const blockSize = 400_000;

/** Where to cut a line that is longer than a block: at a sentence end, a space, or, at worst, in a word. */
function cutAfter(text: string, at: number, end: number): number {
  const limit = Math.min(end, at + 2000);
  let firstSpace = -1;
  for (let i = at; i < limit; i++) {
    if (classAt(text, i) !== space) continue;
    if (firstSpace < 0) firstSpace = i;
    if ('.!?'.includes(text[i - 1]!)) return i;
  }
  if (firstSpace >= 0) return firstSpace;
  // Never between the halves of a surrogate pair.
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

/** Groups lines into blocks; the lines of an ordinary article are one block. */
export function blocksOf(text: string, lines: readonly Line[]): (readonly Line[])[] {
  const total = lines.length === 0 ? 0 : lines.at(-1)!.end - lines[0]!.start;
  if (total <= blockSize) return lines.length === 0 ? [] : [lines];
  const blocks: Line[][] = [];
  let block: Line[] = [];
  let size = 0;
  const add = (line: Line): void => {
    block.push(line);
    size += line.end - line.start;
    if (size < blockSize) return;
    blocks.push(block);
    block = [];
    size = 0;
  };
  for (const line of lines) {
    let { start } = line;
    while (line.end - start > blockSize) {
      const end = cutAfter(text, start + blockSize, line.end);
      add({ ...line, start, end });
      start = end;
    }
    add({ ...line, start });
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}
