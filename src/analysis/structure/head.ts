import { isBoilerplate } from '../article';
import type { Byline, Dateline, Found, PublicationDate, Source, TextOrigin } from '../article';
import type { Page } from '../boilerplate/page';
import type { Portrait } from '../boilerplate/portrait';
import type { Row } from '../boilerplate/rows';
import type { Verdict } from '../boilerplate/verdict';
import { message } from '../message';
import { bylineOf, findByline } from './byline';
import { readDateline } from './dateline';
import { guessHeadline, leadOf } from './headline';
import { namesPicture } from './kinds';
import { opensAsByline } from './names';
import { isDatelinePlace } from './places';
import type { HeadScores } from './pick';
import { findDate } from './publication';
import { guessSource } from './source';
import { isReadTime } from './when';

/** The facts of an article's head. */
export interface Head {
  readonly headline?: Found;
  readonly byline?: Byline;
  readonly dateline?: Dateline;
  readonly date?: PublicationDate;
  readonly source?: Source;
}

const rowsAroundHeadline = 6;
/** Further down it is another article that takes so long to read. */
const rowsOfHead = 18;
/** Log odds below which a row is no headline: those of there being none. */
const headlineFloor = 0;

/**
 * Reads the head and writes its rows into `verdicts`. Rows that already have a verdict keep it: a row called
 * headline or byline there (by a person) is taken as such.
 */
export function readHead(
  page: Page,
  verdicts: (Verdict | undefined)[],
  scores: Float32Array,
  origin: TextOrigin,
  portrait: Portrait | undefined,
  heads: HeadScores | undefined,
): Head {
  const isOut = (i: number) => verdicts[i] !== undefined && isBoilerplate(verdicts[i].kind);
  const decided = verdicts.findIndex((verdict) => verdict?.kind === 'headline');
  const headline = decided >= 0 ? decided : findHeadline(page, isOut, heads);
  const lead = leadOf(page).find((i) => !isOut(i) && i !== headline) ?? -1;
  const places = {
    headline,
    lead,
    top: Math.max(0, (headline >= 0 ? headline : lead) - rowsAroundHeadline),
  };
  if (headline >= 0) markHeadline(page, verdicts, headline);
  for (const [i, row] of page.rows.slice(0, places.top + rowsOfHead).entries())
    if (i >= places.top && isReadTime(row))
      verdicts[i] ??= { kind: 'readtime', score: 0.9, reason: message('time needed to read it') };
  const byline =
    findByline(page, verdicts, places, heads) ??
    (portrait && bylineOf(page.rows[portrait.named]!, portrait));
  const date = findDate(page, verdicts, places, origin, heads);
  const dateline = findDateline(page, verdicts, scores);
  const source = guessSource(
    page,
    dateline,
    byline?.tail ?? '',
    (i) => verdicts[i]?.kind === 'bio',
    origin.path,
  );
  return {
    ...(headline >= 0 && { headline: found(page.rows[headline]!) }),
    ...(byline && { byline: byline.byline }),
    ...(dateline && { dateline }),
    ...(date && { date }),
    ...(source && { source }),
  };
}

/** The row with the best odds; of the same words standing close by, the first. */
function findHeadline(
  page: Page,
  isOut: (index: number) => boolean,
  heads: HeadScores | undefined,
): number {
  const { rows, when } = page;
  const fits = (i: number) =>
    !isOut(i) &&
    !when[i]! &&
    rows[i]!.words > 1 &&
    !namesPicture(rows[i]!) &&
    !opensAsByline(rows[i]!.text) &&
    !/^[-*•–—] |\d{4}\p{Lu}\p{Ll}/u.test(rows[i]!.text);
  let best = heads ? bestRow(heads.headline, headlineFloor, fits) : -1;
  if (heads && best === 0 && isNameplate(rows[0]!)) {
    const floor = heads.headline[0]! - nameplateOdds;
    const other = bestRow(heads.headline, floor, (i) => i > 0 && fits(i));
    if (other > 0) best = other;
  }
  if (best < 0) return guessHeadline(page, isOut);
  const { key } = page.rows[best]!;
  for (let i = Math.max(0, best - rowsAroundHeadline); i < best; i++)
    if (page.rows[i]!.key === key && !isOut(i)) return i;
  return best;
}

/** "KESTREL BUSINESS DAILY": on top of a page, a few words in capitals are rather the paper's name than a headline. */
const nameplateOdds = 1;
const longestNameplate = 4;

function isNameplate({ words, shouted }: Row): boolean {
  return words <= longestNameplate && shouted === words;
}

function bestRow(scores: Float32Array, floor: number, fits: (index: number) => boolean): number {
  let best = -1;
  for (let i = 0; i < scores.length; i++)
    if (scores[i]! > (best < 0 ? floor : scores[best]!) && fits(i)) best = i;
  return best;
}

/** The words of a row; the marks of a Markdown heading are none. */
function found(row: Row): Found {
  const value = row.text.replace(/\s+/g, ' ').replace(/^#{1,6} /, '');
  return { value, start: row.start, end: row.end };
}

function markHeadline({ rows }: Page, verdicts: (Verdict | undefined)[], headline: number): void {
  const { key, start, end, number } = rows[headline]!;
  verdicts[headline] ??= { kind: 'headline', score: 0.95, reason: message('headline') };
  for (const [i, row] of rows.entries()) {
    if (row.key !== key || i === headline) continue;
    verdicts[i] ??= {
      kind: 'duplicate',
      score: 0.95,
      reason: message('the headline of line {0} again', number + 1),
      firstCopy: { start, end },
    };
  }
}

const rowsWithDateline = 7;

/** The dateline opens one of the first paragraphs that are kept. */
function findDateline(
  { rows }: Page,
  verdicts: readonly (Verdict | undefined)[],
  scores: Float32Array,
): Dateline | undefined {
  let looked = 0;
  for (const [i, row] of rows.entries()) {
    if (verdicts[i] !== undefined || scores[i]! < 0 || row.words < 8) continue;
    if (++looked > rowsWithDateline) return undefined;
    const read = readDateline(row.text, isDatelinePlace);
    if (read !== undefined)
      return { ...read, start: row.textStart + read.start, end: row.textStart + read.end };
  }
  return undefined;
}
