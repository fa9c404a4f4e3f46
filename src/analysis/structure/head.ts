import { isBoilerplate } from '../article';
import type { Byline, Dateline, Found, PublicationDate, Source, TextOrigin } from '../article';
import { hits, type Page } from '../boilerplate/page';
import type { Portrait } from '../boilerplate/portrait';
import type { Row } from '../boilerplate/rows';
import type { Verdict } from '../boilerplate/verdict';
import { message } from '../message';
import { readDate } from '../dates';
import { readDateline } from './dateline';
import { guessHeadline, leadOf } from './headline';
import { namesPicture } from './kinds';
import { opensAsByline, readNames, type BylineNames } from './names';
import { isDatelinePlace } from './places';
import type { HeadScores } from './pick';
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

/** Row indices of the head, -1 where there is none. */
interface Places {
  readonly headline: number;
  readonly lead: number;
  readonly top: number;
}

const rowsAroundHeadline = 6;
/** Under the headline, what stands so near belongs to the head. */
const rowsInHead = 5;

/** Log odds below which a row is not taken for headline, byline, date; of headlines, "none" has 0. */
const headlineFloor = 0;
const bylineFloor = -4;
const dateFloor = -2.5;
/** Above this, a row that does not open as a byline may be one. */
const likelyByline = -1.2;
/** What a frequent first name adds, and a place between headline and first paragraph. */
const firstNameOdds = 2.5;
const placeOdds = 1;

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
  for (const [i, row] of page.rows.entries())
    if (isReadTime(row))
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
    !/^[-*•–—] /.test(rows[i]!.text);
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

function byScore(scores: Float32Array, floor: number): number[] {
  const order: number[] = [];
  for (let i = 0; i < scores.length; i++) if (scores[i]! > floor) order.push(i);
  return order.sort((a, b) => scores[b]! - scores[a]!);
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

const furniture = [
  'share',
  'account',
  'promo',
  'nav',
  'legal',
  'credit',
  'readmore',
  'app',
] as const;
const agencies =
  /^(?:the )?(?:reuters|associated press|ap|afp|agence france-presse|pti|ani|ians|upi|dpa|tass|xinhua|staff|editorial|.{3,30} (?:staff|team|desk|bureau))\b/i;

function findByline(
  page: Page,
  verdicts: (Verdict | undefined)[],
  { top, lead, headline }: Places,
  heads: HeadScores | undefined,
): { byline: Byline; tail: string } | undefined {
  const { rows } = page;
  const last = Math.min(rows.length, (lead >= 0 ? lead : headline + rowsAroundHeadline) + 2);
  const order = heads ? byScore(heads.byline, bylineFloor) : [];
  const likely = new Set(order);
  for (let i = Math.max(top, headline + 1); i < last; i++) order.push(i);
  for (let i = headline - 1; i >= top; i--) order.push(i);
  for (let i = rows.length - 1; i >= Math.max(last, rows.length - 400); i--) order.push(i);
  let names: BylineNames | undefined;
  const at = order.find((i) => {
    const row = rows[i]!;
    const verdict = verdicts[i];
    if (verdict !== undefined && verdict.kind !== 'byline') return false;
    if (verdict === undefined && (row.words > 30 || (!likely.has(i) && !opensAsByline(row.text))))
      return false;
    if (i === headline || page.when[i]!) return false;
    names = readNames(row.text);
    if (names.authors.length === 0) return false;
    if (verdict !== undefined) return true;
    if (furniture.some((family) => hits(page, i, family) > 0)) return false;
    if (opensAsByline(row.text)) return !/^by \w+ing\b/i.test(row.text);
    if (!names.isPerson && !agencies.test(row.text)) return false;
    const familiarity = names.isFamiliar ? firstNameOdds : 0;
    const place = i > headline && i <= headline + rowsInHead && i < lead ? placeOdds : 0;
    return heads!.byline[i]! + familiarity + place > likelyByline;
  });
  if (at === undefined || names === undefined) return undefined;
  verdicts[at] ??= { kind: 'byline', score: 0.95, reason: message('names the author') };
  const { start, end } = rows[at]!;
  return { byline: { authors: names.authors, start, end }, tail: names.tail };
}

/** Where nobody signs the article, its author is the one portrayed under it. */
function bylineOf({ start, end }: Row, { author }: Portrait): { byline: Byline; tail: string } {
  return { byline: { authors: [author], start, end }, tail: '' };
}

function findDate(
  page: Page,
  verdicts: (Verdict | undefined)[],
  { top, lead }: Places,
  { path }: TextOrigin,
  heads: HeadScores | undefined,
): PublicationDate | undefined {
  const { rows, when } = page;
  const order = heads ? byScore(heads.date, dateFloor) : [];
  const likely = new Set(order);
  for (let i = top; i < Math.min(rows.length, lead + 3); i++) if (!likely.has(i)) order.push(i);
  for (const i of order) {
    const kind = verdicts[i]?.kind;
    if (kind !== undefined && kind !== 'date' && kind !== 'byline') continue;
    if (!likely.has(i) && !when[i]! && kind !== 'byline') continue;
    if (!when[i]! && furniture.some((family) => hits(page, i, family) > 0)) continue;
    const { text, start } = rows[i]!;
    const read = readDate(text);
    if (read === undefined && !when[i]!) continue;
    verdicts[i] ??= { kind: 'date', score: 0.9, reason: message('date of the article') };
    if (read === undefined) continue;
    return {
      day: read.day,
      ...(read.time === undefined ? {} : { time: read.time }),
      start: start + read.start,
      end: start + read.end,
      reason: message('stands at the head of the article'),
    };
  }
  const inPath =
    path && /(?:^|\D)((?:19|20)\d\d)[-_/.]?([01]\d)[-_/.]?([0-3]\d)(?:\D|$)/.exec(path);
  if (!inPath) return undefined;
  return {
    day: `${inPath[1]!}-${inPath[2]!}-${inPath[3]!}`,
    reason: message('written in the file’s path'),
  };
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
