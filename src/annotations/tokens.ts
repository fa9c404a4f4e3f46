import type { Span } from '../analysis/article';

const tokenPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*|\S\p{M}*/gu;

/** Words with their marks, and single signs; white space belongs to no token. Linear. */
export function tokenise(text: string): readonly Span[] {
  return Array.from(text.matchAll(tokenPattern), ({ 0: token, index }) => ({
    start: index,
    end: index + token.length,
  }));
}
