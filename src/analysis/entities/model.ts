import { BinaryReader } from './binary';
import { Gazetteer } from './gazetteer';
import { hashString, keyOf } from './hash';
import { KeyTable } from './key-table';
import { labelCount } from './labels';
import type { ClusterOf } from './words';

export const modelMagic = 0x314e4c44;

/** Weights of one tagger: a row of `labelCount` numbers for each known feature. */
export interface Weights {
  readonly features: KeyTable;
  readonly rows: Int8Array;
  /** What one step of a row's number is worth. */
  readonly step: number;
  /** Scores of label pairs, from × to. */
  readonly transitions: Float32Array;
}

/** Everything the recognition of names needs besides the text. */
export interface EntityModel {
  readonly first: Weights;
  readonly second: Weights | undefined;
  readonly clusterOf: ClusterOf;
  readonly gazetteer: Gazetteer;
}

/** Cluster numbers of words, three depths; number 0 is kept for unknown words. */
export function clusterLookup(
  words: KeyTable,
  fine: Uint16Array,
  middleOf: Uint16Array,
  coarseOf: Uint16Array,
): ClusterOf {
  const unknown = [0, 0, 0] as const;
  return (word) => {
    const at = words.find(keyOf(hashString(word)));
    if (at < 0) return unknown;
    const cluster = fine[at]!;
    return [cluster + 1, middleOf[cluster]! + 1, coarseOf[cluster]! + 1];
  };
}

function readWeights(reader: BinaryReader): Weights {
  const step = reader.floats(1)[0]!;
  const transitions = reader.floats(labelCount * labelCount);
  const features = new KeyTable(reader.ascending());
  return { step, transitions, features, rows: reader.signed(features.size * labelCount) };
}

/**
 * Reads `models/entities.bin`.
 * @throws Error if the bytes are no such model.
 */
export function readModel(bytes: Uint8Array): EntityModel {
  const reader = new BinaryReader(bytes);
  if (bytes.length < 8 || reader.uint32() !== modelMagic) {
    throw new Error('This is not an entity model of this version.');
  }
  const words = new KeyTable(reader.ascending());
  const fine = reader.uint16s(words.size);
  const clusters = reader.uint32();
  const clusterOf = clusterLookup(words, fine, reader.uint16s(clusters), reader.uint16s(clusters));
  const names = new KeyTable(reader.ascending());
  const gazetteer = new Gazetteer(names, reader.raw(names.size));
  const first = readWeights(reader);
  const second = reader.uint32() === 1 ? readWeights(reader) : undefined;
  return { first, second, clusterOf, gazetteer };
}
