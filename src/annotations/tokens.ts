import type { Span } from '../analysis/article';

const tokenPattern =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*|\S[\p{M}\u{1F3FB}-\u{1F3FF}]*(?:\u200d\S[\p{M}\u{1F3FB}-\u{1F3FF}]*)*/gu;

/** Words with their marks, and single signs (a joined emoji is one); white space belongs to no token. Linear. */
export function tokenise(text: string): readonly Span[] {
  return Array.from(text.matchAll(tokenPattern), ({ 0: token, index }) => ({
    start: index,
    end: index + token.length,
  }));
}
