import { fullDates } from './absolute';
import type { Expression } from './meaning';
import { monthExpressions, periodExpressions, yearExpressions } from './periods';
import { dayExpressions } from './days';

/**
 * The date expressions of one line of English (full dates in a dozen languages), in order, without overlaps.
 * `today` is the day that "two weeks ago" is counted from. Linear: `chrono-node` reads only short windows around
 * words that promise a date.
 */
export function dateExpressions(line: string, today: number): Expression[] {
  const full = fullDates(line);
  const found = [
    ...full.map(({ start, end, number }) => ({
      start,
      end,
      meaning: { kind: 'days', from: number, to: number } as const,
    })),
    ...monthExpressions(line),
    ...periodExpressions(line),
    ...yearExpressions(line),
    ...dayExpressions(line, today, full),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Expression[] = [];
  let end = 0;
  for (const expression of found) {
    if (expression.start < end) continue;
    kept.push(expression);
    end = expression.end;
  }
  return kept;
}
