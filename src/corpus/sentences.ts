import { stemmer } from 'stemmer';
import type { Span } from '../analysis/article';
import { splitSentences } from '../analysis/entities/tokens';
import { isStopWord } from './stop-words';
import type { Telling } from './telling';

/** A word of a sentence. */
export interface Word extends Span {
  readonly text: string;
  /** Porter stem of the lower-case word, or a number; absent where it is too common to tell anything. */
  readonly stem?: string;
}

/** A sentence of an article as it is compared with others. */
export interface Sentence extends Span {
  readonly article: string;
  readonly words: readonly Word[];
  /** Its different stems. */
  readonly stems: ReadonlySet<string>;
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.,]\d+)*(?:['’]\p{L}+)?/gu;
const longestStemmed = 40;

/** The words of a stretch of text, in order. */
export function wordsOf(text: string, { start, end }: Span): Word[] {
  return Array.from(text.slice(start, end).matchAll(wordPattern), (match) => {
    const from = start + match.index;
    const stem = stemOf(match[0]);
    return { start: from, end: from + match[0].length, text: match[0], ...(stem && { stem }) };
  });
}

/** Letters without their marks, so that "Quitério" in one paper is "Quiterio" in another. */
function stemOf(word: string): string | undefined {
  const plain = word
    .replace(/['’]\p{L}+$/u, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  if (/^\p{N}/u.test(plain)) return plain.replaceAll(',', '');
  if (plain.length < 2 || isStopWord(plain)) return undefined;
  return plain.length > longestStemmed ? plain : stemmer(plain);
}

/** The sentences of an article, each with its words. */
export function sentencesOf({ id, text, lines }: Telling): Sentence[] {
  return splitSentences(text, lines).map(({ start, end }) => {
    const words = wordsOf(text, { start, end });
    const stems = new Set(words.flatMap(({ stem }) => (stem === undefined ? [] : [stem])));
    return { start, end, article: id, words, stems };
  });
}

/** How much a stem tells among some sentences: one that half of them hold tells next to nothing. */
export class Weights {
  private readonly holders = new Map<string, number>();

  constructor(private readonly sentences: readonly Sentence[]) {
    for (const { stems } of sentences) {
      for (const stem of stems) this.holders.set(stem, (this.holders.get(stem) ?? 0) + 1);
    }
  }

  of(stem: string): number {
    return Math.log((1 + this.sentences.length) / (this.holders.get(stem) ?? 1));
  }

  sum(stems: Iterable<string>): number {
    let sum = 0;
    for (const stem of stems) sum += this.of(stem);
    return sum;
  }
}

/** The stems that two sets share. */
export function sharedStems(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((stem) => b.has(stem));
}
