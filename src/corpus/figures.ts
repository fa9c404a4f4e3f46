import type { Span } from '../analysis/article';
import type { Sentence, Word } from './sentences';

/** A number of things that a sentence states. */
export interface Figure extends Span {
  readonly sentence: Sentence;
  readonly value: number;
  /** What is counted: the stem of a noun, `people`, a currency or a measure. */
  readonly unit: string;
  /** A measure, which many different things are given in: money, length, percent. */
  readonly isMeasure: boolean;
  /** What is said of people: `die`, `injure`… */
  readonly deed?: string;
  /** `up to` and `over` are other statements than the number itself. */
  readonly bound?: 'up' | 'over';
  /** The noun as the text has it. */
  readonly label: string;
  /** The telling words around it. */
  readonly context: ReadonlySet<string>;
}

const numberWords: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value]),
);
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const people: ReadonlySet<string> = new Set(
  'people person persons men women children residents civilians victims villagers protesters demonstrators passengers'.split(
    ' ',
  ),
);
const measures: ReadonlySet<string> = new Set(
  (
    'percent percentage euro dollar pound yen crown rouble ruble metre meter kilometre kilometer mile yard foot feet inch ' +
    'millimetre millimeter centimetre centimeter tonne ton kilogram litre liter degree hectare acre hour minute ' +
    'second day week month year knot watt megawatt gigawatt point'
  ).split(' '),
);
const deeds: Readonly<Record<string, readonly string[]>> = {
  die: 'die died dead killed kill kills deaths fatalities'.split(' '),
  injure: 'injured injuring wounded hurt injuries'.split(' '),
  miss: ['missing'],
  leave: 'evacuated displaced fled leave left homeless'.split(' '),
  protest: 'protested protesting demonstrated demonstrating marched rallied'.split(' '),
  arrest: 'arrested detained'.split(' '),
  rescue: 'rescued saved'.split(' '),
};
const deedOfWord = new Map(
  Object.entries(deeds).flatMap(([deed, words]) => words.map((word) => [word, deed] as const)),
);
/** Words that may follow a number of people who are not named as such: "12,000 were told". */
const auxiliary: ReadonlySet<string> = new Set('were was have had are are'.split(' '));
const upTo = /(?:up to|as many as|at most|nearly|almost)\s*$/i;
const moreThan = /(?:more than|at least|over)\s*$/i;
const inRange =
  /(?:\bbetween|\bfrom)\s+\S{1,12}(?:\s\w{5,8})?\s+(?:and|to)\s*$|\d\s*(?:-|–|to|and)\s*$/i;
const opensRange = /^\s*(?:-|–|to)\s*(?:\d|a\s)/i;
const numberOf = /\b(?:number|total|count)\s+of\s+(?:the\s+)?((?:\p{L}+\s+){0,2}?\p{L}+)\b/iu;
const currencies: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '£': 'pound' };

/** Words that weigh a number rather than tell what it is about. */
const weighing: ReadonlySet<string> = new Set(
  'least nearli almost around roughli total'.split(' '),
);

const contextWords = 9;
const deedWords = 6;

/**
 * The numbers of things in a sentence, as far as it is plain what is counted. Dates, years, ages, ranges and numbers
 * in names are left out.
 * @param text the text of the article
 * @param mentions names and dates of the article, in order
 */
export function figuresOf(text: string, sentence: Sentence, mentions: readonly Span[]): Figure[] {
  const { words } = sentence;
  const figures: Figure[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = words[at]!;
    const plain = valueOf(first.text);
    if (plain === undefined) continue;
    if (mentions.some(({ start, end }) => start <= first.start && first.end <= end)) continue;
    const scale = scales[words[at + 1]?.text.toLowerCase() ?? ''];
    const joined = text.slice(first.end, words[at + 1]?.start ?? first.end);
    const last = scale !== undefined && joined.length === 1 ? at + 1 : at;
    const value = plain * (last > at ? scale! : 1);
    const before = text.slice(Math.max(sentence.start, first.start - 40), first.start);
    const after = text.slice(words[last]!.end, Math.min(sentence.end, words[last]!.end + 12));
    if (inRange.test(before) || opensRange.test(after) || /[/:]$|#$|№$/.test(before)) continue;
    const counted = countedBy(text, sentence, at, last, before, after);
    if (!counted) {
      at = last;
      continue;
    }
    const bound = upTo.test(before) ? 'up' : moreThan.test(before) ? 'over' : undefined;
    const deed = counted.unit === 'people' ? deedNear(text, words, at, last) : undefined;
    figures.push({
      start: first.start,
      end: words[last]!.end,
      sentence,
      value,
      ...counted,
      ...(deed !== undefined && { deed }),
      ...(bound && { bound }),
      context: contextOf(words, at, last, counted.unit),
    });
    at = last;
  }
  return figures;
}

function valueOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (Object.hasOwn(numberWords, lower)) return numberWords[lower];
  if (!/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(word)) return undefined;
  return Number(word.replaceAll(',', ''));
}

interface Counted {
  readonly unit: string;
  readonly isMeasure: boolean;
  readonly label: string;
}

function countedBy(
  text: string,
  { words, start }: Sentence,
  at: number,
  last: number,
  before: string,
  after: string,
): Counted | undefined {
  const currency = currencies[before.at(-1) ?? ''];
  if (currency) return { unit: currency, isMeasure: true, label: before.at(-1)! };
  if (after.startsWith('%')) return { unit: 'percent', isMeasure: true, label: '%' };
  const value = valueOf(words[at]!.text)!;
  const isYear = last === at && /^(?:1[5-9]|20)\d\d$/.test(words[at]!.text);
  const next = words[last + 1];
  const gap = next ? text.slice(words[last]!.end, next.start) : '';
  if (next && (gap === ' ' || gap === '-')) {
    if (gap === '-' && /^(?:old|year-old|time)$/i.test(next.text)) return undefined;
    const found = nounAfter(text, words, last, value);
    if (found && !(isYear && !found.isMeasure && found.unit !== 'people')) return found;
  }
  if (isYear) return undefined;
  const named = numberOf.exec(text.slice(start, words[at]!.start));
  if (!named || !/\b(?:at|to|is|was|of)\s+(?:\p{L}+\s+)?$/iu.test(before)) return undefined;
  const noun = named[1]!.split(/\s+/).at(-1)!;
  return nounOf(noun);
}

/** The noun behind a number: the last plain word of the run that follows it, or a measure, or people who do something. */
function nounAfter(
  text: string,
  words: readonly Word[],
  last: number,
  value: number,
): Counted | undefined {
  let noun: Word | undefined;
  for (let i = last + 1; i <= last + 4 && i < words.length; i++) {
    const word = words[i]!;
    const gap = text.slice(words[i - 1]!.end, word.start);
    if (gap !== ' ' && !(gap === '-' && i === last + 1)) break;
    const lower = word.text.toLowerCase();
    if (i === last + 1 && lower === 'per' && /^cent$/i.test(words[i + 1]?.text ?? '')) {
      return { unit: 'percent', isMeasure: true, label: 'per cent' };
    }
    if (i === last + 1 && (auxiliary.has(lower) || deedOfWord.has(lower))) {
      // "One was told": a pronoun more often than a count.
      return value > 1 ? { unit: 'people', isMeasure: false, label: '' } : undefined;
    }
    if (word.stem === undefined || valueOf(word.text) !== undefined) break;
    if (i > last + 1 && /(?:ed|ing|ly)$/.test(lower)) break;
    if (word.text !== lower && i > last + 1) break;
    noun = word;
    if (isPlural(lower) || nounOf(word.text).isMeasure) break;
  }
  if (!noun) return undefined;
  const lower = noun.text.toLowerCase();
  return isPlural(lower) || nounOf(noun.text).isMeasure || value === 1
    ? nounOf(noun.text)
    : undefined;
}

function isPlural(word: string): boolean {
  return people.has(word) || /(?:[^su]s|ses)$/.test(word);
}

function nounOf(noun: string): Counted {
  const lower = noun.toLowerCase();
  if (people.has(lower)) return { unit: 'people', isMeasure: false, label: noun };
  const singular = lower.replace(/s$/, '');
  const measure = measures.has(lower) ? lower : measures.has(singular) ? singular : undefined;
  if (measure !== undefined) return { unit: measure, isMeasure: true, label: noun };
  return { unit: singular.replace(/ie$/, 'y'), isMeasure: false, label: noun };
}

/** What the people counted did or suffered: said behind the number rather than before it. */
function deedNear(
  text: string,
  words: readonly Word[],
  at: number,
  last: number,
): string | undefined {
  for (let i = last + 1; i <= last + deedWords && i < words.length; i++) {
    const deed = deedOfWord.get(words[i]!.text.toLowerCase());
    if (deed !== undefined) return deed;
    if (/[,;]/.test(text.slice(words[i - 1]!.end, words[i]!.start))) break;
  }
  for (let i = at - 1; i >= at - deedWords && i >= 0; i--) {
    if (/[,;]/.test(text.slice(words[i]!.end, words[i + 1]!.start))) break;
    const deed = deedOfWord.get(words[i]!.text.toLowerCase());
    if (deed !== undefined) return deed;
  }
  return undefined;
}

function contextOf(words: readonly Word[], at: number, last: number, unit: string): Set<string> {
  const near = [
    ...words.slice(Math.max(0, at - contextWords), at),
    ...words.slice(last + 1, last + 1 + contextWords),
  ];
  return new Set(
    near.flatMap(({ stem, text }) =>
      stem === undefined || /^\p{N}/u.test(stem) || weighing.has(stem) || nounOf(text).unit === unit
        ? []
        : [stem],
    ),
  );
}
