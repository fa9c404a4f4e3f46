import type { Tagging } from '../../src/analysis/entities/decode';
import { documentAttributes } from '../../src/analysis/entities/document';
import {
  attributesAt,
  casingNumber,
  documentKey,
  localFeatures,
  mostLocalFeatures,
  placedKey,
  places,
  typeAt,
} from '../../src/analysis/entities/features';
import {
  begin,
  inside,
  labelCount,
  labelOf,
  last,
  outside,
  taggedTypes,
  unit,
} from '../../src/analysis/entities/labels';
import { islands, type Sheet } from '../../src/analysis/entities/sheet';
import { gatherVotes, mostVoteFeatures, voteFeatures } from '../../src/analysis/entities/votes';
import type { LabelledText } from './corpora';

/** Any label. */
export const anyLabel = (1 << labelCount) - 1;

const misc = taggedTypes.indexOf('MISC');
const outsideOrMisc =
  (1 << outside) |
  [begin, inside, last, unit].reduce((mask, at) => mask | (1 << labelOf(misc, at)), 0);

/** A growing list of numbers. */
export class IntList {
  values = new Int32Array(1 << 16);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const bigger = new Int32Array(this.values.length * 2);
      bigger.set(this.values);
      this.values = bigger;
    }
    this.values[this.length++] = value;
  }
}

/** Training material: stretches of tokens, their features and the labels they may have. */
export interface Examples {
  /** Feature keys (24 bits) of token `t` at `offsets[t]` to `offsets[t + 1]`. */
  readonly features: IntList;
  readonly offsets: IntList;
  /** Bit set of the allowed labels of a token. */
  readonly allowed: IntList;
  /** First token of every stretch, and the token count at the end. */
  readonly stretches: IntList;
}

export function emptyExamples(): Examples {
  const examples = {
    features: new IntList(),
    offsets: new IntList(),
    allowed: new IntList(),
    stretches: new IntList(),
  };
  examples.offsets.push(0);
  examples.stretches.push(0);
  return examples;
}

/** Allowed labels by token, from the mentions of a text. */
export function allowedLabels(sheet: Sheet, text: LabelledText): Int32Array {
  const { tokens, types } = sheet;
  const allowed = new Int32Array(tokens.count);
  for (let i = 0; i < tokens.count; i++) {
    allowed[i] = text.noMISC && types[i]!.nameLike ? outsideOrMisc : 1 << outside;
  }
  const inIsland = new Uint8Array(tokens.count);
  for (const sentence of sheet.sentences) {
    islands(sheet, sentence, (from, to) => inIsland.fill(1, from, to));
  }
  let from = 0;
  for (const mention of [...text.mentions].sort((a, b) => a.start - b.start)) {
    while (from < tokens.count && tokens.ends[from]! <= mention.start) from++;
    let to = from;
    while (to < tokens.count && tokens.starts[to]! < mention.end) to++;
    if (to === from) continue;
    const type = taggedTypes.findIndex((tagged) => tagged === mention.type);
    const whole = inIsland.subarray(from, to).every((flag) => flag === 1);
    for (let i = from; i < to; i++) {
      const position = to - from === 1 ? unit : i === from ? begin : i === to - 1 ? last : inside;
      allowed[i] =
        !whole || type < 0
          ? anyLabel
          : type === misc && text.noMISC
            ? outsideOrMisc
            : 1 << labelOf(type, position);
    }
    from = to;
  }
  return allowed;
}

const local = new Int32Array(mostLocalFeatures);

/** Adds the stretches of a laid-out text. */
export function addExamples(examples: Examples, sheet: Sheet, allowed: Int32Array): void {
  const attributes = documentAttributes(sheet);
  for (const sentence of sheet.sentences) {
    islands(sheet, sentence, (from, to) => {
      for (let i = from; i < to; i++) {
        for (const place of places) {
          const type = typeAt(sheet, sentence, i, place);
          for (const attribute of attributesAt(type, place)) {
            examples.features.push(placedKey(attribute, place));
          }
        }
        const count = localFeatures(sheet, sentence, i, local);
        for (let f = 0; f < count; f++) examples.features.push(local[f]!);
        for (const attribute of attributes.get(sheet.types[i]!.id) ?? []) {
          examples.features.push(documentKey(attribute));
        }
        examples.offsets.push(examples.features.length);
        examples.allowed.push(allowed[i]!);
      }
      examples.stretches.push(examples.allowed.length);
    });
  }
}

/** Adds the second look at a tagged text: its vote features, and the first scores it starts from. */
export function addSecondExamples(
  examples: Examples,
  base: number[],
  sheet: Sheet,
  allowed: Int32Array,
  scores: Float32Array,
  tagging: Tagging,
): void {
  const votes = gatherVotes(sheet, tagging);
  const keys = new Int32Array(mostVoteFeatures);
  for (const sentence of sheet.sentences) {
    islands(sheet, sentence, (from, to) => {
      for (let i = from; i < to; i++) {
        const count = voteFeatures(sheet, votes, i, casingNumber[sentence.casing], keys);
        for (let f = 0; f < count; f++) examples.features.push(keys[f]!);
        for (let y = 0; y < labelCount; y++) base.push(scores[i * labelCount + y]!);
        examples.offsets.push(examples.features.length);
        examples.allowed.push(allowed[i]!);
      }
      examples.stretches.push(examples.allowed.length);
    });
  }
}
