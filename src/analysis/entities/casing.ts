import { classAt, isWordClass, upper } from './characters';
import type { Tokens } from './tokens';
import type { Casing } from './words';

/** How many words a sentence must have before its capitals are judged. */
const enough = 4;

function startsUpper(word: string): boolean {
  return classAt(word, 0) === upper;
}

function isLetters(word: string): boolean {
  return /^\p{L}/u.test(word);
}

function casingOf(words: readonly string[], from: number, to: number): Casing {
  let letters = 0;
  let capital = 0;
  let small = 0;
  let allUpper = 0;
  let long = 0;
  for (let i = from; i < to; i++) {
    const word = words[i]!;
    if (!isLetters(word) || /^['’]/.test(word)) continue;
    letters++;
    if (word.length > 3) long++;
    if (!startsUpper(word)) {
      if (word.length > 3) small++;
      continue;
    }
    capital++;
    if (word === word.toUpperCase()) allUpper++;
  }
  if (letters < enough) {
    return letters > 1 && allUpper === letters && long === letters ? 'upper' : 'normal';
  }
  if (allUpper >= letters - Math.floor(letters / 10)) return 'upper';
  // A sentence of common words is capitalised throughout only in a headline.
  if (small * 6 <= long && capital * 3 >= letters * 2 && letters >= 5) return 'title';
  return 'normal';
}

/** Casing by sentence; a text that hardly knows capitals is `lower` throughout. */
export function sentenceCasing(tokens: Tokens): Casing[] {
  const { words, sentences } = tokens;
  let letters = 0;
  let capital = 0;
  for (const word of words) {
    if (!isWordClass(classAt(word, 0)) || !isLetters(word)) continue;
    letters++;
    if (startsUpper(word)) capital++;
  }
  const count = sentences.length - 1;
  if (letters >= 12 && capital * 50 < letters) return new Array<Casing>(count).fill('lower');
  const casings: Casing[] = [];
  for (let s = 0; s < count; s++) casings.push(casingOf(words, sentences[s]!, sentences[s + 1]!));
  return casings;
}
