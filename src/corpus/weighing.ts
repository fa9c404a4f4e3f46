import { shareOf } from './background';
import { CountTable } from './count-table';
import { dayTerm } from './days';
import type { Features } from './entry';
import { placeOf } from './sorted';
import type { Vector } from './vector';

/** How many articles of news at large the background table stands for, beside the folder's own. */
const backgroundArticles = 1000;
/** Numbers tell one quake or shooting from the next. */
const numberBonus = 1.5;
/** The days that an article names, against all its words. */
const dayShare = 0.15;
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
   * The article as a vector of length 1 (all zeros where it has no terms). Term frequency is dampened and early terms
   * count up to three times. A passage that n articles hold counts 1/n²: furniture that no one recognised weighs
   * nothing, while a true copy loses the same everywhere, which the cosine does not see. Rareness blends the background
   * with the corpus. The days that the text names weigh a fixed share, so that reports of one day are a little closer.
   */
  vectorOf(features: Features): Vector {
    const { terms, commonness, days } = features;
    const weights = new Float32Array(terms.length);
    let squares = 0;
    this.frequencies(features).forEach((frequency, place) => {
      if (frequency === 0) return;
      const term = terms[place]!;
      const telling = (term & 1) === 1 ? numberBonus : 1;
      const weight = Math.log1p(frequency) * telling * this.rareness(term, commonness[place]!);
      weights[place] = weight;
      squares += weight * weight;
    });
    const dayWeight = dayShare * Math.sqrt(squares / Math.max(1, days.length));
    for (const day of days) {
      const place = placeOf(terms, dayTerm(day));
      if (place === undefined) continue;
      weights[place] = dayWeight;
      squares += dayWeight * dayWeight;
    }
    const length = Math.sqrt(squares) || 1;
    for (let place = 0; place < weights.length; place++) weights[place]! /= length;
    return { terms, weights };
  }

  private frequencies({ terms, stream, passages, passageEnds }: Features): Float64Array {
    const frequencies = new Float64Array(terms.length);
    let position = 0;
    let at = 0;
    passages.forEach((passage, i) => {
      const share = 1 / Math.max(1, this.articlesWithPassage.of(passage)) ** 2;
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
