import type { Page } from '../boilerplate/page';
import type { Row } from '../boilerplate/rows';
import { guessHeadline } from './headline';
import { namesPicture } from './kinds';
import { opensAsByline } from './names';

/** Log odds below which a row is no headline: those of there being none. */
const floor = 0;
/** On top of a page, a few words in capitals are rather the paper's name: "KESTREL BUSINESS DAILY". */
const nameplateOdds = 1;
const longestNameplate = 4;
/** What is set twice, one below the other, is rather the page's title and the article's own. */
const twiceOdds = 2.5;
const rowsToTwice = 5;
const shortestTwice = 3;
/** What a path within the site ends with is nearly always the title of the page. */
const pathOdds = 4;
const rowsToFirst = 6;
const leadsOn = /^(?:(?:learn|read|see|find out|discover) more\b|click here\b)/i;

/**
 * The row that is the headline, or -1: the one with the best odds, unless its place or another row's speaks for
 * that one; of the same words standing close by, the first.
 *
 * @param titled the row that a path within the site names as the page's title, or -1
 * @param odds log odds of the rows from the model; without them, it is guessed
 */
export function chooseHeadline(
  page: Page,
  isOut: (index: number) => boolean,
  titled: number,
  odds: Float32Array | undefined,
): number {
  const { rows, when } = page;
  const fits = (i: number) =>
    !isOut(i) &&
    !when[i]! &&
    rows[i]!.words > 1 &&
    !namesPicture(rows[i]!) &&
    !opensAsByline(rows[i]!.text) &&
    !leadsOn.test(rows[i]!.text) &&
    !/^[-*•–—] |\d{4}\p{Lu}\p{Ll}/u.test(rows[i]!.text);
  if (odds === undefined) return titled >= 0 && fits(titled) ? titled : guessHeadline(page, isOut);
  let best = bestRow(odds, floor, fits);
  const challenge = (lead: number, isRival: (index: number) => boolean): void => {
    const bar = (best < 0 ? floor : odds[best]!) - lead;
    const rival = bestRow(odds, bar, (i) => isRival(i) && fits(i));
    if (rival >= 0) best = rival;
  };
  if (best === 0 && isNameplate(rows[0]!)) challenge(nameplateOdds, (i) => i > 0);
  if (best >= 0) {
    const near = best;
    challenge(twiceOdds, (i) => Math.abs(i - near) <= rowsToTwice && standsTwice(rows, i));
  }
  if (titled >= 0) challenge(pathOdds, (i) => i === titled);
  if (best < 0) return guessHeadline(page, isOut);
  const { key } = rows[best]!;
  for (let i = Math.max(0, best - rowsToFirst); i < best; i++)
    if (rows[i]!.key === key && !isOut(i)) return i;
  return best;
}

function bestRow(odds: Float32Array, bar: number, fits: (index: number) => boolean): number {
  let best = -1;
  for (let i = 0; i < odds.length; i++)
    if (odds[i]! > (best < 0 ? bar : odds[best]!) && fits(i)) best = i;
  return best;
}

function isNameplate({ words, shouted }: Row): boolean {
  return words <= longestNameplate && shouted === words;
}

function standsTwice(rows: readonly Row[], index: number): boolean {
  const { key, words } = rows[index]!;
  if (words < shortestTwice) return false;
  return rows[index - 1]?.key === key || rows[index + 1]?.key === key;
}
