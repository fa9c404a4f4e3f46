import type { PublicationDate, TextOrigin } from '../article';
import type { Page } from '../boilerplate/page';
import type { Row } from '../boilerplate/rows';
import type { Verdict } from '../boilerplate/verdict';
import { readDate, saysUpdate, type WrittenDate } from '../dates';
import { message } from '../message';
import { opensWithName } from './names';
import { isHeadFurniture, type HeadPlaces, type HeadScores } from './pick';

/** Log odds below which a row is not taken for the date of the article. */
const dateFloor = -2.5;
const longestDateLine = 16;

/**
 * Finds the row with the day of publication and marks it in `verdicts`; a date marked as one of an update only where
 * there is no other near it. Where the text has none, the day in the file's path.
 */
export function findDate(
  page: Page,
  verdicts: (Verdict | undefined)[],
  places: HeadPlaces,
  { path }: TextOrigin,
  heads: HeadScores | undefined,
): PublicationDate | undefined {
  const { rows, when } = page;
  const isFurniture = (i: number) =>
    !when[i]! && verdicts[i]?.kind !== 'byline' && isHeadFurniture(page, i);
  const mark = (i: number): void => {
    verdicts[i] ??= { kind: 'date', score: 0.9, reason: message('date of the article') };
  };
  let best: Written | undefined;
  for (const i of whereDatesStand(page, verdicts, places, heads)) {
    const kind = verdicts[i]?.kind;
    if (kind !== undefined && kind !== 'date' && kind !== 'byline') continue;
    if (isFurniture(i) || signsPost.test(rows[i]!.text)) continue;
    const date = readDate(rows[i]!.text);
    if (date === undefined) {
      if (when[i]!) mark(i);
      continue;
    }
    const isUpdated = isUpdate(page, i, date);
    const isNear = best === undefined || Math.abs(i - best.at) <= rowsFromUpdate;
    if (best === undefined || (!isUpdated && isNear)) best = { at: i, date };
    if (!isUpdated) break;
    mark(i);
  }
  if (best !== undefined) {
    const { at, date } = best;
    mark(at);
    const { start } = rows[at]!;
    return {
      day: date.day,
      ...(date.time !== undefined && { time: date.time }),
      start: start + date.start,
      end: start + date.end,
      reason:
        places.lead >= 0 && at > places.lead + rowsBelowLead
          ? message('says below the article when it was published')
          : message('stands at the head of the article'),
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

/** "— Ann Lindqvist (@lindqvist) March 5, 2024": the day of a post that the article shows. */
const signsPost = /^[-–—―]\s?[^()]{2,60}\(@\w/;

/** So many rows from the date of an update stands that of publication. */
const rowsFromUpdate = 3;
const rowsBelowLead = 3;

interface Written {
  readonly at: number;
  readonly date: WrittenDate;
}

function isUpdate({ rows }: Page, at: number, { start }: { readonly start: number }): boolean {
  return (
    saysUpdate(rows[at]!.text.slice(0, start)) ||
    (start === 0 && saysUpdate(rows[at - 1]?.text ?? ''))
  );
}

/** Rows that may hold the date, likeliest first. */
function whereDatesStand(
  { rows, when }: Page,
  verdicts: readonly (Verdict | undefined)[],
  { top, lead }: HeadPlaces,
  heads: HeadScores | undefined,
): Iterable<number> {
  const order = new Set(heads ? byScore(heads.date, dateFloor) : []);
  for (let i = top; i < Math.min(rows.length, lead + rowsBelowLead); i++)
    if (
      when[i]! ||
      verdicts[i]?.kind === 'byline' ||
      standsApart(rows[i]!) ||
      opensAsPosted.test(rows[i]!.text)
    )
      order.add(i);
  const announced: number[] = [];
  for (let i = 0; i < rows.length; i++)
    if (rows[i]!.words <= longestDateLine && announcesDate(rows[i]!.text)) announced.push(i);
  // Of several, those of other articles are not told from its own.
  if (announced.length === 1) order.add(announced[0]!);
  return order;
}

/** "Posted byJane DoeMay 3, 2024Posted inPool, Baths": the words of a head that were glued together. */
const opensAsPosted = /^(?:posted|published|written)(?: ?(?:by|on|in)(?=[\s\p{Lu}\d])|: )/iu;

/** A full date between marks or behind a name: "On behalf of Doe & Sons | Apr 21, 2017", "Jane Doe Published 2 Feb 2026". */
function standsApart({ text, words }: Row): boolean {
  if (words > longestDateLine) return false;
  const date = readDate(text);
  if (date === undefined) return false;
  const before = text.slice(0, date.start).trimEnd();
  const after = text.slice(date.end).trimStart();
  if (opensWithName(before.replace(/ (?:published|posted|updated)(?: on)?:?$/i, ''))) return true;
  return /(?:^\P{L}*|[|·•⋅–—/»-])$/u.test(before) && /^(?:$|[|·•⋅–—/-]|by\b)/iu.test(after);
}

function announcesDate(text: string): boolean {
  return /^(?:posted|published|date)(?: on)?:? /i.test(text) && readDate(text) !== undefined;
}

function byScore(scores: Float32Array, floor: number): number[] {
  const order: number[] = [];
  for (let i = 0; i < scores.length; i++) if (scores[i]! > floor) order.push(i);
  return order.sort((a, b) => scores[b]! - scores[a]!);
}
