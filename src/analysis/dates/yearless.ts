import type { Article, Line, LineKind, Message, PublicationDate, TextOrigin } from '../article';
import { message } from '../message';
import { fullDates } from './absolute';
import { dayNumber, daysInMonth, isoDay, parseIsoDay, weekday } from './calendar';
import { monthOf, weekdayOf } from './names';

/** A day without its year, as wire articles and date lines give it. */
interface YearlessDay {
  readonly month: number;
  readonly day: number;
  readonly weekday?: number;
  readonly start: number;
  readonly end: number;
  readonly inDateline: boolean;
}

const yearFigures = /(?<!\d)(?:19[5-9]|20[0-4])\d(?!\d)/g;

/** A page is changed, commented on and printed so many days after the article, and by its own clock a day before. */
const mostDaysAfter = 31;
const mostDaysBefore = 1;
/** A file is saved so soon after the article came. */
const soonSaved = 7;

/**
 * Rows that tell of the page itself. The body is not asked: a newspaper writes the year of a day because it is another
 * one. Nor are links to other stories.
 */
const ownRows: ReadonlySet<LineKind> = new Set<LineKind>([
  ...(['date', 'byline', 'credit', 'copyright', 'legal', 'notice', 'comments', 'cms'] as const),
  'other',
]);

const dayAndMonth =
  /(?:(?<named>\p{L}{2,12})[.,]{0,2}\s)?(?:(?<month>\p{L}{3,12})\.?\s(?<day>\d{1,2})|(?<dayFirst>\d{1,2})\.?\s(?<monthAfter>\p{L}{3,12}))(?![\d:])/gu;

/**
 * The day of an article that tells no full date, from its dateline or date line ("LISBON, March 13 (Reuters)") and a
 * year for which there is evidence: a full date in the rows about the page, a year in the file's path, the file's last
 * change within a week, or, for a dateline, the one year of the copyright line, in this order. The reason says which. Undefined without evidence, and
 * where it is at odds with itself or with the weekday that is named.
 */
export function inferDate(
  text: string,
  { lines, dateline }: Pick<Article, 'lines' | 'dateline'>,
  origin: TextOrigin,
): PublicationDate | undefined {
  if (dateline) {
    const [full] = fullDates(text.slice(dateline.start, dateline.end));
    if (full) {
      return {
        day: isoDay(full.number),
        start: dateline.start + full.start,
        end: dateline.start + full.end,
        reason: message('stands in the dateline'),
      };
    }
  }
  const found =
    (dateline && yearlessDay(text, dateline.start, dateline.end, true)) ?? dayOfHead(text, lines);
  if (!found) return undefined;
  const known = evidenceOf(text, lines, origin, found);
  if (!known) return undefined;
  const { start, end } = found;
  return { day: isoDay(known.day), start, end, reason: known.reason };
}

/** Of the first date line above the body. */
function dayOfHead(text: string, lines: readonly Line[]): YearlessDay | undefined {
  const body = lines.findIndex(({ kind }) => kind === 'body');
  const head = body < 0 ? lines : lines.slice(0, body);
  const row = head.find(({ kind }) => kind === 'date');
  return row && yearlessDay(text, row.start, row.end, false);
}

function yearlessDay(
  text: string,
  from: number,
  to: number,
  inDateline: boolean,
): YearlessDay | undefined {
  for (const match of text.slice(from, Math.min(to, from + 200)).matchAll(dayAndMonth)) {
    const { named, month, day, dayFirst, monthAfter } = match.groups!;
    const monthOfYear = monthOf(month ?? monthAfter!);
    const dayOfMonth = Number(day ?? dayFirst);
    // 2024 is a leap year: 29 February may be meant.
    if (monthOfYear === undefined || dayOfMonth < 1) continue;
    if (dayOfMonth > daysInMonth(2024, monthOfYear)) continue;
    const weekday = named === undefined ? undefined : weekdayOf(named);
    const lead = named !== undefined && weekday === undefined ? /^\p{L}+[.,]{0,2}\s/u : /^/;
    const start = from + match.index + lead.exec(match[0])![0].length;
    return {
      month: monthOfYear,
      day: dayOfMonth,
      inDateline,
      start,
      end: from + match.index + match[0].length,
      ...(weekday !== undefined && { weekday }),
    };
  }
  return undefined;
}

interface Evidence {
  readonly day: number;
  readonly reason: Message;
}

function evidenceOf(
  text: string,
  lines: readonly Line[],
  { path, modified }: TextOrigin,
  wanted: YearlessDay,
): Evidence | undefined {
  const changed = modified === undefined ? undefined : parseIsoDay(modified);
  const inYear = (year: number): number | undefined => {
    const { month, day } = wanted;
    if (day > daysInMonth(year, month)) return undefined;
    const number = dayNumber(year, month, day);
    if (wanted.weekday !== undefined && weekday(number) !== wanted.weekday) return undefined;
    return changed !== undefined && number > changed + mostDaysBefore ? undefined : number;
  };
  /** The day shortly before another one. */
  const before = (other: number, most: number): number | undefined => {
    const year = new Date(other * 86_400_000).getUTCFullYear();
    return [year - 1, year, year + 1]
      .flatMap((one) => inYear(one) ?? [])
      .find((day) => other - day >= -mostDaysBefore && other - day <= most);
  };
  const own = lines.filter(({ kind }) => ownRows.has(kind));
  const printed = own.flatMap(({ start, end }) =>
    fullDates(text.slice(start, Math.min(end, start + 600))).flatMap(
      ({ number }) => before(number, mostDaysAfter) ?? [],
    ),
  );
  if (printed.length > 0) {
    return agreed(printed, message('without a year in the text; the year from a date on the page'));
  }
  // A folder of a year or month; the year in a file's name may be that of what it is about.
  const inPath = [
    ...(path ?? '').matchAll(/(?<=^|\/)((?:19[5-9]|20[0-4])\d)(?:[-_.]?[01]\d)?(?=\/)/g),
  ];
  if (inPath.length > 0) {
    return agreed(
      inPath.map(([, year]) => inYear(Number(year))),
      message('without a year in the text; the year from the file’s path'),
    );
  }
  const saved = changed === undefined ? undefined : before(changed, soonSaved);
  if (saved !== undefined) {
    return {
      day: saved,
      reason: message(
        'without a year in the text; the year from the file’s last change, {0}',
        modified!,
      ),
    };
  }
  // A wire writes it under each article; the page of a blog shows that of today.
  if (!wanted.inDateline) return undefined;
  const years = own
    .filter(({ kind }) => kind === 'copyright')
    .flatMap(
      ({ start, end }) => text.slice(start, Math.min(end, start + 600)).match(yearFigures) ?? [],
    );
  return agreed(
    years.map((year) => inYear(Number(year))),
    message('without a year in the text; the year from the copyright line'),
  );
}

/** The one day that all of the evidence is for. */
function agreed(days: readonly (number | undefined)[], reason: Message): Evidence | undefined {
  const [day, ...others] = new Set(days);
  return day === undefined || others.length > 0 ? undefined : { day, reason };
}
