import { hashTerm } from './hash';

const millisecondsADay = 86_400_000;

/** Days since 1970-01-01 of a `YYYY-MM-DD`; undefined where it is no such day. */
export function dayNumber(day: string): number | undefined {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : Math.round(time / millisecondsADay);
}

/** The term that stands for a day in an article's vector. */
export function dayTerm(day: number): number {
  return hashTerm(`day:${day}`);
}
