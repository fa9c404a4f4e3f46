import type { Span } from '../analysis/article';
import { nameKey, nameWords } from '../analysis/entities/name-keys';
import type { Telling } from './telling';

/** Words that somebody is quoted with, and every article that quotes them. */
export interface Quotation {
  /** As the first article has them, marks included, white space made one. */
  readonly text: string;
  readonly places: readonly (Span & { readonly article: string })[];
}

/** What one person, or nobody named, is quoted with in the articles of an event. */
export interface Speaker {
  /** Absent for quotes of which no speaker is named. */
  readonly name?: string;
  readonly quotations: readonly Quotation[];
}

/** The quotes of some articles by speaker: those quoted most first, quotes without a speaker last. */
export function quotationsOf(tellings: readonly Telling[]): Speaker[] {
  const speakers = new Map<string, { name?: string; quotes: Map<string, Quotation> }>();
  for (const { id, text, quotes } of tellings) {
    for (const { start, end, speaker } of quotes) {
      const key = speaker === undefined ? '' : nameKey(nameWords(speaker), false);
      const known = speakers.get(key) ?? {
        ...(speaker !== undefined && { name: speaker }),
        quotes: new Map<string, Quotation>(),
      };
      speakers.set(key, known);
      const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
      const sameWords = words
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const quote = known.quotes.get(sameWords) ?? { text: words, places: [] };
      known.quotes.set(sameWords, {
        ...quote,
        places: [...quote.places, { article: id, start, end }],
      });
    }
  }
  return [...speakers.values()]
    .map(({ name, quotes }) => ({
      ...(name !== undefined && { name }),
      quotations: [...quotes.values()],
    }))
    .sort(
      (a, b) =>
        Number(a.name === undefined) - Number(b.name === undefined) ||
        b.quotations.length - a.quotations.length,
    );
}
