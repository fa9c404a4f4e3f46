import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { parse } from 'chrono-node/en';
import type { Span } from '../article';
import { dayNumber } from './calendar';
import type { Expression, Meaning, Shift } from './meaning';

const monthName =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const promise = new RegExp(
  `\\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b|${monthName}\\s\\d|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${monthName}\\b|(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|ago|[Ll]ast\\snight)\\b|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\\b)`,
  'g',
);
const windowBefore = 36;
const windowAfter = 44;

/**
 * Days that lack their year or are counted from `today`, as chrono reads them in short windows around promising words:
 * "Friday", "Jan. 17", "March 3 to 5", "two weeks ago", "yesterday". Words inside `taken` spans, which are in order, are left alone.
 */
export function dayExpressions(line: string, today: number, taken: readonly Span[]): Expression[] {
  const reference = { instant: new Date(today * 86_400_000 + 43_200_000), timezone: 0 };
  const found: Expression[] = [];
  let done = 0;
  let next = 0;
  for (const { index } of line.matchAll(promise)) {
    while (next < taken.length && taken[next]!.end <= index) next++;
    if (index < done || (taken[next]?.start ?? line.length) <= index) continue;
    const from = Math.max(done, wordStart(line, index - windowBefore));
    const to = wordStart(line, index + windowAfter);
    for (const result of parse(line.slice(from, to), reference)) {
      const start = from + result.index;
      const expression = meaningOf(result, start, line, today);
      if (expression) found.push(expression);
      done = Math.max(done, start + result.text.length);
    }
    done = Math.max(done, index + 1);
  }
  return found;
}

/** The nearest place at or after `at` where a word begins, within reason. */
function wordStart(line: string, at: number): number {
  if (at <= 0) return 0;
  const space = line.slice(at, at + 20).search(/\s/);
  return space < 0 ? Math.min(at, line.length) : at + space + 1;
}

const notDays =
  /(?:^|\P{L})(?:Ash|Black|Cyber|Easter|Good|Palm|Ruby|Super|Giving|Bloody|[Ee]ach|[Ee]very)\s$/u;
const titleAfter = /^\s(?:Times|Telegraph|Mirror|Night\s[FL]|Herald|Post|Mail|Express|World|Star)/;

function meaningOf(
  result: ParsedResult,
  at: number,
  line: string,
  today: number,
): Expression | undefined {
  const lead = /^(?:(?:on|in|by|at|from|the)\s+)+/i.exec(result.text)?.[0].length ?? 0;
  const clockLead = /^\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?,?\s+(?:on\s+)?/i.exec(
    result.text.slice(lead),
  );
  const text = result.text.slice(lead + (clockLead?.[0].length ?? 0)).replace(/,?\s?$/, '');
  const start = at + result.text.indexOf(text, lead);
  const end = start + text.length;
  const meaning = meaningOfText(text, result, today);
  if (!meaning) return undefined;
  if (meaning.kind === 'weekday') {
    if (notDays.test(line.slice(Math.max(0, start - 12), start))) return undefined;
    if (titleAfter.test(line.slice(end, end + 12))) return undefined;
  }
  const night = /^\s(?:morning|afternoon|evening|night)\b/.exec(line.slice(end, end + 12));
  return { start, end: end + (night && meaning.kind === 'weekday' ? night[0].length : 0), meaning };
}

function meaningOfText(text: string, result: ParsedResult, today: number): Meaning | undefined {
  const { start, end } = result;
  if (/\b(?:hours?|minutes?|seconds?|mins?|hrs?)\b/i.test(text)) return undefined;
  if (/\bago$/i.test(text)) {
    const unit = /\b(year|month|week|day)s?\s+ago$/i.exec(text)?.[1]?.toLowerCase();
    return unit === undefined
      ? undefined
      : { kind: 'counted', day: dayOf(start), unit: unit as 'day' | 'week' | 'month' | 'year' };
  }
  if (/^(?:yesterday|today|tonight|tomorrow|last\snight)/i.test(text)) {
    // Chrono moves "last night" by its clock; here it is the evening before.
    const day = /^last/i.test(text) ? today - 1 : dayOf(start);
    return { kind: 'counted', day, unit: 'day' };
  }
  const named = /(?:mon|tues|wednes|thurs|fri|satur|sun)day/i.test(text);
  const weekday = named ? { weekday: start.get('weekday') ?? 0 } : {};
  if (start.isCertain('month') && start.isCertain('day') && !start.isCertain('year')) {
    if (!/\d/.test(text)) return undefined;
    const meaning = {
      kind: 'monthDay',
      month: start.get('month')!,
      day: start.get('day')!,
    } as const;
    const until = end ? { until: { month: end.get('month')!, day: end.get('day')! } } : {};
    return { ...meaning, ...until, ...(start.isCertain('weekday') ? weekday : {}) };
  }
  if (named && start.isCertain('weekday') && !start.isCertain('month')) {
    const shift = /^(last|this|next)\b/i.exec(text)?.[1];
    return {
      kind: 'weekday',
      weekday: start.get('weekday')!,
      shift: shift?.toLowerCase() as Shift | undefined,
    };
  }
  return undefined;
}

function dayOf(components: ParsedComponents): number {
  return dayNumber(components.get('year')!, components.get('month')!, components.get('day')!);
}
