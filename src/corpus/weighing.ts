import { shareOf } from './background';
import { CountTable } from './count-table';
import type { Features } from './entry';
import type { Vector } from './vector';

/** How many articles of news at large the background table stands for, beside the folder's own. */
const backgroundArticles = 1000;
const longestVector = 120;
const headBonus = 2;
const headLength = 60;

const shares = Float64Array.from({ length: 256 }, (_, commonness) => shareOf(commonness));

/** What the whole corpus knows about terms and lines, and the weight it gives to each article's terms. */
export class Weighing {
  private readonly articlesWithTerm = new CountTable();
  private readonly articlesWithPassage = new CountTable();
  private articles = 0;

  include(features: Features): void {
    this.count(features, 1);
  }

  exclude(features: Features): void {
    this.count(features, -1);
  }

  /**
   * The article as a vector of length 1 (empty where it has no terms). Term frequency is dampened, early terms count up to three
   * times, and a passage that n articles hold counts 1/n: furniture that no one recognised weighs nothing, while a true
   * copy loses the same everywhere, which the cosine does not see. Rareness blends the background with the corpus.
   */
  vectorOf(features: Features): Vector {
    const frequencies = this.frequencies(features);
    const { terms, commonness } = features;
    const weights = frequencies.map((frequency, place) =>
      frequency === 0
        ? 0
        : Math.log1p(frequency) * this.rareness(terms[place]!, commonness[place]!),
    );
    const least = nthLargest(weights, longestVector);
    const places: number[] = [];
    let squares = 0;
    weights.forEach((weight, place) => {
      if (weight <= 0 || weight < least || places.length >= longestVector) return;
      places.push(place);
      squares += weight * weight;
    });
    const length = Math.sqrt(squares) || 1;
    return {
      terms: Uint32Array.from(places, (place) => terms[place]!),
      weights: Float32Array.from(places, (place) => weights[place]! / length),
    };
  }

  private frequencies({ terms, stream, passages, passageEnds }: Features): Float64Array {
    const frequencies = new Float64Array(terms.length);
    let position = 0;
    let at = 0;
    passages.forEach((passage, i) => {
      const share = 1 / Math.max(1, this.articlesWithPassage.of(passage));
      for (const end = passageEnds[i]!; at < end; at++) {
        frequencies[stream[at]!]! += share * (1 + headBonus * Math.exp(-position / headLength));
        position += share;
      }
    });
    return frequencies;
  }

  private rareness(term: number, commonness: number): number {
    const expected = backgroundArticles * shares[commonness]!;
    const found = Math.max(1, this.articlesWithTerm.of(term));
    return Math.log((backgroundArticles + this.articles) / (expected + found));
  }

  private count(features: Features, difference: number): void {
    this.articles += difference;
    for (const term of features.terms) this.articlesWithTerm.add(term, difference);
    for (const passage of new Set(features.passages)) {
      this.articlesWithPassage.add(passage, difference);
    }
  }
}

function nthLargest(values: Float64Array, n: number): number {
  return values.length <= n ? 0 : Float64Array.from(values).sort()[values.length - n]!;
}
