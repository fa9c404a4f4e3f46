import type { Span } from '../article';

/** A date read from a line of an article's head; offsets count from the start of the line. */
export interface ReadDate extends Span {
  readonly day: string;
  readonly time?: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const patterns = [
  new RegExp(
    `\\b(?<month>${monthWord})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?[ -](?<month>${monthWord})\\.?,?[ -](?<year>\\d{4})\\b`,
    'i',
  ),
  /\b(?<year>(?:19|20)\d\d)[-/.](?<number>\d{1,2})[-/.](?<day>\d{1,2})/,
];

/** The first absolute date of a line. */
export function readDate(line: string): ReadDate | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(line);
    const groups = found?.groups;
    if (found === null || groups === undefined) continue;
    const month =
      groups['number'] ?? String(months.indexOf(groups['month']!.slice(0, 3).toLowerCase()) + 1);
    const day = Number(groups['day']);
    if (Number(month) < 1 || Number(month) > 12 || day < 1 || day > 31) continue;
    const two = (value: number | string) => String(value).padStart(2, '0');
    return {
      day: `${groups['year']!}-${two(month)}-${two(day)}`,
      start: found.index,
      end: found.index + found[0].length,
    };
  }
  return undefined;
}
