import { dot, type Vector } from './vector';

const indexedTerms = 24;
const mostVisits = 3000;

/** Finds the articles most like a given one without looking at all of them: an inverted index over strongest terms. */
export class NeighbourIndex {
  private readonly postings = new Map<number, number[]>();
  private readonly vectors: (Vector | undefined)[] = [];
  private scores = new Float32Array(0);

  vector(slot: number): Vector {
    return this.vectors[slot] ?? nothing;
  }

  set(slot: number, vector: Vector): void {
    this.delete(slot);
    this.vectors[slot] = vector;
    for (const place of strongest(vector)) {
      const term = vector.terms[place]!;
      const posting = this.postings.get(term);
      if (posting) posting.push(slot);
      else this.postings.set(term, [slot]);
    }
  }

  delete(slot: number): void {
    const vector = this.vectors[slot];
    if (!vector) return;
    this.vectors[slot] = undefined;
    for (const place of strongest(vector)) {
      const term = vector.terms[place]!;
      const posting = this.postings.get(term);
      if (!posting) continue;
      const at = posting.indexOf(slot);
      if (at >= 0) posting.splice(at, 1);
      if (posting.length === 0) this.postings.delete(term);
    }
  }

  /**
   * Up to `most` slots other than `slot` itself that share strong terms with it, the most alike first, with their
   * exact similarity. Rare terms are followed first and at most 3,000 postings are read, so a call costs the same in
   * a corpus of any size.
   */
  nearest(slot: number, most: number, least: number): { slot: number; similarity: number }[] {
    const vector = this.vector(slot);
    if (this.scores.length < this.vectors.length) {
      this.scores = new Float32Array(this.vectors.length * 2);
    }
    const candidates: number[] = [];
    const lists = strongest(vector)
      .map((place) => ({
        weight: vector.weights[place]!,
        slots: this.postings.get(vector.terms[place]!) ?? [],
      }))
      .sort((a, b) => a.slots.length - b.slots.length);
    let visits = 0;
    for (const { weight, slots } of lists) {
      visits += slots.length;
      if (visits > mostVisits) break;
      for (const other of slots) {
        if (this.scores[other] === 0) candidates.push(other);
        this.scores[other]! += weight * weight;
      }
    }
    const found = candidates
      .filter((other) => other !== slot)
      .sort((a, b) => this.scores[b]! - this.scores[a]! || a - b)
      .slice(0, most)
      .map((other) => ({ slot: other, similarity: dot(vector, this.vector(other)) }))
      .filter((other) => other.similarity >= least)
      .sort((a, b) => b.similarity - a.similarity || a.slot - b.slot);
    for (const other of candidates) this.scores[other] = 0;
    return found;
  }
}

const nothing: Vector = { terms: new Uint32Array(0), weights: new Float32Array(0) };

/** Places of a vector's strongest terms. */
function strongest({ weights }: Vector): number[] {
  const places = Array.from(weights.keys());
  if (places.length <= indexedTerms) return places;
  return places.sort((a, b) => weights[b]! - weights[a]! || a - b).slice(0, indexedTerms);
}
