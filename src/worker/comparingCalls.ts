import { type Difference, findDifferences } from '../corpus/differences';
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
}

export function createComparingCalls(): ComparingCalls {
  return {
    compare: (tellings) => ({
      differences: findDifferences(tellings),
      speakers: quotationsOf(tellings),
    }),
  };
}
