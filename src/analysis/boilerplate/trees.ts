/**
 * An ensemble of binary trees; the sum of the leaves reached is the log odds. A node takes two words of `nodes`:
 * the feature asked in the low byte (255 in a leaf) with the place of the right child above it, then the threshold
 * (a float; the left child, next in line, takes what is ≤ it) or the leaf's value.
 */
export interface Trees {
  readonly roots: Int32Array;
  readonly nodes: Int32Array;
  /** The same bytes, read as floats. */
  readonly values: Float32Array;
  readonly bias: number;
}

/** In a node: no question, a leaf. */
export const leaf = 255;

const treesBetweenLooks = 20;

/**
 * The log odds for the vector at `at`.
 *
 * @param enough stop asking once the odds are so far from even
 */
export function predictTrees(
  trees: Trees,
  vectors: Float32Array,
  at: number,
  enough: number,
): number {
  const { roots, nodes, values } = trees;
  let sum = trees.bias;
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t]!;
    let word = nodes[node]!;
    while ((word & 255) !== leaf) {
      node = vectors[at + (word & 255)]! <= values[node + 1]! ? node + 2 : word >>> 8;
      word = nodes[node]!;
    }
    sum += values[node + 1]!;
    if (t % treesBetweenLooks === treesBetweenLooks - 1 && Math.abs(sum) > enough) break;
  }
  return sum;
}
