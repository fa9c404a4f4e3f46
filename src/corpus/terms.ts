import { stemmer } from 'stemmer';
import { commonnessOf, type Background, type Commonness } from './background';
import { hashString, hashTerm } from './hash';
import { isStopWord } from './stop-words';

/** One content word, number or name of a text. */
export interface Term {
  /** Hash of what is compared: a Porter stem, a number, or a phrase of capitalised words behind `e:`. */
  readonly hash: number;
  readonly commonness: Commonness;
  /** What a person reads. */
  readonly label: string;
  readonly kind: 'word' | 'name' | 'number' | 'phrase';
}

/** A stretch of text, read. */
export interface Reading {
  readonly terms: Term[];
  /** A hash for every word, stop words too, whatever its case. */
  readonly words: number[];
}

interface Known {
  readonly word: number;
  /** Absent for stop words and single letters. */
  readonly term?: Term;
  readonly possessive: boolean;
  readonly unspaced: boolean;
}

const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.,&-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const unspacedScript = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const longestPhrase = 5;
const longestStemmed = 40;
const mostKnown = 50_000;
const digitCommonness = commonnessOf(0.25);
const space = 32;

/**
 * Reads texts into content terms: stop words are left out, words stemmed (Porter 1980), numbers kept, runs of two to
 * five capitalised words given once more as a phrase. Scripts without spaces yield pairs of characters.
 */
export class TermReader {
  /** The words of a corpus come again and again: each is looked at once. */
  private readonly known = new Map<string, Known>();

  constructor(private readonly background?: Background) {}

  read(text: string): Reading {
    const reading: Reading = { terms: [], words: [] };
    const { terms } = reading;
    let run: string[] = [];
    let runEnd = -1;
    const closeRun = (): void => {
      if (run.length > 1 && run.length <= longestPhrase) terms.push(this.phrase(run.join(' ')));
      if (run.length > 0) run = [];
    };
    words.lastIndex = 0;
    for (let match = words.exec(text); match; match = words.exec(text)) {
      const raw = match[0];
      const known = this.look(raw);
      reading.words.push(known.word);
      if (known.unspaced) {
        closeRun();
        for (const pair of pairsOf(raw)) terms.push(this.term(pair, pair, 'word'));
        continue;
      }
      if (match.index - runEnd !== 1 || text.charCodeAt(runEnd) !== space) closeRun();
      const { term } = known;
      if (term?.kind !== 'name') closeRun();
      if (!term) continue;
      if (term.kind === 'name') run.push(term.label);
      runEnd = match.index + raw.length;
      if (known.possessive) closeRun();
      terms.push(term);
    }
    closeRun();
    return reading;
  }

  private look(raw: string): Known {
    const known = this.known.get(raw);
    if (known) return known;
    if (this.known.size >= mostKnown) this.known.clear();
    const fresh = this.learn(raw);
    this.known.set(raw, fresh);
    return fresh;
  }

  private learn(raw: string): Known {
    const word = withoutPossessive(raw);
    const lower = word.toLowerCase().replaceAll('’', "'");
    const base = {
      word: hashString(lower),
      possessive: word !== raw,
      unspaced: unspacedScript.test(raw),
    };
    const first = word.charCodeAt(0);
    const isNumber = first >= 48 && first <= 57;
    if (isStopWord(lower) || (lower.length < 2 && !isNumber)) return base;
    if (isNumber) return { ...base, term: this.number(lower, word) };
    const key = lower.length > longestStemmed ? lower : stemmer(lower);
    const kind = lower.startsWith(word.charAt(0)) ? 'word' : 'name';
    return { ...base, term: this.term(key, word, kind) };
  }

  /** "1,200" is "1200"; a lone digit tells little. */
  private number(lower: string, label: string): Term {
    const term = this.term(lower.replaceAll(',', ''), label, 'number');
    return lower.length > 1 ? term : { ...term, commonness: digitCommonness };
  }

  private phrase(label: string): Term {
    return this.term(`e:${label.toLowerCase()}`, label, 'phrase');
  }

  private term(key: string, label: string, kind: Term['kind']): Term {
    const hash = hashTerm(key);
    return { hash, commonness: this.background?.of(hash) ?? 0, label, kind };
  }
}

function withoutPossessive(word: string): string {
  const end = word.length - 2;
  const tail = word.charCodeAt(end + 1);
  const mark = word.charCodeAt(end);
  return end > 0 && (tail === 115 || tail === 83) && (mark === 39 || mark === 0x2019)
    ? word.slice(0, end)
    : word;
}

function pairsOf(word: string): string[] {
  const characters = Array.from(word);
  return characters.length === 1
    ? [word]
    : characters.slice(1).map((character, i) => characters[i]! + character);
}
