import { keyBits } from '../../src/analysis/entities/hash';
import { labelCount, transitionPairs } from '../../src/analysis/entities/labels';
import { Lattice } from '../../src/analysis/entities/lattice';
import type { Examples } from './examples';

export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** What the sums of squared gradients begin with: larger is more careful at first. */
  readonly start: number;
  readonly l2: number;
  /** Share of features left out of a token at random in every pass. */
  readonly dropout: number;
  /** Features seen less often are ignored. */
  readonly leastCount: number;
  /** Goes on from these weights, with their keys only. */
  readonly initial?: TrainedWeights;
  /** Only these keys, if given. */
  readonly keep?: Int32Array;
  /** Scores given beforehand, `labelCount` a token, and the label pairs to begin with. */
  readonly base?: { readonly scores: Float32Array; readonly transitions: Float32Array };
  /** Which stretches to learn from; all, if not given. */
  readonly use?: (stretch: number) => boolean;
  readonly seed?: number;
  readonly onEpoch?: (epoch: number, loss: number) => void;
}

/** Float weights of a trained tagger: keys ascending, a row of `labelCount` a key. */
export interface TrainedWeights {
  readonly keys: Int32Array;
  readonly rows: Float32Array;
  readonly transitions: Float32Array;
}

/** Small deterministic generator (xorshift32, Marsaglia 2003). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** Keys worth a row, ascending. */
function frequentKeys(examples: Examples, least: number): Int32Array {
  const counts = new Uint8Array(1 << keyBits);
  const { values, length } = examples.features;
  let known = 0;
  for (let i = 0; i < length; i++) {
    const count = counts[values[i]!]!;
    if (count < 255) counts[values[i]!] = count + 1;
    if (count + 1 === least) known++;
  }
  const keys = new Int32Array(known);
  let n = 0;
  for (let key = 0; key < counts.length; key++) if (counts[key]! >= least) keys[n++] = key;
  return keys;
}

/** For each key the rank of its frequency: frequent rows side by side are what a cache likes. */
function ranks(examples: Examples, keys: Int32Array): Int32Array {
  const counts = new Int32Array(1 << keyBits);
  const { values, length } = examples.features;
  for (let i = 0; i < length; i++) counts[values[i]!]!++;
  const order = Int32Array.from(keys, (_, at) => at).sort(
    (a, b) => counts[keys[b]!]! - counts[keys[a]!]! || a - b,
  );
  const rank = new Int32Array(keys.length);
  order.forEach((at, place) => (rank[at] = place));
  return rank;
}

/** Feature rows by token, with the unknown ones dropped. */
function compact(
  examples: Examples,
  keys: Int32Array,
  rank: Int32Array,
): { rows: Int32Array; offsets: Int32Array } {
  const rowOf = new Int32Array(1 << keyBits).fill(-1);
  keys.forEach((key, at) => (rowOf[key] = rank[at]!));
  const rows = new Int32Array(examples.features.length);
  const tokens = examples.allowed.length;
  const offsets = new Int32Array(tokens + 1);
  let n = 0;
  for (let t = 0; t < tokens; t++) {
    for (let f = examples.offsets.values[t]!; f < examples.offsets.values[t + 1]!; f++) {
      const row = rowOf[examples.features.values[f]!]!;
      if (row >= 0) rows[n++] = row;
    }
    offsets[t + 1] = n;
  }
  return { rows: rows.slice(0, n), offsets };
}

/** Rows in the order of their ranks, or back. */
function reordered(rows: Float32Array, rank: Int32Array, back: boolean): Float32Array {
  const moved = new Float32Array(rows.length);
  for (let at = 0; at < rank.length; at++) {
    const from = back ? rank[at]! : at;
    const to = back ? at : rank[at]!;
    moved.set(rows.subarray(from * labelCount, (from + 1) * labelCount), to * labelCount);
  }
  return moved;
}

function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random() % (i + 1);
    const other = order[i]!;
    order[i] = order[j]!;
    order[j] = other;
  }
  return order;
}

/**
 * Trains a linear-chain CRF on fully and partly labelled stretches: stochastic gradient with AdaGrad
 * (Duchi et al. 2011), L2, and feature drop-out; a token with several allowed labels is summed over
 * (Tsuboi et al. 2008). Deterministic.
 */
export function trainCrf(examples: Examples, options: TrainingOptions): TrainedWeights {
  const keys = options.initial?.keys ?? options.keep ?? frequentKeys(examples, options.leastCount);
  const rank = ranks(examples, keys);
  const { rows, offsets } = compact(examples, keys, rank);
  const weights = options.initial
    ? reordered(options.initial.rows, rank, false)
    : new Float32Array(keys.length * labelCount);
  const squares = new Float32Array(weights.length).fill(options.start);
  const transitions =
    options.initial?.transitions.slice() ??
    options.base?.transitions.slice() ??
    new Float32Array(labelCount * labelCount);
  const transitionSquares = new Float32Array(transitions.length).fill(options.start);
  const random = randomNumbers(options.seed ?? 20_260_101);
  const stretches = examples.stretches.length - 1;
  // Stretches learnt already: they sit out two passes.
  const easy = new Uint8Array(stretches);
  const base = options.base?.scores;
  const free = new Lattice();
  const bound = new Lattice();
  const keepBelow = Math.round((1 - options.dropout) * 0x1_0000_0000);
  const inflate = 1 / (1 - options.dropout);
  let scores = new Float32Array(1024);
  let active = new Int32Array(4096);
  const activeEnds = new Int32Array(2048);
  const gradient = new Float64Array(labelCount);
  const touched = new Int32Array(labelCount);

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const rate = options.rate * (1 - (0.9 * epoch) / options.epochs);
    let loss = 0;
    for (const stretch of shuffled(stretches, random)) {
      if (options.use && !options.use(stretch)) continue;
      if (easy[stretch]! > 0 && epoch < options.epochs - 1) {
        easy[stretch]!--;
        continue;
      }
      const from = examples.stretches.values[stretch]!;
      const to = examples.stretches.values[stretch + 1]!;
      const count = to - from;
      if (scores.length < count * labelCount) scores = new Float32Array(2 * count * labelCount);
      const most = offsets[to]! - offsets[from]!;
      if (active.length < most) active = new Int32Array(2 * most);
      let n = 0;
      for (let t = 0; t < count; t++) {
        const at = t * labelCount;
        scores.fill(0, at, at + labelCount);
        for (let f = offsets[from + t]!; f < offsets[from + t + 1]!; f++) {
          if (random() >= keepBelow) continue;
          const row = rows[f]! * labelCount;
          active[n++] = row;
          for (let y = 0; y < labelCount; y++) scores[at + y]! += weights[row + y]!;
        }
        activeEnds[t] = n;
        for (let y = 0; y < labelCount; y++) scores[at + y]! *= inflate;
        if (base) {
          const given = (from + t) * labelCount;
          for (let y = 0; y < labelCount; y++) scores[at + y]! += base[given + y]!;
        }
      }
      free.setTransitions(transitions);
      bound.setTransitions(transitions);
      free.setScores(scores, count);
      bound.reserve(count);
      for (let t = 0; t < count; t++) {
        const mask = examples.allowed.values[from + t]!;
        for (let y = 0; y < labelCount; y++) {
          const at = t * labelCount + y;
          bound.potentials[at] = (mask >>> y) & 1 ? free.potentials[at]! : 0;
        }
      }
      const sum = bound.marginals(count);
      // Labels that no sequence can have: a mention cut by a sentence end.
      if (sum === -Infinity) continue;
      const stretchLoss = free.marginals(count) - sum;
      loss += stretchLoss;
      if (stretchLoss < 0.01) {
        easy[stretch] = 2;
        continue;
      }
      for (let t = 0; t < count; t++) {
        let live = 0;
        for (let y = 0; y < labelCount; y++) {
          const at = t * labelCount + y;
          const g = bound.probabilities[at]! - free.probabilities[at]!;
          if (g > 2e-3 || g < -2e-3) {
            gradient[live] = g;
            touched[live++] = y;
          }
        }
        if (live === 0) continue;
        for (let f = t === 0 ? 0 : activeEnds[t - 1]!; f < activeEnds[t]!; f++) {
          const row = active[f]!;
          for (let k = 0; k < live; k++) {
            const at = row + touched[k]!;
            const g = gradient[k]! - options.l2 * weights[at]!;
            const square = (squares[at]! += g * g);
            weights[at]! += (rate * g) / Math.sqrt(square);
          }
        }
      }
      for (let t = 0; t <= count; t++) {
        updateTransitions(t, count, free, bound, transitions, transitionSquares, rate);
      }
    }
    options.onEpoch?.(epoch, loss / stretches);
  }
  return { keys, rows: reordered(weights, rank, true), transitions };
}

/** Gradient of the label pairs before token `t` (after the last one for `t === count`). */
function updateTransitions(
  t: number,
  count: number,
  free: Lattice,
  bound: Lattice,
  transitions: Float32Array,
  squares: Float32Array,
  rate: number,
): void {
  if (t === 0 || t === count) {
    const row = t === 0 ? 0 : (count - 1) * labelCount;
    for (let y = 0; y < labelCount; y++) {
      const g = bound.probabilities[row + y]! - free.probabilities[row + y]!;
      if (g !== 0) step(t === 0 ? y : y * labelCount, g, transitions, squares, rate);
    }
    return;
  }
  for (let pair = 0; pair < transitionPairs.length / 2; pair++) {
    const g = bound.pairProbability(t, pair) - free.pairProbability(t, pair);
    if (g > 1e-6 || g < -1e-6) {
      const at = transitionPairs[2 * pair]! * labelCount + transitionPairs[2 * pair + 1]!;
      step(at, g, transitions, squares, rate);
    }
  }
}

function step(
  at: number,
  g: number,
  weights: Float32Array,
  squares: Float32Array,
  rate: number,
): void {
  const square = (squares[at]! += g * g);
  weights[at]! += (rate * g) / Math.sqrt(square);
}

/** Keeps the `most` rows with the largest weights. */
export function pruneRows(weights: TrainedWeights, most: number): TrainedWeights {
  const { keys, rows } = weights;
  const strength = new Float32Array(keys.length);
  for (let i = 0; i < rows.length; i++) {
    const row = Math.floor(i / labelCount);
    strength[row]! += rows[i]! * rows[i]!;
  }
  const threshold = most < keys.length ? strength.slice().sort()[keys.length - most]! : 0;
  const kept: number[] = [];
  strength.forEach((value, row) => {
    if (value >= threshold && value > 0) kept.push(row);
  });
  const pruned = new Float32Array(kept.length * labelCount);
  kept.forEach((row, at) => {
    pruned.set(rows.subarray(row * labelCount, (row + 1) * labelCount), at * labelCount);
  });
  return {
    keys: Int32Array.from(kept, (row) => keys[row]!),
    rows: pruned,
    transitions: weights.transitions,
  };
}
