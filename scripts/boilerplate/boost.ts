import { makeRandom } from './random';

/** Features cut into bins, column after column. */
export interface Binned {
  readonly rows: number;
  readonly columns: readonly Uint8Array[];
  /** Ascending thresholds by feature: bin b holds values ≤ thresholds[b]. */
  readonly thresholds: readonly Float32Array[];
}

export type Node =
  | { readonly value: number }
  | { readonly feature: number; readonly bin: number; readonly left: Node; readonly right: Node };

export interface Ensemble {
  readonly bias: number;
  readonly trees: readonly Node[];
}

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly featureShare: number;
  readonly smallest: number;
  readonly ridge: number;
  readonly seed: number;
  /** Features that may be asked. */
  readonly features: readonly number[];
}

interface Leaf {
  readonly from: number;
  readonly to: number;
  readonly sums: Float64Array;
  gradient: number;
  weight: number;
  gain: number;
  feature: number;
  bin: number;
  left?: Leaf;
  right?: Leaf;
}

const bins = 64;

/** What the trees are to learn. */
export interface Objective {
  /** Score before the first tree. */
  readonly bias: number;
  /** Writes for each row which way and how fast its score should move. */
  readonly pull: (scores: Float32Array, gradients: Float32Array, hessians: Float32Array) => void;
}

/** Tells yes from no for the picked rows. */
export function logistic(
  labels: Float32Array,
  weights: Float32Array,
  picked: Int32Array,
  /** Scores that stand already and are to be mended. */
  given?: Float32Array,
): Objective {
  let positive = 0;
  let total = 0;
  for (const row of picked) {
    positive += weights[row]! * labels[row]!;
    total += weights[row]!;
  }
  const share = Math.min(0.999, Math.max(0.001, positive / total));
  return {
    bias: given ? 0 : Math.log(share / (1 - share)),
    pull: (scores, gradients, hessians) => {
      for (const row of picked) {
        const p = 1 / (1 + Math.exp(-scores[row]! - (given?.[row] ?? 0)));
        gradients[row] = weights[row]! * (labels[row]! - p);
        hessians[row] = weights[row]! * p * (1 - p);
      }
    },
  };
}

/** Rows of which one is to be chosen, or none where none of them is labelled. */
export interface Choice {
  readonly rows: readonly number[];
  readonly weight: number;
}

/** Ranks the right rows of each choice above the others (softmax, Cao et al. 2007); "none" always has score 0. */
export function listwise(labels: Float32Array, choices: readonly Choice[]): Objective {
  return {
    bias: 0,
    pull: (scores, gradients, hessians) => {
      for (const { rows, weight } of choices) {
        const highest = rows.reduce((most, row) => Math.max(most, scores[row]!), 0);
        const size = (row: number) => Math.exp(scores[row]! - highest);
        let all = Math.exp(-highest);
        let right = 0;
        for (const row of rows) {
          all += size(row);
          if (labels[row]! > 0) right += size(row);
        }
        for (const row of rows) {
          const p = size(row) / all;
          const wanted = labels[row]! > 0 ? size(row) / right : 0;
          gradients[row] = weight * (wanted - p);
          hessians[row] = weight * Math.max(p * (1 - p), 1e-3);
        }
      }
    },
  };
}

/**
 * Gradient boosting of trees, grown leaf by leaf over histograms (Friedman 2001; Ke et al. 2017).
 *
 * @param picked the rows to learn from
 */
export function boost(
  data: Binned,
  picked: Int32Array,
  { bias, pull }: Objective,
  options: BoostOptions,
): Ensemble {
  const random = makeRandom(options.seed);
  const scores = new Float32Array(data.rows).fill(bias);
  const gradients = new Float32Array(data.rows);
  const hessians = new Float32Array(data.rows);
  const trees: Node[] = [];
  for (let t = 0; t < options.trees; t++) {
    pull(scores, gradients, hessians);
    const sample = oneSided(picked, gradients, hessians, random);
    const features = options.features.filter(() => random() < options.featureShare);
    const tree = grow(data, gradients, hessians, sample, features, options);
    trees.push(tree);
    for (const row of picked) scores[row]! += predictNode(tree, data, row);
  }
  return { bias, trees };
}

/** What an ensemble says of a row. */
export function predictRow({ bias, trees }: Ensemble, data: Binned, row: number): number {
  return trees.reduce((sum, tree) => sum + predictNode(tree, data, row), bias);
}

const topShare = 0.15;
const restShare = 0.15;

/**
 * The rows with the largest gradients and a share of the others, these weighted up (one-sided sampling, Ke et
 * al. 2017): most rows of a page are soon beyond doubt.
 */
function oneSided(
  picked: Int32Array,
  gradients: Float32Array,
  hessians: Float32Array,
  random: () => number,
): Int32Array {
  const step = Math.max(1, Math.floor(picked.length / 4000));
  const probe = picked.filter((_row, i) => i % step === 0);
  const sizes = Float32Array.from(probe, (row) => Math.abs(gradients[row]!)).sort();
  const bar = sizes[Math.floor(sizes.length * (1 - topShare))] ?? 0;
  const up = 1 / restShare;
  return picked.filter((row) => {
    if (Math.abs(gradients[row]!) > bar) return true;
    if (random() >= restShare) return false;
    gradients[row]! *= up;
    hessians[row]! *= up;
    return true;
  });
}

function grow(
  data: Binned,
  gradients: Float32Array,
  hessians: Float32Array,
  order: Int32Array,
  features: readonly number[],
  options: BoostOptions,
): Node {
  const scratch = new Int32Array(order.length);
  const pulls = new Float32Array(order.length);
  const curves = new Float32Array(order.length);
  const build = (from: number, to: number): Float64Array => {
    const sums = new Float64Array(features.length * bins * 2);
    for (let i = from; i < to; i++) {
      pulls[i] = gradients[order[i]!]!;
      curves[i] = hessians[order[i]!]!;
    }
    for (let k = 0; k < features.length; k++) {
      const column = data.columns[features[k]!]!;
      const base = k * bins * 2;
      for (let i = from; i < to; i++) {
        const at = base + column[order[i]!]! * 2;
        sums[at]! += pulls[i]!;
        sums[at + 1]! += curves[i]!;
      }
    }
    return sums;
  };
  const open = (from: number, to: number, sums: Float64Array): Leaf => {
    let gradient = 0;
    let weight = 0;
    for (let i = from; i < to; i++) {
      gradient += gradients[order[i]!]!;
      weight += hessians[order[i]!]!;
    }
    const made: Leaf = { from, to, sums, gradient, weight, gain: 0, feature: -1, bin: -1 };
    findSplit(made, features, options);
    return made;
  };
  const root = open(0, order.length, build(0, order.length));
  const leaves = [root];
  while (leaves.length < options.leaves) {
    let best = 0;
    for (let i = 1; i < leaves.length; i++) if (leaves[i]!.gain > leaves[best]!.gain) best = i;
    const parent = leaves[best]!;
    if (parent.gain <= 1e-7) break;
    const column = data.columns[features[parent.feature]!]!;
    let low = parent.from;
    let high = 0;
    for (let i = parent.from; i < parent.to; i++) {
      const row = order[i]!;
      if (column[row]! <= parent.bin) order[low++] = row;
      else scratch[high++] = row;
    }
    order.set(scratch.subarray(0, high), low);
    const smallLeft = low - parent.from < parent.to - low;
    const small = smallLeft ? build(parent.from, low) : build(low, parent.to);
    const large = parent.sums;
    for (let i = 0; i < large.length; i++) large[i]! -= small[i]!;
    parent.left = open(parent.from, low, smallLeft ? small : large);
    parent.right = open(low, parent.to, smallLeft ? large : small);
    leaves[best] = parent.left;
    leaves.push(parent.right);
  }
  const close = (leaf: Leaf): Node =>
    leaf.left && leaf.right
      ? {
          feature: features[leaf.feature]!,
          bin: leaf.bin,
          left: close(leaf.left),
          right: close(leaf.right),
        }
      : { value: (options.rate * leaf.gradient) / (leaf.weight + options.ridge) };
  return close(root);
}

function findSplit(leaf: Leaf, features: readonly number[], options: BoostOptions): void {
  const { ridge, smallest } = options;
  const whole = (leaf.gradient * leaf.gradient) / (leaf.weight + ridge);
  for (let k = 0; k < features.length; k++) {
    let gradient = 0;
    let weight = 0;
    const base = k * bins * 2;
    for (let bin = 0; bin < bins - 1; bin++) {
      gradient += leaf.sums[base + bin * 2]!;
      weight += leaf.sums[base + bin * 2 + 1]!;
      if (weight < smallest) continue;
      const other = leaf.weight - weight;
      if (other < smallest) break;
      const rest = leaf.gradient - gradient;
      const gain =
        (gradient * gradient) / (weight + ridge) + (rest * rest) / (other + ridge) - whole;
      if (gain > leaf.gain) {
        leaf.gain = gain;
        leaf.feature = k;
        leaf.bin = bin;
      }
    }
  }
}

function predictNode(tree: Node, data: Binned, row: number): number {
  let node = tree;
  while ('feature' in node)
    node = data.columns[node.feature]![row]! <= node.bin ? node.left : node.right;
  return node.value;
}

/** Cuts features into at most 64 bins of about equal counts. */
export function binFeatures(
  vectors: Float32Array,
  width: number,
  given?: readonly Float32Array[],
): Binned {
  const rows = vectors.length / width;
  const columns: Uint8Array[] = [];
  const thresholds: Float32Array[] = [];
  for (let feature = 0; feature < width; feature++) {
    const edges = given?.[feature] ?? edgesOf(vectors, width, feature, rows);
    const column = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) {
      const value = vectors[row * width + feature]!;
      let low = 0;
      let high = edges.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= edges[middle]!) high = middle;
        else low = middle + 1;
      }
      column[row] = low;
    }
    columns.push(column);
    thresholds.push(edges);
  }
  return { rows, columns, thresholds };
}

function edgesOf(
  vectors: Float32Array,
  width: number,
  feature: number,
  rows: number,
): Float32Array {
  const step = Math.max(1, Math.floor(rows / 20000));
  const values: number[] = [];
  for (let row = 0; row < rows; row += step) values.push(vectors[row * width + feature]!);
  const sorted = Float32Array.from(values).sort();
  const edges: number[] = [];
  for (let b = 1; b < bins; b++) {
    const at = Math.floor((b * sorted.length) / bins);
    const value = sorted[at]!;
    const next = sorted.find((other, i) => i > at && other > value);
    if (next === undefined) break;
    const edge = Math.fround((value + next) / 2);
    if (edge >= value && edge < next && (edges.length === 0 || edge > edges.at(-1)!))
      edges.push(edge);
  }
  // Rare values at both ends would share a bin with the commonest one.
  const low = sorted[0]!;
  const second = sorted.find((value) => value > low);
  if (second !== undefined && (edges.length === 0 || edges[0]! >= second))
    edges.unshift(Math.fround((low + second) / 2));
  return Float32Array.from(new Set(edges.slice(0, bins - 1)));
}
