import type { Page } from './page';
import { isProse, type Row } from './rows';

/** Readers' comments below an article, with the header above them; row indices, `to` exclusive. */
export interface Thread {
  readonly from: number;
  readonly to: number;
  readonly comments: number;
}

const header =
  /(?:^|\s)(?:comments?|responses?|replies|thoughts|kommentare?|commentaires?|comentarios?)(?:\W|$)/i;
const longestHeader = 25;
const rowsOfHeader = 6;
const longestName = 5;
const longestStamp = 14;
const longestComment = 25;
const fewestComments = 4;
/** A live blog has stamps and names as well, but of few people. */
const leastNames = 1 / 3;

/**
 * Finds threads of comments: below a header such as "12 Comments", four times or more a short row (the name), a row
 * that is little but a date (the stamp), and what the reader wrote; by several people, and with prose above. Linear.
 */
export function findThreads(page: Page): Thread[] {
  const { rows } = page;
  const stamps = rows.flatMap((_row, i) => (isStamp(page, i) ? [i] : []));
  const threads: Thread[] = [];
  for (let first = 0, next = 0; first < stamps.length; first = next) {
    next = first + 1;
    while (next < stamps.length && stamps[next]! - stamps[next - 1]! <= longestComment) next++;
    const begin = stamps[first]! - 1;
    const top = headerAbove(rows, begin);
    const names = new Set(stamps.slice(first, next).map((stamp) => rows[stamp - 1]!.key));
    const comments = next - first;
    if (top === undefined || comments < fewestComments) continue;
    if (names.size < Math.max(fewestComments - 1, leastNames * comments)) continue;
    if (!rows.slice(0, top).some(isProse)) continue;
    threads.push({ from: top, to: endOf(rows, stamps[next - 1]!), comments });
  }
  return threads;
}

/** Is the row a date below a name? */
function isStamp({ rows, when }: Page, index: number): boolean {
  const name = rows[index - 1];
  if (!name || !when[index]! || rows[index]!.words > longestStamp) return false;
  return name.words > 0 && name.words <= longestName && !when[index - 1]!;
}

function headerAbove(rows: readonly Row[], begin: number): number | undefined {
  for (let i = begin - 1; i >= Math.max(0, begin - rowsOfHeader); i--) {
    const { words, text } = rows[i]!;
    if (isProse(rows[i]!)) return undefined;
    if (words <= longestHeader && header.test(text)) return i;
  }
  return undefined;
}

/** The last comment goes on as long as there is prose, and has one row at least. */
function endOf(rows: readonly Row[], stamp: number): number {
  let to = Math.min(rows.length, stamp + 2);
  while (to < rows.length && isProse(rows[to]!)) to++;
  return to;
}
