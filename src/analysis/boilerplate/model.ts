import { featureCount } from './featureNames';
import { hashedBuckets, type HashedModel } from './hashed';
import { leaf, type Trees } from './trees';

/** The ensembles of the model file, in its order. */
export const headNames = [
  'english',
  'any',
  'second',
  'headline',
  'byline',
  'date',
  'caption',
] as const;

export type HeadName = (typeof headNames)[number];

/** The trained line model. */
export interface LineModel {
  readonly hashed: HashedModel;
  readonly heads: Readonly<Record<HeadName, Trees>>;
}

/** Opens a model file. */
export const modelMagic = 0x444c4234;

/**
 * Reads a model file. Little-endian: magic (u32), features (u16), for each the count (u8) and values (f32) of its
 * thresholds; scale (f32) and weights (i8) of the hashed words; for each head trees (u16), bias and leaf scale
 * (f32), nodes (u32), then the nodes in preorder, two bytes each: feature and threshold number, or 255 and the
 * value of a leaf in steps of the scale.
 *
 * @throws Error if the bytes are no such file or were made for other features
 */
export function readModel(bytes: Uint8Array): LineModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== modelMagic)
    throw new Error('Not a boilerplate model of this version');
  if (view.getUint16(4, true) !== featureCount)
    throw new Error('The boilerplate model was trained for other features');
  let at = 6;
  const thresholds: Float32Array[] = [];
  for (let feature = 0; feature < featureCount; feature++) {
    const values = new Float32Array(bytes[at++]!);
    for (let i = 0; i < values.length; i++, at += 4) values[i] = view.getFloat32(at, true);
    thresholds.push(values);
  }
  const scale = view.getFloat32(at, true);
  at += 4;
  // A Node buffer's own `slice` would give a view whose `buffer` is the whole file.
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, hashedBuckets).slice();
  at += hashedBuckets;
  const heads: Partial<Record<HeadName, Trees>> = {};
  for (const name of headNames) {
    const { trees, end } = readTrees(view, at, thresholds);
    heads[name] = trees;
    at = end;
  }
  return { hashed: { weights, scale }, heads: heads as Record<HeadName, Trees> };
}

function readTrees(
  view: DataView,
  start: number,
  thresholds: readonly Float32Array[],
): { trees: Trees; end: number } {
  const roots = new Int32Array(view.getUint16(start, true));
  const bias = view.getFloat32(start + 2, true);
  const scale = view.getFloat32(start + 6, true);
  const count = view.getUint32(start + 10, true);
  const nodes = new Int32Array(2 * count);
  const values = new Float32Array(nodes.buffer);
  let at = start + 14;
  /** Inner nodes whose right side is still to come. */
  const open: number[] = [];
  let tree = 0;
  let startsTree = true;
  for (let node = 0; node < 2 * count; node += 2, at += 2) {
    if (startsTree) roots[tree++] = node;
    startsTree = false;
    const feature = view.getUint8(at);
    nodes[node] = feature;
    if (feature !== leaf) {
      values[node + 1] = thresholds[feature]![view.getUint8(at + 1)]!;
      open.push(node);
      continue;
    }
    values[node + 1] = view.getInt8(at + 1) * scale;
    const parent = open.pop();
    if (parent === undefined) startsTree = true;
    else nodes[parent]! |= (node + 2) << 8;
  }
  return { trees: { roots, nodes, values, bias }, end: at };
}
