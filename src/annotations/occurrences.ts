import type { Span } from '../analysis/article';
import { insideWord } from './anchoring/fold';

/** Every whole-word occurrence of some words in a text, exact to the letter, not overlapping. Linear. */
export function findOccurrences(text: string, words: string): readonly Span[] {
  const found: Span[] = [];
  if (words.trim() === '') return found;
  for (let at = text.indexOf(words); at >= 0;) {
    const end = at + words.length;
    const whole = !insideWord(text, at) && !insideWord(text, end);
    if (whole) found.push({ start: at, end });
    at = text.indexOf(words, whole ? end : at + 1);
  }
  return found;
}
