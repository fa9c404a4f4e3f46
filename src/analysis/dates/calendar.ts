/**
 * Arithmetic on calendar days. A day is counted from 1970-01-01 in the proleptic Gregorian calendar,
 * so that ranges and weekdays are plain integer sums, free of clocks and time zones.
 */

const millisecondsADay = 86_400_000;

/** The number of the day. `month` is 1–12; days and months outside their range roll over. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / millisecondsADay;
}

/** `YYYY-MM-DD` of a day's number. */
export function isoDay(day: number): string {
  return new Date(day * millisecondsADay).toISOString().slice(0, 10);
}

/** The day's number of `YYYY-MM-DD`; undefined for anything that is not such a day. */
export function parseIsoDay(iso: string): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return isDay(year, month, day) ? dayNumber(year, month, day) : undefined;
}

/** Is there such a day? */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** 28–31. `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 0 Sunday … 6 Saturday. The first day of the count was a Thursday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Year, month (1–12) and day of the month of a day's number. */
export function dayParts(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * millisecondsADay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
