import { Postings } from './postings';
import { dot, type Vector } from './vector';

const indexedTerms = 24;
const mostVisits = 3000;

/** Another article and how alike it is, 0–1. */
export interface Neighbour {
  readonly slot: number;
  readonly similarity: number;
}

/** Finds the articles most like a given one without looking at all: an inverted index over each one's strongest terms. */
export class NeighbourIndex {
  private readonly postings = new Postings();
  private readonly vectors: (Vector | undefined)[] = [];
  private scores = new Float32Array(0);

  /** The vector of an indexed slot. */
  vector(slot: number): Vector {
    return this.vectors[slot]!;
  }

  /** Indexes a slot or replaces its vector; only postings of strong terms that changed are touched. */
  set(slot: number, vector: Vector): void {
    const former = this.vectors[slot];
    const was = new Set(former && strongTerms(former));
    for (const term of strongTerms(vector)) {
      if (was.delete(term)) continue;
      this.postings.add(term, slot);
    }
    for (const term of was) this.postings.delete(term, slot);
    this.vectors[slot] = vector;
  }

  delete(slot: number): void {
    const former = this.vectors[slot];
    if (!former) return;
    for (const term of strongTerms(former)) this.postings.delete(term, slot);
    this.vectors[slot] = undefined;
  }

  /**
   * Up to `most` other slots that share strong terms with this one and are at least `least` alike, the most alike
   * first. Rare terms are followed first and about 3,000 postings are read, so a call costs the same in a corpus of any
   * size.
   */
  nearest(slot: number, most: number, least: number): Neighbour[] {
    const vector = this.vector(slot);
    const candidates = this.candidates(slot);
    const bound = nthLargest(candidates, this.scores, most);
    const found: Neighbour[] = [];
    for (const other of candidates) {
      if (this.scores[other]! >= bound) {
        const similarity = dot(vector, this.vector(other));
        if (similarity >= least) found.push({ slot: other, similarity });
      }
      this.scores[other] = 0;
    }
    return found.sort((a, b) => b.similarity - a.similarity || a.slot - b.slot).slice(0, most);
  }

  /** Slots that share strong terms; `scores` holds how much, until it is wiped. */
  private candidates(slot: number): number[] {
    if (this.scores.length < this.vectors.length) {
      this.scores = new Float32Array(this.vectors.length * 2);
    }
    const { terms, weights } = this.vector(slot);
    const lists = strongest(weights)
      .map((place) => ({ gain: weights[place]! ** 2, slots: this.postings.of(terms[place]!) }))
      .sort((a, b) => a.slots.length - b.slots.length);
    const candidates: number[] = [];
    let visits = 0;
    for (const { gain, slots } of lists) {
      visits += slots.length;
      if (visits > mostVisits) break;
      for (const other of slots) {
        if (other === slot) continue;
        if (this.scores[other] === 0) candidates.push(other);
        this.scores[other]! += gain;
      }
    }
    return candidates;
  }
}

function strongTerms({ terms, weights }: Vector): number[] {
  return strongest(weights).map((place) => terms[place]!);
}

/** Places of the strongest terms with any weight, ascending. Not held: that would be millions of small arrays. */
function strongest(weights: Float32Array): number[] {
  const places: number[] = [];
  const bound =
    weights.length <= indexedTerms ? 0 : weights.slice().sort()[weights.length - indexedTerms]!;
  for (let place = 0; place < weights.length && places.length < indexedTerms; place++) {
    if (weights[place]! > 0 && weights[place]! >= bound) places.push(place);
  }
  return places;
}

/** The n-th largest score of the candidates; 0 where there are fewer. */
function nthLargest(candidates: readonly number[], scores: Float32Array, n: number): number {
  if (candidates.length <= n) return 0;
  const largest = new Float32Array(n);
  for (const slot of candidates) {
    const score = scores[slot]!;
    if (score <= largest[0]!) continue;
    let place = 0;
    while (place + 1 < n && largest[place + 1]! < score) largest[place] = largest[++place]!;
    largest[place] = score;
  }
  return largest[0]!;
}
