import { headNames, modelMagic, type HeadName } from '../../src/analysis/boilerplate/model';
import { leaf } from '../../src/analysis/boilerplate/trees';
import type { HashedModel } from '../../src/analysis/boilerplate/hashed';
import type { Ensemble, Node } from './boost';

/** The bytes of a model file, as `readModel` reads them. */
export function writeModel(
  thresholds: readonly Float32Array[],
  hashed: HashedModel,
  heads: Readonly<Record<HeadName, Ensemble>>,
): Uint8Array {
  const bytes: number[] = [];
  const word = (value: number, size: 2 | 4) => {
    for (let i = 0; i < size; i++) bytes.push((value >>> (8 * i)) & 255);
  };
  const float = (value: number) => {
    word(new Uint32Array(Float32Array.of(value).buffer)[0]!, 4);
  };
  word(modelMagic, 4);
  word(thresholds.length, 2);
  for (const values of thresholds) {
    bytes.push(values.length);
    for (const value of values) float(value);
  }
  float(hashed.scale);
  for (const weight of hashed.weights) bytes.push(weight & 255);
  for (const name of headNames) {
    const { bias, trees } = heads[name];
    const nodes: Node[] = [];
    for (const tree of trees) collect(tree, nodes);
    let largest = 1e-6;
    for (const node of nodes)
      if ('value' in node) largest = Math.max(largest, Math.abs(node.value));
    const scale = Math.fround(largest / 127);
    word(trees.length, 2);
    float(bias);
    float(scale);
    word(nodes.length, 4);
    for (const node of nodes) {
      if ('value' in node) bytes.push(leaf, Math.round(node.value / scale) & 255);
      else bytes.push(node.feature, node.bin);
    }
  }
  return Uint8Array.from(bytes);
}

function collect(node: Node, into: Node[]): void {
  into.push(node);
  if (!('feature' in node)) return;
  collect(node.left, into);
  collect(node.right, into);
}
