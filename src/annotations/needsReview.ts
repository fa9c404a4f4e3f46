import { doubtScore } from '../analysis/article';
import type { ShownMention } from './overlay';

/** Should a person look at a mention: an undecided guess, or a decision whose words changed or are lost? */
export function needsReview({ state, score = 1, boilerplate }: ShownMention): boolean {
  if (state === 'changed' || state === 'ambiguous' || state === 'orphan') return true;
  return state === 'suggested' && !boilerplate && score < doubtScore;
}
