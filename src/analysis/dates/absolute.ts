import type { Span } from '../article';
import { dayNumber, isDay, isoDay } from './calendar';
import { monthOf, weekdayOf } from './names';
import { zoneOffset } from './zones';

/** A calendar date written out in full, with its place in the string that was read. */
export interface WrittenDate extends Span {
  /** `YYYY-MM-DD`, as printed: the calendar day of the place that the text speaks from. */
  readonly day: string;
  /** ISO 8601, with the zone where it is given and known. */
  readonly time?: string;
}

/** A date line is short; what stands further right is not looked at. */
const longest = 600;

/**
 * The absolute date of a date line, byline or dateline: "Saturday, May 24, 2025", "Published 10:32 GMT, 3 March 2024",
 * "2025-01-17T10:00:00+01:00", "17.01.2025", "Jan. 17, 2025 4:05 p.m. ET", "17. Januar 2025", "2025年1月17日".
 *
 * The span holds weekday, date and time; its offsets count within `line`. Of several dates the first is taken,
 * but one marked as an update only where there is no other. Undefined for years alone ("Copyright 1999-2025")
 * and for dates without a year. Where no part is above 12, "03/04/2024" is March 4, as on most English pages, but
 * 3 April beside a European zone ("GMT"), and "03.04.2024" is always 3 April. Only the first 600 characters are read.
 */
export function readDate(line: string): WrittenDate | undefined {
  const text = line.slice(0, longest);
  const dates = writtenDates(text);
  return dates.find((date) => !isUpdate(text, date)) ?? dates[0];
}

/** All full dates of a text, in order, without overlaps. Linear in its length. */
export function writtenDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  let end = 0;
  for (const bare of bareDates(text)) {
    if (bare.start < end) continue;
    const date = withTime(text, bare, end);
    found.push(date);
    end = date.end;
  }
  return found;
}

/** A full date without its time: the day's number in `calendar`'s count. */
export interface BareDate extends Span {
  readonly number: number;
}

const patterns = [
  // 17 January 2025, 17th of January, 2025, 17. Januar 2025, 17 de enero de 2025, 24-May-2025
  /(?<!\d[.:/-]?)(?<day>\d{1,2})(?:st|nd|rd|th|er|º)?[.\s/-]{0,2}(?:(?:of|de)\s)?(?<month>\p{L}{3,12})[.,]{0,2}[\s/.-]{0,2}(?:del?\s)?(?<year>(?:18|19|20)\d\d)(?:(?!\d)|(?=\d{1,2}(?::\d\d|\s?(?:min|comment))))/giu,
  // January 17, 2025, Jan. 17th 2025, "2024" glued to a time as in "March 4, 202412:45 PM", "March 4, 202420 mins read"
  /(?<month>\p{L}{3,12})\.?\s{0,2}(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?,\s{0,2}|\s{1,2})(?<year>(?:18|19|20)\d\d)(?:(?!\d)|(?=\d{1,2}(?::\d\d|\s?(?:min|comment))))/giu,
  // 2025-01-17, 2025/1/17
  /(?<!\d[.:/-]?)(?<year>(?:18|19|20)\d\d)(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)/gu,
  // 2025年1月17日, 2025년 1월 17일
  /(?<year>(?:18|19|20)\d\d)\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/gu,
  // 17.01.2025, 01/17/2025, 11/20/19
  /(?<!\d[.:/-]?)(?<first>\d{1,2})(?<mark>[/.-])(?<second>\d{1,2})\k<mark>(?<year>(?:19|20)\d\d|\d\d)(?![\d/.-]?\d)/gu,
];

/** Full dates with their weekdays but without times, in order, without overlaps. Linear in the length of the text. */
export function fullDates(text: string): BareDate[] {
  const found: BareDate[] = [];
  let end = 0;
  for (const bare of bareDates(text)) {
    if (bare.start < end) continue;
    found.push({ ...bare, start: weekdayStart(text, bare.start, end) });
    end = bare.end;
  }
  return found;
}

function bareDates(text: string): BareDate[] {
  if (!/\d\d/.test(text)) return [];
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap((match) => dateOf(match, text) ?? [])
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function dateOf(match: RegExpExecArray, text: string): BareDate | undefined {
  const { day, month, first, second, mark } = match.groups!;
  let year = Number(match.groups!['year']);
  let start = match.index;
  const end = start + match[0].length;
  let dayOfMonth: number;
  let monthOfYear: number | undefined;
  if (first !== undefined && second !== undefined) {
    if (year < 100) {
      // Two-digit years are kept from version numbers and scores: 11/20/19, 17.01.25, but not 2.1.25.
      if (mark === '-' || (mark === '.' && first.length + second.length < 4)) return undefined;
      year += year < 70 ? 2000 : 1900;
    }
    const monthFirst = Number(second) > 12 || (mark !== '.' && !isEuropean(text));
    const swap = Number(first) > 12 ? false : monthFirst;
    [dayOfMonth, monthOfYear] = swap
      ? [Number(second), Number(first)]
      : [Number(first), Number(second)];
  } else {
    dayOfMonth = Number(day);
    monthOfYear = /\d/.test(month!) ? Number(month) : monthOf(month!);
    if (monthOfYear !== undefined && match[0].startsWith(month!)) start += gluedLength(month!);
  }
  if (monthOfYear === undefined || !isDay(year, monthOfYear, dayOfMonth)) return undefined;
  return { start, end, number: dayNumber(year, monthOfYear, dayOfMonth) };
}

/** "readApril 25": how much of the word is not the month. */
function gluedLength(month: string): number {
  return /\p{Ll}(?=\p{Lu}\p{Ll}+$)/u.exec(month) ? month.search(/\p{Lu}\p{Ll}+$/u) : 0;
}

/** Does a time in the line stand in a zone of lands that put the day first? */
function isEuropean(text: string): boolean {
  return /\b(?:GMT|BST|IST|CES?T|AE[SD]T|Uhr)\b/.test(text);
}

const clock =
  '(?<hour>[01]?\\d|2[0-3])(?:[:.h](?<minute>[0-5]\\d))?(?::(?<second>[0-5]\\d)(?:[.,]\\d{1,9})?)?' +
  '(?:\\s{0,2}(?<half>[ap]\\.?m\\b\\.?))?';
const zoneAfter = /^\s{0,2}\(?((?:gmt|utc)?[+-]\d{1,2}(?::?\d\d)?(?!\d)|[a-z]{1,4}\b)\)?/i;
const timeAfter = new RegExp(
  `^[\\s,|•·–—/(T-]{0,6}(?:(?:at|um|à|às|alle|kl\\.?|om|в)\\s{1,2})?${clock}`,
  'iu',
);
const timeBefore = new RegExp(
  `(?<![\\d:.])${clock}(?:\\s{0,2}\\(?(?<zone>[a-z]{1,4})\\)?)?[\\s,|•·–—/-]{0,5}(?:on\\s{1,2})?$`,
  'iu',
);

function withTime(text: string, bare: BareDate, floor: number): WrittenDate {
  const start = weekdayStart(text, bare.start, floor);
  const day = isoDay(bare.number);
  const rest = text.slice(bare.end, bare.end + 48);
  const after = timeAfter.exec(rest);
  const timeThere = after && clockTime(after);
  if (after && timeThere) {
    const zone = zoneAfter.exec(rest.slice(after[0].length));
    const offset = zone ? zoneOffset(zone[1]!, bare.number) : undefined;
    const length = after[0].length + (zone && offset !== undefined ? zone[0].length : 0);
    return { start, end: bare.end + length, day, time: `${day}T${timeThere}${offset ?? ''}` };
  }
  const from = Math.max(floor, start - 40);
  const before = timeBefore.exec(text.slice(from, start));
  const timeHere = before && clockTime(before);
  if (before && timeHere) {
    const offset = zoneOffset(before.groups!['zone'] ?? '', bare.number) ?? '';
    const time = `${day}T${timeHere}${offset}`;
    return { start: from + before.index, end: bare.end, day, time };
  }
  return { start, end: bare.end, day };
}

/** `16:05` of a match of `clock`; undefined where it is only a number. */
function clockTime(match: RegExpExecArray): string | undefined {
  const { minute, second, half } = match.groups!;
  if (minute === undefined && half === undefined) return undefined;
  let hour = Number(match.groups!['hour']);
  if (half !== undefined && hour <= 12) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  const time = `${String(hour).padStart(2, '0')}:${minute ?? '00'}`;
  return second === undefined ? time : `${time}:${second}`;
}

/** Takes in "Saturday, " and "Sat " before a date. */
function weekdayStart(text: string, start: number, floor: number): number {
  const before = text.slice(Math.max(floor, start - 18), start);
  const word = /(\p{L}{2,12})[.,]{0,2}\s{0,2}$/u.exec(before);
  return word && weekdayOf(word[1]!) !== undefined ? start - (before.length - word.index) : start;
}

function isUpdate(text: string, date: Span): boolean {
  return saysUpdate(text.slice(0, date.start));
}

/** Is the date behind these words one of an update: "Last updated on"? */
export function saysUpdate(label: string): boolean {
  const end = label.slice(-24);
  return /(?:updated|modified|aktualisiert|actualizado|mis à jour)[\s:,a-z]{0,12}$/i.test(end);
}
