import type { Span } from '../analysis/article';
import { type Sentence, sentencesOf, Weights } from './sentences';
import type { Telling } from './telling';

/** So much of a sentence's weight must stand in one sentence of another article to be told there. */
const toldShare = 0.6;
/** A sentence with fewer telling words says too little to be compared. */
const fewestStems = 3;
/** So much of a paragraph must be told elsewhere. */
const toldParagraph = 0.75;

/** A sentence or paragraph, and the place where another article tells the same. */
export interface Told extends Span {
  readonly by: Span & { readonly article: string };
}

/** Looks up which sentence of some articles tells what a sentence says. */
class Tellers {
  private readonly holders = new Map<string, Sentence[]>();
  private readonly weights: Weights;

  /** @param own sentences that will be looked up, for the weights */
  constructor(sentences: readonly Sentence[], own: readonly Sentence[]) {
    this.weights = new Weights([...sentences, ...own]);
    for (const sentence of sentences) {
      for (const stem of sentence.stems) {
        const holders = this.holders.get(stem);
        if (holders) holders.push(sentence);
        else this.holders.set(stem, [sentence]);
      }
    }
  }

  /** The sentence that tells most of this one, the first of equal ones; undefined where none tells enough. */
  find({ stems }: Sentence): Sentence | undefined {
    if (stems.size < fewestStems) return undefined;
    const told = new Map<Sentence, number>();
    for (const stem of stems) {
      const weight = this.weights.of(stem);
      for (const holder of this.holders.get(stem) ?? []) {
        told.set(holder, (told.get(holder) ?? 0) + weight);
      }
    }
    const whole = this.weights.sum(stems);
    let best: Sentence | undefined;
    let most = toldShare * whole;
    for (const [sentence, weight] of told) {
      if (weight < most || (best && weight === most)) continue;
      if (saysOtherNumbers(stems, sentence.stems)) continue;
      [best, most] = [sentence, weight];
    }
    return best;
  }
}

/** "12,000 left" does not tell that 11,000 left. */
function saysOtherNumbers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((stem) => /^\p{N}/u.test(stem) && !b.has(stem));
}

/** The paragraphs of an article that earlier articles have told, each with where it was told first. */
export function toldBefore(telling: Telling, earlier: readonly Telling[]): Told[] {
  const own = sentencesOf(telling);
  const tellers = new Tellers(
    earlier.flatMap((other) => sentencesOf(other)),
    own,
  );
  return telling.lines.flatMap(({ start, end }) => {
    const inside = own.filter((sentence) => sentence.start >= start && sentence.end <= end);
    const length = (sentences: readonly Span[]): number =>
      sentences.reduce((sum, sentence) => sum + sentence.end - sentence.start, 0);
    const told = inside.flatMap((sentence) => {
      const by = tellers.find(sentence);
      return by ? [{ start: sentence.start, end: sentence.end, by }] : [];
    });
    const longest = [...told].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
    if (!longest || length(told) < toldParagraph * length(inside)) return [];
    return [{ start, end, by: placeOf(longest.by) }];
  });
}

/** What only one of some articles says. */
export interface OnlySaid {
  readonly article: string;
  /** Sentences that none of the others tells, in order. */
  readonly sentences: readonly Span[];
  /** How many sentences it has in all. */
  readonly all: number;
}

/** For each article the sentences that none of the others tells. */
export function onlySaid(tellings: readonly Telling[]): OnlySaid[] {
  const sentences = tellings.map((telling) => sentencesOf(telling));
  return tellings.map(({ id }, index) => {
    const own = sentences[index]!;
    const tellers = new Tellers(sentences.filter((_, other) => other !== index).flat(), own);
    return {
      article: id,
      sentences: own
        .filter((sentence) => sentence.stems.size >= fewestStems && !tellers.find(sentence))
        .map(({ start, end }) => ({ start, end })),
      all: own.length,
    };
  });
}

function placeOf({ article, start, end }: Sentence): Told['by'] {
  return { article, start, end };
}
