import { isProse, type Row } from './rows';

/** A stretch of rows, `to` exclusive. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

const priceOfRow = 6;

/**
 * The densest part of a page: the rows whose prose words, less a price for each row that is no prose, sum
 * highest (maximum subarray, Kadane 1984, as in body text extraction after Finn, Kushmerick and Smyth 2001).
 */
export function densestRegion(rows: readonly Row[]): Region {
  let best = { from: 0, to: 0 };
  let bestSum = 0;
  let sum = 0;
  let from = 0;
  for (const [i, row] of rows.entries()) {
    if (sum <= 0) {
      sum = 0;
      from = i;
    }
    sum += isProse(row) ? Math.min(row.words, 80) : -priceOfRow;
    if (sum > bestSum) {
      bestSum = sum;
      best = { from, to: i + 1 };
    }
  }
  return best;
}
