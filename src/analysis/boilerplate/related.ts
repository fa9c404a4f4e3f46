import { Ending, isProse, likeness, type Row } from './rows';

/** A stretch of rows that is a list of other articles, `from` and `to` as row indices, `to` exclusive. */
export interface RelatedBlock {
  readonly from: number;
  readonly to: number;
  readonly units: number;
}

const longestUnit = 7;

/**
 * Finds lists of other articles in any repeating pattern of title / the same title / date / lede: rows are
 * written as signs (D date, T title, = the row before again, L lede, s scrap) and runs of a repeated sign string
 * are taken, if each unit has a title, and a date or a doubled title. Linear.
 *
 * @param isDate which rows are little but a date or an age ("3 hours ago")
 * @param hasHeader which rows are headers such as "More from…"
 */
export function findRelated(
  rows: readonly Row[],
  isDate: (index: number) => boolean,
  hasHeader: (index: number) => boolean,
): RelatedBlock[] {
  const signs = rows.map((row, i) => signOf(row, rows[i - 1], isDate(i)));
  const prose = rows.map((row) => (isProse(row) ? row.words : 0));
  const allProse = prose.reduce((sum, words) => sum + words, 0);
  const firstProse = prose.findIndex((words) => words > 0);
  const blocks: RelatedBlock[] = [];
  let i = 0;
  while (i < rows.length) {
    const run = longestRun(signs, i);
    if (run === undefined) {
      i++;
      continue;
    }
    const headed = (i > 0 && hasHeader(i - 1)) || (i > 1 && hasHeader(i - 2));
    const inside = prose.slice(i, run.to).reduce((sum, words) => sum + words, 0);
    // Two above all prose, with several titles each, may be the page's name with the day, and the article's own head.
    const titles = signs.slice(i, run.to).filter((sign) => sign === 'T').length;
    const isAbove = firstProse < 0 || firstProse >= run.to;
    const mayBeHead = run.units < 3 && titles > run.units && isAbove;
    // A live blog repeats itself in the same way, but there is no article beside it.
    if (headed || (!mayBeHead && inside * 2 < allProse)) {
      blocks.push({ from: headed ? headerOf(i, hasHeader) : i, to: run.to, units: run.units });
    }
    i = run.to;
  }
  return blocks;
}

function headerOf(start: number, hasHeader: (index: number) => boolean): number {
  return hasHeader(start - 1) ? start - 1 : start - 2;
}

function signOf(row: Row, before: Row | undefined, isDate: boolean): string {
  if (isDate) return 'D';
  if (before !== undefined && row.words >= 3 && likeness(row, before) >= 0.9) return '=';
  if (row.words < 3) return 's';
  if (row.words <= 22 && row.ending !== Ending.Stop && row.ending !== Ending.Comma) return 'T';
  return 'L';
}

function longestRun(
  signs: readonly string[],
  start: number,
): { to: number; units: number } | undefined {
  if (signs[start] !== 'T') return undefined;
  for (let period = 2; period <= longestUnit; period++) {
    const unit = signs.slice(start, start + period);
    if (unit.length < period) return undefined;
    if (unit.filter((sign) => sign === 'L').length > 1) return undefined;
    if (!unit.includes('D') && !unit.includes('=')) continue;
    let at = start + period;
    while (at < signs.length && signs[at] === unit[(at - start) % period]) at++;
    const units = Math.floor((at - start) / period);
    if (units < 2) continue;
    // A last unit cut short by the end of the file still belongs.
    const to = at === signs.length ? at : start + units * period;
    return { to, units: Math.ceil((to - start) / period) };
  }
  return undefined;
}
