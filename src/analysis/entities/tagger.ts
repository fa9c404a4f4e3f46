import { documentAttributes } from './document';
import {
  attributesAt,
  documentKey,
  localFeatures,
  mostLocalFeatures,
  placedKey,
  places,
  typeAt,
  type Place,
} from './features';
import { casingNumber } from './features';
import type { Tagging } from './decode';
import { labelCount } from './labels';
import { gatherVotes, mostVoteFeatures, voteFeatures } from './votes';
import type { Weights } from './model';
import { islands, type Sheet } from './sheet';
import type { WordType } from './words';

/** Label scores (log potentials) of every token that can be in a mention; other rows stay 0. */
export class Scorer {
  private readonly local = new Int32Array(mostLocalFeatures);

  constructor(private readonly weights: Weights) {}

  score(sheet: Sheet): Float32Array {
    const scores = new Float32Array(sheet.tokens.count * labelCount);
    const attributes = documentAttributes(sheet);
    const sums = new Map<number, Float32Array>();
    const documentSum = (id: number): Float32Array | undefined => {
      const known = sums.get(id);
      if (known) return known;
      const of = attributes.get(id);
      if (!of) return undefined;
      const sum = new Float32Array(labelCount);
      for (const attribute of of) this.add(documentKey(attribute), sum, 0);
      sums.set(id, sum);
      return sum;
    };
    for (const sentence of sheet.sentences) {
      islands(sheet, sentence, (from, to) => {
        for (let i = from; i < to; i++) {
          const row = i * labelCount;
          for (const place of places) {
            this.addType(typeAt(sheet, sentence, i, place), place, scores, row);
          }
          const count = localFeatures(sheet, sentence, i, this.local);
          for (let f = 0; f < count; f++) this.add(this.local[f]!, scores, row);
          const sum = documentSum(sheet.types[i]!.id);
          if (sum) for (let y = 0; y < labelCount; y++) scores[row + y]! += sum[y]!;
        }
      });
    }
    const { step } = this.weights;
    for (let i = 0; i < scores.length; i++) scores[i]! *= step;
    return scores;
  }

  private add(key: number, into: Float32Array, at: number): void {
    const { features, rows } = this.weights;
    const row = features.find(key);
    if (row < 0) return;
    const from = row * labelCount;
    for (let y = 0; y < labelCount; y++) into[at + y]! += rows[from + y]!;
  }

  /** Adds the weights of a word seen from a place; they are summed once a word. */
  private addType(type: WordType, place: Place, into: Float32Array, at: number): void {
    const sums = (type.sums ??= this.typeSums(type));
    const from = place * labelCount;
    for (let y = 0; y < labelCount; y++) into[at + y]! += sums[from + y]!;
  }

  private typeSums(type: WordType): Float32Array {
    const sums = new Float32Array(places.length * labelCount);
    for (const place of places) {
      for (const attribute of attributesAt(type, place)) {
        this.add(placedKey(attribute, place), sums, place * labelCount);
      }
    }
    return sums;
  }
}

/** Adds to the first scores what the rest of the article says: in place. */
export class SecondLook {
  private readonly keys = new Int32Array(mostVoteFeatures);

  constructor(private readonly weights: Weights) {}

  revise(sheet: Sheet, scores: Float32Array, tagging: Tagging): void {
    const { features, rows, step } = this.weights;
    const votes = gatherVotes(sheet, tagging);
    for (const sentence of sheet.sentences) {
      const casing = casingNumber[sentence.casing];
      islands(sheet, sentence, (from, to) => {
        for (let i = from; i < to; i++) {
          const count = voteFeatures(sheet, votes, i, casing, this.keys);
          for (let f = 0; f < count; f++) {
            const row = features.find(this.keys[f]!);
            if (row < 0) continue;
            for (let y = 0; y < labelCount; y++) {
              scores[i * labelCount + y]! += step * rows[row * labelCount + y]!;
            }
          }
        }
      });
    }
  }
}
