/** An ensemble of binary trees, its nodes in flat arrays; the sum of the leaves reached is the log odds. */
export interface Trees {
  /** First node of each tree. */
  readonly roots: Int32Array;
  /** The feature asked; 0xffff in a leaf. */
  readonly features: Uint16Array;
  /** Go left (the next node) if the feature is ≤ this; in a leaf its value. */
  readonly values: Float32Array;
  readonly rights: Int32Array;
  readonly bias: number;
}

export const leaf = 0xffff;

/** The log odds for the vector at `at`. */
export function predictTrees(trees: Trees, vectors: Float32Array, at: number): number {
  const { roots, features, values, rights } = trees;
  let sum = trees.bias;
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t]!;
    let feature = features[node]!;
    while (feature !== leaf) {
      node = vectors[at + feature]! <= values[node]! ? node + 1 : rights[node]!;
      feature = features[node]!;
    }
    sum += values[node]!;
  }
  return sum;
}
