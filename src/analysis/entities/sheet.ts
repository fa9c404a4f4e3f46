import { isBoilerplate, type Line } from '../article';
import { sentenceCasing } from './casing';
import type { Gazetteer } from './gazetteer';
import { sportLevel } from './topic';
import { tokenise, type Tokens } from './tokens';
import type { Casing, WordType } from './words';

/** Looks a word up, describing it on first sight. */
export type Vocabulary = (word: string, casing: Casing) => WordType;

/** One sentence of a sheet: tokens `from` to `to`, end exclusive. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly casing: Casing;
  readonly sport: number;
  /** Page furniture: read, but no evidence about the rest of the article. */
  readonly boilerplate: boolean;
}

/** A text laid out for tagging: one row a token. */
export interface Sheet {
  readonly tokens: Tokens;
  readonly types: readonly WordType[];
  /** Stands for what is before and after a sentence. */
  readonly edge: WordType;
  readonly sentences: readonly Sentence[];
  /** How much the whole text reads like a sports report. */
  readonly sport: number;
  /** Gazetteer bits by token. */
  readonly listed: Uint32Array;
  /** First and last token of the run of name-like words a token stands in; -1 outside. */
  readonly runFrom: Int32Array;
  readonly runTo: Int32Array;
}

function markRuns(
  types: readonly WordType[],
  sentence: Sentence,
  from: Int32Array,
  to: Int32Array,
): void {
  let i = sentence.from;
  while (i < sentence.to) {
    if (!types[i]!.nameLike) {
      i++;
      continue;
    }
    let end = i;
    while (end < sentence.to && types[end]!.nameLike) end++;
    from.fill(i, i, end);
    to.fill(end - 1, i, end);
    i = end;
  }
}

function lineKinds(tokens: Tokens, lines: readonly Line[], count: number): boolean[] {
  let line = 0;
  return Array.from({ length: count }, (_, s) => {
    const start = tokens.starts[tokens.sentences[s]!]!;
    while (line + 1 < lines.length && lines[line + 1]!.start <= start) line++;
    return isBoilerplate(lines[line]!.kind);
  });
}

/** Lays out the lines of a text. */
export function layOut(
  text: string,
  lines: readonly Line[],
  vocabulary: Vocabulary,
  gazetteer: Gazetteer,
): Sheet {
  const tokens = tokenise(text, lines);
  const casings = sentenceCasing(tokens);
  const furniture = lineKinds(tokens, lines, casings.length);
  const types = new Array<WordType>(tokens.count);
  const runFrom = new Int32Array(tokens.count).fill(-1);
  const runTo = new Int32Array(tokens.count).fill(-1);
  const listed = new Uint32Array(tokens.count);
  const sentences = casings.map((casing, s) => {
    const from = tokens.sentences[s]!;
    const to = tokens.sentences[s + 1]!;
    for (let i = from; i < to; i++) types[i] = vocabulary(tokens.words[i]!, casing);
    const sport = sportLevel(types, from, to);
    const sentence: Sentence = { from, to, casing, sport, boilerplate: furniture[s]! };
    markRuns(types, sentence, runFrom, runTo);
    gazetteer.mark(types, sentence.from, sentence.to, listed);
    return sentence;
  });
  const edge = vocabulary('\u0003', 'normal');
  const sport = sportLevel(types, 0, tokens.count);
  return { tokens, types, edge, sport, sentences, listed, runFrom, runTo };
}

/**
 * The stretches of a sentence that can hold a mention: name-like words and their direct neighbours.
 * All other tokens are outside any mention and need no scores.
 */
export function islands(
  sheet: Sheet,
  sentence: Sentence,
  visit: (from: number, to: number) => void,
): void {
  const { types } = sheet;
  let from = -1;
  let to = -1;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!types[i]!.nameLike) continue;
    const start = Math.max(sentence.from, i - 1);
    const end = Math.min(sentence.to, i + 2);
    if (from >= 0 && start <= to) {
      to = end;
    } else {
      if (from >= 0) visit(from, to);
      from = start;
      to = end;
    }
  }
  if (from >= 0) visit(from, to);
}
