import { labelCount, mayEnd, mayStart, outside, transitionPairs } from './labels';

const starts = Array.from({ length: labelCount }, (_, label) => mayStart(label));
const ends = Array.from({ length: labelCount }, (_, label) => mayEnd(label));

/**
 * A linear-chain CRF over one stretch of tokens (Lafferty et al. 2001; scaled sums as in Rabiner 1989).
 * The stretch is surrounded by tokens outside any mention. Potentials are exp(score), `labelCount` a token.
 */
export class Lattice {
  potentials = new Float64Array(0);
  /** After `marginals()`: probability of each label at each token. */
  probabilities = new Float64Array(0);
  private forward = new Float64Array(0);
  private backward = new Float64Array(0);
  private scales = new Float64Array(0);
  private back = new Uint8Array(0);
  private best = new Float64Array(0);
  private readonly transitions = new Float64Array(labelCount * labelCount);
  private readonly pairWeights = new Float64Array(transitionPairs.length / 2);

  setTransitions(scores: ArrayLike<number>): void {
    for (let i = 0; i < this.transitions.length; i++) this.transitions[i] = Math.exp(scores[i]!);
    for (let pair = 0; pair < this.pairWeights.length; pair++) {
      const at = transitionPairs[2 * pair]! * labelCount + transitionPairs[2 * pair + 1]!;
      this.pairWeights[pair] = this.transitions[at]!;
    }
  }

  /** Makes room for `count` tokens. */
  reserve(count: number): void {
    const size = count * labelCount;
    if (this.potentials.length >= size) return;
    const room = Math.max(size, 64 * labelCount, this.potentials.length * 2);
    this.potentials = new Float64Array(room);
    this.probabilities = new Float64Array(room);
    this.forward = new Float64Array(room);
    this.backward = new Float64Array(room);
    this.best = new Float64Array(room);
    this.back = new Uint8Array(room);
    this.scales = new Float64Array(room / labelCount);
  }

  /** Turns scores (log potentials) of `count` tokens into potentials, safely scaled token by token. */
  setScores(scores: ArrayLike<number>, count: number): void {
    this.reserve(count);
    for (let t = 0; t < count; t++) {
      const row = t * labelCount;
      let top = -Infinity;
      for (let y = 0; y < labelCount; y++) if (scores[row + y]! > top) top = scores[row + y]!;
      for (let y = 0; y < labelCount; y++) {
        this.potentials[row + y] = Math.exp(Math.max(-60, scores[row + y]! - top));
      }
    }
  }

  /**
   * Fills `probabilities`; returns the log of the partition sum (up to the scaling of the scores),
   * -Infinity if the potentials allow no sequence at all.
   */
  marginals(count: number): number {
    const { forward, backward, probabilities } = this;
    const logSum = this.runForward(count);
    if (logSum === -Infinity) return logSum;
    this.runBackward(count);
    for (let t = 0; t < count; t++) {
      const row = t * labelCount;
      for (let y = 0; y < labelCount; y++) {
        probabilities[row + y] = forward[row + y]! * backward[row + y]!;
      }
    }
    return logSum;
  }

  /** After `marginals()`: probability of a pair of labels at tokens `t - 1` and `t`. */
  pairProbability(t: number, pair: number): number {
    const to = t * labelCount + transitionPairs[2 * pair + 1]!;
    return (
      this.forward[(t - 1) * labelCount + transitionPairs[2 * pair]!]! *
      this.pairWeights[pair]! *
      this.potentials[to]! *
      this.backward[to]! *
      this.scales[t]!
    );
  }

  private runForward(count: number): number {
    const { potentials, forward, scales, transitions, pairWeights } = this;
    let logSum = 0;
    for (let t = 0; t < count; t++) {
      const row = t * labelCount;
      if (t === 0) {
        for (let y = 0; y < labelCount; y++) forward[y] = starts[y] ? transitions[y]! : 0;
      } else {
        forward.fill(0, row, row + labelCount);
        const before = row - labelCount;
        for (let pair = 0; pair < pairWeights.length; pair++) {
          forward[row + transitionPairs[2 * pair + 1]!]! +=
            forward[before + transitionPairs[2 * pair]!]! * pairWeights[pair]!;
        }
      }
      let sum = 0;
      for (let y = 0; y < labelCount; y++) sum += forward[row + y]! *= potentials[row + y]!;
      if (t === count - 1) {
        // Only here: the stretch must close what it opened, and go on to O.
        sum = 0;
        for (let y = 0; y < labelCount; y++) {
          sum += forward[row + y]! * (ends[y] ? transitions[y * labelCount + outside]! : 0);
        }
      }
      if (sum === 0) return -Infinity;
      const scale = 1 / sum;
      scales[t] = scale;
      logSum -= Math.log(scale);
      for (let y = 0; y < labelCount; y++) forward[row + y]! *= scale;
    }
    return logSum;
  }

  private runBackward(count: number): void {
    const { potentials, backward, scales, transitions, pairWeights } = this;
    for (let t = count - 1; t >= 0; t--) {
      const row = t * labelCount;
      if (t === count - 1) {
        for (let y = 0; y < labelCount; y++) {
          backward[row + y] = ends[y] ? transitions[y * labelCount + outside]! : 0;
        }
      } else {
        backward.fill(0, row, row + labelCount);
        const next = row + labelCount;
        const scale = scales[t + 1]!;
        for (let pair = 0; pair < pairWeights.length; pair++) {
          const to = transitionPairs[2 * pair + 1]!;
          backward[row + transitionPairs[2 * pair]!]! +=
            pairWeights[pair]! * potentials[next + to]! * backward[next + to]! * scale;
        }
      }
    }
  }

  /** The most probable label sequence (Viterbi 1967), written into `labels`. */
  decode(count: number, labels: Uint8Array): void {
    const { potentials, best, back, transitions, pairWeights } = this;
    for (let y = 0; y < labelCount; y++) best[y] = starts[y] ? transitions[y]! * potentials[y]! : 0;
    for (let t = 1; t < count; t++) {
      const row = t * labelCount;
      const before = row - labelCount;
      best.fill(0, row, row + labelCount);
      for (let pair = 0; pair < pairWeights.length; pair++) {
        const from = transitionPairs[2 * pair]!;
        const to = transitionPairs[2 * pair + 1]!;
        const score = best[before + from]! * pairWeights[pair]!;
        if (score > best[row + to]!) {
          best[row + to] = score;
          back[row + to] = from;
        }
      }
      let top = Number.MIN_VALUE;
      for (let y = 0; y < labelCount; y++) {
        const score = (best[row + y]! *= potentials[row + y]!);
        if (score > top) top = score;
      }
      for (let y = 0; y < labelCount; y++) best[row + y]! /= top;
    }
    let label = outside;
    let top = -1;
    const lastRow = (count - 1) * labelCount;
    for (let y = 0; y < labelCount; y++) {
      if (!ends[y]) continue;
      const score = best[lastRow + y]! * transitions[y * labelCount + outside]!;
      if (score > top) {
        top = score;
        label = y;
      }
    }
    for (let t = count - 1; t >= 0; t--) {
      labels[t] = label;
      label = back[t * labelCount + label]!;
    }
  }
}
