import { tag } from '../../src/analysis/entities/decode';
import { KeyTable } from '../../src/analysis/entities/key-table';
import { Lattice } from '../../src/analysis/entities/lattice';
import type { Weights } from '../../src/analysis/entities/model';
import { createVocabulary } from '../../src/analysis/entities/recognise';
import { layOut } from '../../src/analysis/entities/sheet';
import { Scorer } from '../../src/analysis/entities/tagger';
import { bodyLines, type LabelledText } from './corpora';
import {
  addExamples,
  addSecondExamples,
  allowedLabels,
  emptyExamples,
  type Examples,
} from './examples';
import type { ListedNames } from './gazetteer-sources';
import type { Clusters } from './resources';
import { pruneRows, trainCrf, type TrainedWeights, type TrainingOptions } from './train-crf';
import { quantise } from './write-model';

/** What both stages learn from. */
export interface Material {
  readonly texts: readonly LabelledText[];
  readonly clusters: Clusters;
  readonly names: ListedNames;
}

export interface StageOptions extends Omit<TrainingOptions, 'epochs'> {
  /** Passes over all features, passes over the ones that were kept, passes in each fold. */
  readonly epochs: readonly [number, number, number];
  /** Features kept. */
  readonly rows: number;
  readonly folds: number;
}

interface Laid {
  readonly examples: Examples;
  /** Index of the text of every stretch. */
  readonly textOf: Int32Array;
}

function layOutAll({ texts, clusters, names }: Material): Laid {
  const vocabulary = createVocabulary({ clusterOf: clusters.lookup });
  const examples = emptyExamples();
  const textOf: number[] = [];
  texts.forEach((text, index) => {
    const sheet = layOut(text.text, bodyLines(text.text), vocabulary, names.gazetteer);
    addExamples(examples, sheet, allowedLabels(sheet, text));
    while (textOf.length < examples.stretches.length - 1) textOf.push(index);
  });
  return { examples, textOf: Int32Array.from(textOf) };
}

function ready(weights: TrainedWeights): Weights {
  const { step, rows } = quantise(weights);
  return { step, rows, transitions: weights.transitions, features: new KeyTable(weights.keys) };
}

/** Trains the first tagger: all features, then the strongest ones alone. */
export function trainFirst(laid: Laid, options: StageOptions): TrainedWeights {
  const all = trainCrf(laid.examples, { ...options, epochs: options.epochs[0] });
  console.log('features seen', all.keys.length);
  const initial = pruneRows(all, options.rows);
  return trainCrf(laid.examples, { ...options, initial, epochs: options.epochs[1] });
}

/** Copies of one text must stay in one fold. */
function foldOf(text: LabelledText, folds: number): number {
  let hash = 7;
  for (const char of text.corpus + text.id) hash = (hash * 31 + char.charCodeAt(0)) % 1_000_003;
  return hash % folds;
}

/**
 * Trains the second look on first taggings of texts that the tagger had not seen (stacking, Wolpert 1992):
 * each fold is tagged by a first tagger trained on the others.
 */
function trainSecond(
  material: Material,
  laid: Laid,
  first: TrainedWeights,
  options: StageOptions,
): TrainedWeights {
  const { texts, clusters, names } = material;
  const examples = emptyExamples();
  const base: number[] = [];
  for (let fold = 0; fold < options.folds; fold++) {
    const others = trainCrf(laid.examples, {
      ...options,
      keep: first.keys,
      epochs: options.epochs[2],
      use: (stretch) => foldOf(texts[laid.textOf[stretch]!]!, options.folds) !== fold,
    });
    const vocabulary = createVocabulary({ clusterOf: clusters.lookup });
    const scorer = new Scorer(ready(others));
    const lattice = new Lattice();
    lattice.setTransitions(others.transitions);
    for (const text of texts) {
      if (foldOf(text, options.folds) !== fold) continue;
      const sheet = layOut(text.text, bodyLines(text.text), vocabulary, names.gazetteer);
      const scores = scorer.score(sheet);
      const tagging = tag(sheet, scores, lattice);
      addSecondExamples(examples, base, sheet, allowedLabels(sheet, text), scores, tagging);
    }
  }
  return trainCrf(examples, {
    ...options,
    rate: options.rate / 2,
    dropout: 0.1,
    leastCount: 8,
    epochs: 6,
    base: { scores: Float32Array.from(base), transitions: first.transitions },
  });
}

/** Both stages; the second only if there are folds. */
export function trainStages(
  material: Material,
  options: StageOptions,
): { first: TrainedWeights; second: TrainedWeights | undefined } {
  const laid = layOutAll(material);
  console.log('tokens', laid.examples.allowed.length, 'features', laid.examples.features.length);
  const first = trainFirst(laid, options);
  const second = options.folds > 0 ? trainSecond(material, laid, first, options) : undefined;
  if (second) console.log('second features', second.keys.length);
  return { first, second };
}
