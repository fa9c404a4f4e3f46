import { isBoilerplate } from '../article';
import type { Byline, Dateline, Found, PublicationDate, Source, TextOrigin } from '../article';
import type { Page } from '../boilerplate/page';
import type { Portrait } from '../boilerplate/portrait';
import type { Row } from '../boilerplate/rows';
import type { Verdict } from '../boilerplate/verdict';
import { message } from '../message';
import { bylineOf, findByline } from './byline';
import { chooseHeadline } from './chooseHeadline';
import { readDateline } from './dateline';
import { leadOf } from './headline';
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

/** What is known of the head before it is read. */
export interface HeadClues {
  readonly portrait: Portrait | undefined;
  /** The row that a path above names as the page's title, or -1. */
  readonly titled: number;
  readonly heads: HeadScores | undefined;
}

/**
 * Reads the head and writes its rows into `verdicts`. Rows that already have a verdict keep it: a row called
 * headline or byline there (by a person) is taken as such.
 */
export function readHead(
  page: Page,
  verdicts: (Verdict | undefined)[],
  scores: Float32Array,
  origin: TextOrigin,
  { portrait, titled, heads }: HeadClues,
): Head {
  const isOut = (i: number) => verdicts[i] !== undefined && isBoilerplate(verdicts[i].kind);
  const decided = verdicts.findIndex((verdict) => verdict?.kind === 'headline');
  const headline = decided >= 0 ? decided : chooseHeadline(page, isOut, titled, heads?.headline);
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
