import { modelMagic } from '../../src/analysis/entities/model';
import { BinaryWriter } from './binary-writer';
import type { ListedNames } from './gazetteer-sources';
import type { Clusters } from './resources';
import type { TrainedWeights } from './train-crf';

/** The parts of a model file. */
export interface ModelParts {
  readonly clusters: Clusters;
  readonly names: ListedNames;
  readonly first: TrainedWeights;
  readonly second: TrainedWeights | undefined;
}

/** Weights as whole numbers of -127 to 127; the few beyond the step's reach are cut off. */
export function quantise(weights: TrainedWeights): { step: number; rows: Int8Array } {
  const sizes = weights.rows.map((weight) => Math.abs(weight)).sort();
  const reach = Math.max(1, sizes[Math.floor(sizes.length * 0.9999)] ?? 1);
  const step = Math.fround(reach / 127);
  const rows = Int8Array.from(weights.rows, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / step))),
  );
  return { step, rows };
}

function writeWeights(writer: BinaryWriter, weights: TrainedWeights): void {
  const { step, rows } = quantise(weights);
  writer.floats([step]);
  writer.floats(weights.transitions);
  writer.ascending(weights.keys);
  writer.raw(rows);
}

/** `models/entities.bin`, as `readModel` reads it. */
export function writeModel({ clusters, names, first, second }: ModelParts): Uint8Array {
  const writer = new BinaryWriter();
  writer.uint32(modelMagic);
  writer.ascending(clusters.words);
  writer.uint16s(clusters.fine);
  writer.uint32(clusters.middleOf.length);
  writer.uint16s(clusters.middleOf);
  writer.uint16s(clusters.coarseOf);
  writer.ascending(names.keys);
  writer.raw(names.lists);
  writeWeights(writer, first);
  writer.uint32(second ? 1 : 0);
  if (second) writeWeights(writer, second);
  return writer.bytes();
}
