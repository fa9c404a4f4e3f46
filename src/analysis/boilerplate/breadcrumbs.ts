import { wordHashes } from './words';
import type { Row } from './rows';

/** The path of a page on its site ("Home › Business › Bank holds its rate"), a row. */
export interface Breadcrumbs {
  readonly row: number;
  /** The row whose words the path ends with: the page's own title. -1 where the path ends higher up. */
  readonly title: number;
}

const longestPath = 240;
const longestStep = 6;
const shortestTitle = 3;
const reach = 25;
const between = /[›»→]|\/\s|\s>\s/;
const home =
  /^(?:home(?: ?page)?|blog|news|main|back|start(?:seite)?|accueil|portada|front page)$/i;

/** Finds the paths above headlines. Linear. */
export function findBreadcrumbs(rows: readonly Row[]): Breadcrumbs[] {
  return rows.flatMap(({ text, words }, row) => {
    if (words > 50 || text.length > longestPath || !between.test(text)) return [];
    const steps = text.split(between).filter((step) => /[\p{L}\p{N}]/u.test(step));
    const isPath = steps.slice(0, -1).every((step) => wordHashes(step).length <= longestStep);
    if (steps.length < 2 || !isPath) return [];
    const title = titleOf(rows, row, steps.at(-1)!);
    return title >= 0 || home.test(steps[0]!.trim()) ? [{ row, title }] : [];
  });
}

/** The row nearby that holds the words of the last step, or begins with them where the step was cut off. */
function titleOf(rows: readonly Row[], path: number, step: string): number {
  const wanted = wordHashes(step);
  const isCut = /(?:…|\.\.\.)\s*$/.test(step);
  if (wanted.length < shortestTitle) return -1;
  for (let i = Math.max(0, path - reach); i <= path + reach && i < rows.length; i++) {
    const { hashes, words } = rows[i]!;
    if (i === path || (isCut ? words < wanted.length : words !== wanted.length)) continue;
    if (wanted.every((hash, k) => hashes[k] === hash)) return i;
  }
  return -1;
}
