import { stemmer } from 'stemmer';
import { isStopWord } from './stop-words';

/** One content word, number or name of a text. */
export interface Term {
  /** What is compared: a Porter stem, a number, or a phrase of capitalised words behind `e:`. */
  readonly key: string;
  /** What a person reads. */
  readonly label: string;
  readonly kind: 'word' | 'name' | 'number' | 'phrase';
}

const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.,&-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const longestPhrase = 5;

/**
 * The content terms of a stretch of text, in order: stop words are left out, words stemmed (Porter 1980), numbers kept,
 * runs of two to five capitalised words given once more as a phrase. Scripts without spaces yield pairs of characters.
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  let run: string[] = [];
  let runEnd = -1;
  const closeRun = (): void => {
    if (run.length > 1 && run.length <= longestPhrase) {
      const label = run.join(' ');
      terms.push({ key: `e:${label.toLowerCase()}`, label, kind: 'phrase' });
    }
    run = [];
  };
  for (const match of text.matchAll(words)) {
    const raw = match[0];
    const word = withoutPossessive(raw);
    if (unspaced.test(word)) {
      closeRun();
      for (const pair of pairsOf(word)) terms.push({ key: pair, label: pair, kind: 'word' });
      continue;
    }
    const lower = word.toLowerCase().replaceAll('’', "'");
    const first = word.charCodeAt(0);
    const isNumber = first >= 48 && first <= 57;
    const isName = !isNumber && !lower.startsWith(word.charAt(0));
    const adjacent = match.index - runEnd === 1 && text.charCodeAt(runEnd) === 32;
    if (!adjacent) closeRun();
    if (isStopWord(lower) || (lower.length < 2 && !isNumber)) {
      closeRun();
      continue;
    }
    if (isName) run.push(word);
    else closeRun();
    runEnd = match.index + raw.length;
    if (raw !== word) closeRun();
    if (isNumber) terms.push({ key: numberKey(lower), label: word, kind: 'number' });
    else terms.push({ key: stemOf(lower), label: word, kind: isName ? 'name' : 'word' });
  }
  closeRun();
  return terms;
}

function withoutPossessive(word: string): string {
  const end = word.length - 2;
  const tail = word.charCodeAt(end + 1);
  const mark = word.charCodeAt(end);
  return end > 0 && (tail === 115 || tail === 83) && (mark === 39 || mark === 0x2019)
    ? word.slice(0, end)
    : word;
}

/** "1,200" is "1200"; "20-year" stays. */
function numberKey(word: string): string {
  return word.includes(',') ? word.replaceAll(',', '') : word;
}

function pairsOf(word: string): string[] {
  const characters = Array.from(word);
  return characters.length === 1
    ? [word]
    : characters.slice(1).map((character, i) => characters[i]! + character);
}

const stems = new Map<string, string>();
const mostStems = 50_000;

/** Stemming is half the cost of a digest; the words of a corpus come again and again. */
function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= mostStems) stems.clear();
  const stem = word.length > 40 ? word : stemmer(word);
  stems.set(word, stem);
  return stem;
}
