import type { Byline } from '../article';
import type { Page } from '../boilerplate/page';
import type { Portrait } from '../boilerplate/portrait';
import type { Row } from '../boilerplate/rows';
import type { Verdict } from '../boilerplate/verdict';
import { message } from '../message';
import { isBylineLabel, opensAsByline, readNames, type BylineNames } from './names';
import { isHeadFurniture, type HeadPlaces, type HeadScores } from './pick';

/** Log odds below which a row is not asked for names. */
const bylineFloor = -4;
/** Above this, a row that does not open as a byline may be one. */
const likelyByline = -1.2;
/** What a frequent first name adds, a place between headline and first paragraph, a row "Written by" above. */
const firstNameOdds = 2.5;
const placeOdds = 1;
const labelOdds = 3;
/** Under the headline, what stands so near belongs to the head. */
const rowsInHead = 5;
const rowsBelowHeadline = 6;
const rowsAtEnd = 400;
const longestByline = 30;

const agencies =
  /^(?:the )?(?:reuters|associated press|ap|afp|agence france-presse|pti|ani|ians|upi|dpa|tass|xinhua|staff|editorial|.{3,30} (?:staff|team|desk|bureau))\b/i;

/**
 * Finds the row that names the author and marks it in `verdicts`: the one with the best odds, else one that opens as a
 * byline does. A row that a person called byline is taken as such.
 */
export function findByline(
  page: Page,
  verdicts: (Verdict | undefined)[],
  places: HeadPlaces,
  heads: HeadScores | undefined,
): { byline: Byline; tail: string } | undefined {
  const { rows } = page;
  const scores = heads?.byline ?? new Float32Array(rows.length).fill(-Infinity);
  let best: Signature | undefined;
  for (let i = 0; i < rows.length; i++) {
    if (scores[i]! <= bylineFloor && verdicts[i]?.kind !== 'byline') continue;
    const read = readSignature(page, verdicts, places, scores, i);
    if (read && (best === undefined || read.odds > best.odds)) best = read;
  }
  for (const i of best ? [] : whereToLook(rows.length, places)) {
    if (!opensAsByline(rows[i]!.text)) continue;
    best = readSignature(page, verdicts, places, scores, i);
    if (best) break;
  }
  if (best === undefined) return undefined;
  const { at, names } = best;
  verdicts[at] ??= { kind: 'byline', score: 0.95, reason: message('names the author') };
  const { start, end } = rows[at]!;
  return { byline: { authors: names.authors, start, end }, tail: names.tail };
}

/** A row that may name the author, with the log odds that it does. */
interface Signature {
  readonly at: number;
  readonly names: BylineNames;
  readonly odds: number;
}

/** Undefined where the row is no byline. A person's word is beyond doubt. */
function readSignature(
  page: Page,
  verdicts: readonly (Verdict | undefined)[],
  { headline, lead }: HeadPlaces,
  scores: Float32Array,
  at: number,
): Signature | undefined {
  const { text, words } = page.rows[at]!;
  const verdict = verdicts[at];
  if (at === headline || page.when[at]! || (verdict && verdict.kind !== 'byline')) return undefined;
  if (!verdict && words > longestByline) return undefined;
  const names = readNames(text);
  if (names.authors.length === 0) return undefined;
  if (verdict) return { at, names, odds: Infinity };
  if (isHeadFurniture(page, at)) return undefined;
  const opens = opensAsByline(text);
  if (opens ? /^by \w+ing\b/i.test(text) : !names.isPerson && !agencies.test(text))
    return undefined;
  const isInHead = at > headline && at <= headline + rowsInHead && at < lead;
  const odds =
    scores[at]! +
    (names.isFamiliar ? firstNameOdds : 0) +
    (isInHead ? placeOdds : 0) +
    (at > 0 && isBylineLabel(page.rows[at - 1]!.text) ? labelOdds : 0);
  return opens || odds > likelyByline ? { at, names, odds } : undefined;
}

/** Rows that open as a byline are looked for in the head, then above it, then at the end of the page. */
function whereToLook(rows: number, { top, lead, headline }: HeadPlaces): number[] {
  const below = Math.max(top, headline + 1);
  const last = Math.min(rows, (lead >= 0 ? lead : headline + rowsBelowHeadline) + 2);
  const order: number[] = [];
  for (let i = below; i < last; i++) order.push(i);
  for (let i = headline - 1; i >= top; i--) order.push(i);
  for (let i = rows - 1; i >= Math.max(last, rows - rowsAtEnd); i--) order.push(i);
  return order;
}

/** Where nobody signs the article, its author is the one portrayed under it. */
export function bylineOf(
  { start, end }: Row,
  { author }: Portrait,
): { byline: Byline; tail: string } {
  return { byline: { authors: [author], start, end }, tail: '' };
}
