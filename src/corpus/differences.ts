import type { Span } from '../analysis/article';
import { type Figure, figuresOf } from './figures';
import { type Sentence, sentencesOf, sharedStems, Weights, wordsOf } from './sentences';
import type { Telling } from './telling';

/** A place where an article states something, and the sentence around it. */
export interface Stated extends Span {
  readonly article: string;
  /** The sentence, as the text has it. */
  readonly sentence: Span & { readonly text: string };
}

/** One of the statements that do not agree, and everyone who makes it. */
export interface Version {
  /** As the text has it: "12,000", "Friday". */
  readonly text: string;
  /** For dates: `YYYY-MM-DD`. */
  readonly day?: string;
  readonly places: readonly Stated[];
}

/** A figure or date that the articles of an event state differently. */
export interface Difference {
  readonly kind: 'figure' | 'date';
  /** What is counted ("households"), as a text has it; empty for dates. */
  readonly what: string;
  /** Words that the sentences share, most telling first, as a text has them. */
  readonly about: readonly string[];
  /** At least two, most stated first. */
  readonly versions: readonly Version[];
}

/** Sentences must share so much of the shorter one's weight to speak of the same thing. */
const sameFigure = 0.4;
const sameMeasure = 0.5;
const sameDay = 0.5;
const fewestShared = 2;
const fewestSharedOfDays = 3;
/** Counts further apart than this are of different things. */
const furthestApart = 4;
/** A sentence with more figures lists statistics: they are told apart by too little. */
const mostFigures = 3;
/** Words that an event's sentences share and that are shown. */
const mostAbout = 3;
/** An event with more statements than this is compared by the first ones. */
const mostStatements = 3000;

interface Statement extends Span {
  readonly sentence: Sentence;
  readonly value: number | string;
  readonly context: ReadonlySet<string>;
  readonly figure?: Figure;
}

/**
 * Figures and dates that articles of one event state differently. Precise rather than complete: the same thing must
 * be counted, in sentences that share their telling words, and where two articles also agree on a value in such
 * sentences, these are taken for the same statement first.
 */
export function findDifferences(tellings: readonly Telling[]): Difference[] {
  const sentences = tellings.map((telling) => sentencesOf(telling));
  const weights = new Weights(sentences.flat());
  const texts = new Map(tellings.map(({ id, text }) => [id, text]));
  const figures = tellings.flatMap((telling, i) => figuresIn(telling, sentences[i]!));
  const days = tellings.flatMap((telling, i) => daysIn(telling, sentences[i]!));
  return [
    ...differing(figures.slice(0, mostStatements), (a, b) => figureLikeness(a, b, weights)).map(
      (group) => describe('figure', group, weights, texts),
    ),
    ...differing(days.slice(0, mostStatements), (a, b) => dayLikeness(a, b, weights)).map((group) =>
      describe('date', group, weights, texts),
    ),
  ];
}

function figuresIn({ text, mentions }: Telling, sentences: readonly Sentence[]): Statement[] {
  return sentences.flatMap((sentence) => {
    const near = mentions.filter(({ start, end }) => end > sentence.start && start < sentence.end);
    const figures = figuresOf(text, sentence, near);
    if (figures.length > mostFigures) return [];
    return figures.map((figure) => {
      const { start, end, value, context } = figure;
      return { start, end, sentence, value, context, figure };
    });
  });
}

/** Days named by whoever is quoted are not the article's own. */
function daysIn({ days, quotes, text }: Telling, sentences: readonly Sentence[]): Statement[] {
  return days.flatMap(({ start, end, day }) => {
    if (quotes.some((quote) => quote.start <= start && end <= quote.end)) return [];
    const sentence = sentences.find((one) => one.start <= start && end <= one.end);
    if (!sentence) return [];
    const own = new Set(wordsOf(text, { start, end }).map(({ stem }) => stem));
    const context = new Set(
      [...sentence.stems].filter((stem) => !own.has(stem) && !/^\p{N}/u.test(stem)),
    );
    return [{ start, end, sentence, value: day, context }];
  });
}

function isNear(a: number, b: number): boolean {
  return Math.max(a, b) <= furthestApart * Math.min(a, b);
}

/** "More than 200" says nothing against 219. */
function isWithin(bounded: Figure, exact: Figure): boolean {
  return bounded.bound === 'over' && exact.bound !== 'over' && bounded.value < exact.value;
}

/** 0 where the two do not state the same thing, else how sure that is. */
function figureLikeness(
  { context: a, figure: first }: Statement,
  { context: b, figure: second }: Statement,
  weights: Weights,
): number {
  if (first === undefined || first.unit !== second?.unit) return 0;
  if ((first.bound === 'up') !== (second.bound === 'up')) return 0;
  if (isWithin(first, second) || isWithin(second, first)) return 0;
  if (first.deed !== second.deed) return 0;
  const shared = sharedStems(a, b);
  if (shared.length + (first.deed === undefined ? 0 : 1) < fewestShared) return 0;
  if (!isNear(first.value, second.value)) return 0;
  const least = Math.min(weights.sum(a), weights.sum(b));
  const share = least === 0 ? 0 : weights.sum(shared) / least;
  if (first.deed !== undefined) return share >= sameFigure / 2 ? share + 0.3 : 0;
  return share >= (first.isMeasure ? sameMeasure : sameFigure) ? share : 0;
}

function dayLikeness(
  { context: a }: Statement,
  { context: b }: Statement,
  weights: Weights,
): number {
  const shared = sharedStems(a, b);
  if (shared.length < fewestSharedOfDays) return 0;
  const share = weights.sum(shared) / Math.max(1e-9, Math.min(weights.sum(a), weights.sum(b)));
  return share >= sameDay ? share : 0;
}

/** Groups of statements of the same thing by two articles or more that do not all agree. */
function differing(
  statements: readonly Statement[],
  likeness: (a: Statement, b: Statement) => number,
): Statement[][] {
  const pairs: { a: number; b: number; like: number; agrees: boolean }[] = [];
  for (let a = 0; a < statements.length; a++) {
    for (let b = a + 1; b < statements.length; b++) {
      const [first, second] = [statements[a]!, statements[b]!];
      if (first.sentence.article === second.sentence.article) continue;
      const like = likeness(first, second);
      if (like > 0) pairs.push({ a, b, like, agrees: first.value === second.value });
    }
  }
  // Who says the same speaks of the same thing; what is left is matched by likeness.
  pairs.sort((x, y) => Number(y.agrees) - Number(x.agrees) || y.like - x.like);
  const group = statements.map((_, i) => new Set([i]));
  for (const { a, b } of pairs) {
    const [one, other] = [group[a]!, group[b]!];
    if (one === other) continue;
    if (hasTwoOfOneArticle(statements, one, other)) continue;
    for (const member of other) {
      one.add(member);
      group[member] = one;
    }
  }
  return [...new Set(group)]
    .map((members) => [...members].sort((x, y) => x - y).map((i) => statements[i]!))
    .filter((members) => new Set(members.map(({ value }) => value)).size > 1);
}

/** An article that gives two different values means two different things. */
function hasTwoOfOneArticle(
  statements: readonly Statement[],
  one: ReadonlySet<number>,
  other: ReadonlySet<number>,
): boolean {
  return [...one].some((i) =>
    [...other].some(
      (j) =>
        statements[i]!.sentence.article === statements[j]!.sentence.article &&
        statements[i]!.value !== statements[j]!.value,
    ),
  );
}

function describe(
  kind: Difference['kind'],
  group: readonly Statement[],
  weights: Weights,
  texts: ReadonlyMap<string, string>,
): Difference {
  const byValue = new Map<Statement['value'], Statement[]>();
  for (const one of group) byValue.set(one.value, [...(byValue.get(one.value) ?? []), one]);
  const versions = [...byValue]
    .map(([value, said]): Version => {
      const { start, end, sentence } = said[0]!;
      return {
        text: texts.get(sentence.article)!.slice(start, end),
        ...(typeof value === 'string' && { day: value }),
        places: said.map((one) => ({
          start: one.start,
          end: one.end,
          article: one.sentence.article,
          sentence: {
            start: one.sentence.start,
            end: one.sentence.end,
            text: texts.get(one.sentence.article)!.slice(one.sentence.start, one.sentence.end),
          },
        })),
      };
    })
    .sort((a, b) => b.places.length - a.places.length);
  return {
    kind,
    what: group.find(({ figure }) => figure?.label)?.figure?.label ?? '',
    about: aboutOf(group, weights),
    versions,
  };
}

/** The words that most of the statements share, in the order of the first text. */
function aboutOf(group: readonly Statement[], weights: Weights): string[] {
  const counts = new Map<string, number>();
  for (const { context } of group) {
    for (const stem of context) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  const shared = [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, m], [b, n]) => n - m || weights.of(b) - weights.of(a))
    .slice(0, mostAbout)
    .map(([stem]) => stem);
  const wanted = new Set(shared);
  const words = group[0]!.sentence.words.filter(({ stem }) => {
    const isWanted = stem !== undefined && wanted.has(stem);
    if (isWanted) wanted.delete(stem);
    return isWanted;
  });
  return words.map(({ text }) => text.replace(/['’]s$/, ''));
}
