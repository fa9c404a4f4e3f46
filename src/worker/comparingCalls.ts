import { type Difference, findDifferences } from '../corpus/differences';
import { onlySaid, type OnlySaid, type Told, toldBefore } from '../corpus/novelty';
import { quotationsOf, type Speaker } from '../corpus/quotations';
import type { Telling } from '../corpus/telling';

/** What the articles of one event say beside each other, worked out from their texts. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly speakers: readonly Speaker[];
}

/** Compares articles by their texts, off the editor's thread. It keeps nothing. */
export interface ComparingCalls {
  compare(tellings: readonly Telling[]): Comparison;
  /** The paragraphs of an article that earlier ones have told. */
  told(telling: Telling, earlier: readonly Telling[]): readonly Told[];
  /** What only one of some articles says. */
  only(tellings: readonly Telling[]): readonly OnlySaid[];
}

export function createComparingCalls(): ComparingCalls {
  return {
    compare: (tellings) => ({
      differences: findDifferences(tellings),
      speakers: quotationsOf(tellings),
    }),
    told: toldBefore,
    only: onlySaid,
  };
}
