import { dayNumber, dayParts, daysInMonth, weekday } from './calendar';
import type { ClauseTense } from './clause';
import type { Meaning, Part, Shift } from './meaning';

/** Days by number, both ends included. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** Can the meaning be told without the article's date? */
export function isAbsolute(meaning: Meaning): boolean {
  return (
    meaning.kind === 'days' ||
    meaning.kind === 'year' ||
    meaning.kind === 'decade' ||
    (meaning.kind === 'month' && meaning.year !== undefined)
  );
}

/**
 * The days that are meant. `anchor` is the day of publication and is only looked at by meanings that are not absolute;
 * the tense of the clause chooses between the last and the next Friday.
 */
export function resolveDate(
  meaning: Meaning,
  anchor: number,
  tense: ClauseTense | undefined,
): DayRange {
  switch (meaning.kind) {
    case 'days':
      return { from: meaning.from, to: meaning.to };
    case 'year':
      return partOfYear(meaning.year, meaning.part);
    case 'decade':
      return { from: dayNumber(meaning.year, 1, 1), to: dayNumber(meaning.year + 9, 12, 31) };
    case 'month': {
      const year = meaning.year ?? yearOfMonth(meaning.month, anchor, meaning.shift, tense);
      return partOfMonth(year, meaning.month, meaning.part);
    }
    case 'monthDay':
      return dayOfYear(meaning, anchor, tense);
    case 'weekday': {
      const day = nearestWeekday(meaning.weekday, anchor, meaning.shift, tense);
      return { from: day, to: day };
    }
    case 'period':
      return period(meaning, anchor, tense);
    case 'counted':
      return counted(meaning.day, meaning.unit);
  }
}

function partOfYear(year: number, part: Part | undefined): DayRange {
  const [first, last] = {
    start: [1, 1],
    early: [1, 4],
    mid: [5, 8],
    late: [9, 12],
    end: [12, 12],
    all: [1, 12],
  }[part ?? 'all'] as [number, number];
  return { from: dayNumber(year, first, 1), to: dayNumber(year, last, daysInMonth(year, last)) };
}

function partOfMonth(year: number, month: number, part: Part | undefined): DayRange {
  const length = daysInMonth(year, month);
  const [first, last] = {
    start: [1, 7],
    early: [1, 10],
    mid: [11, 20],
    late: [21, length],
    end: [length - 6, length],
    all: [1, length],
  }[part ?? 'all'] as [number, number];
  return { from: dayNumber(year, month, first), to: dayNumber(year, month, last) };
}

function yearOfMonth(
  month: number,
  anchor: number,
  shift: Shift | undefined,
  tense: ClauseTense | undefined,
): number {
  const now = dayParts(anchor);
  if (shift === 'this') return now.year;
  if (shift === 'last') return month < now.month ? now.year : now.year - 1;
  if (shift === 'next') return month > now.month ? now.year : now.year + 1;
  if (tense === 'past') return month <= now.month ? now.year : now.year - 1;
  if (tense === 'future') return month >= now.month ? now.year : now.year + 1;
  const ahead = (month - now.month + 12) % 12;
  return ahead <= 6
    ? now.year + (month < now.month ? 1 : 0)
    : now.year - (month > now.month ? 1 : 0);
}

/** How many times nearer a day on the wrong side of the tense must be to be taken: "days before taking office on January 20". */
const againstTense = 8;

function dayOfYear(
  { month, day, until, weekday: named }: Extract<Meaning, { kind: 'monthDay' }>,
  anchor: number,
  tense: ClauseTense | undefined,
): DayRange {
  const { year } = dayParts(anchor);
  const distance = (candidate: number) => {
    const ahead = dayNumber(candidate, month, day) - anchor;
    const wrong = tense === 'past' ? ahead > 0 : tense === 'future' && ahead < 0;
    const agrees = named === undefined || weekday(anchor + ahead) === named;
    return Math.abs(ahead) * (wrong ? againstTense : 1) + (agrees ? 0 : 1000);
  };
  const best = [year, year - 1, year + 1].reduce((a, b) => (distance(b) < distance(a) ? b : a));
  const from = dayNumber(best, month, Math.min(day, daysInMonth(best, month)));
  if (!until) return { from, to: from };
  const to = dayNumber(best + (until.month < month ? 1 : 0), until.month, until.day);
  return { from, to: Math.max(from, to) };
}

function nearestWeekday(
  named: number,
  anchor: number,
  shift: Shift | undefined,
  tense: ClauseTense | undefined,
): number {
  const back = (weekday(anchor) - named + 7) % 7;
  const ahead = (7 - back) % 7;
  if (shift === 'last') return anchor - (back === 0 ? 7 : back);
  if (shift === 'next') return anchor + (ahead === 0 ? 7 : ahead);
  if (shift === 'this') return tense === 'past' ? anchor - back : anchor + ahead;
  return tense === 'future' ? anchor + ahead : anchor - back;
}

const steps = { last: -1, this: 0, next: 1 } as const;

function period(
  { unit, shift, side }: Extract<Meaning, { kind: 'period' }>,
  anchor: number,
  tense: ClauseTense | undefined,
): DayRange {
  const step = steps[shift ?? 'this'];
  const now = dayParts(anchor);
  const monday = anchor - ((weekday(anchor) + 6) % 7) + 7 * step;
  let range: DayRange;
  if (unit === 'year') range = partOfYear(now.year + step, undefined);
  else if (unit === 'month') {
    const first = dayParts(dayNumber(now.year, now.month + step, 1));
    range = partOfMonth(first.year, first.month, undefined);
  } else if (unit === 'week') range = { from: monday, to: monday + 6 };
  else {
    // Told on a working day, "over the weekend" is the one before, unless it is to come.
    const over = tense === 'past' || (shift === undefined && tense === undefined);
    const before = shift !== 'last' && shift !== 'next' && over && weekday(anchor) % 6 !== 0;
    range = { from: monday + 5 - (before ? 7 : 0), to: monday + 6 - (before ? 7 : 0) };
  }
  if (side === 'earlier') return { from: range.from, to: Math.min(range.to, anchor) };
  if (side === 'later') return { from: Math.max(range.from, anchor), to: range.to };
  return range;
}

function counted(day: number, unit: 'day' | 'week' | 'month' | 'year'): DayRange {
  const { year, month } = dayParts(day);
  if (unit === 'year') return partOfYear(year, undefined);
  if (unit === 'month') return partOfMonth(year, month, undefined);
  if (unit === 'day') return { from: day, to: day };
  const monday = day - ((weekday(day) + 6) % 7);
  return { from: monday, to: monday + 6 };
}
