import { dayNumber, weekday } from './calendar';

/** Hours east of Greenwich by the abbreviations that news pages print. Shared ones mean the most common reader's. */
const hours: Readonly<Record<string, number>> = {
  ...{ z: 0, gmt: 0, utc: 0, wet: 0, bst: 1, west: 1, cet: 1, wat: 1, mez: 1, cest: 2, mesz: 2 },
  ...{ eet: 2, sast: 2, cat: 2, eest: 3, msk: 3, eat: 3, trt: 3, irst: 3.5, gst: 4, pkt: 5 },
  ...{ ist: 5.5, npt: 5.75, wib: 7, ict: 7, hkt: 8, sgt: 8, pht: 8, myt: 8, awst: 8, jst: 9 },
  ...{ kst: 9, acst: 9.5, aest: 10, acdt: 10.5, aedt: 11, nzst: 12, nzdt: 13 },
  ...{ brt: -3, art: -3, adt: -3, ast: -4, edt: -4, est: -5, cdt: -5, cst: -6, mdt: -6 },
  ...{ mst: -7, pdt: -7, pst: -8, akdt: -8, akst: -9, hst: -10 },
};

/** "ET" and its like leave summer or winter to the reader. */
const usStandard: Readonly<Record<string, number>> = { et: -5, ct: -6, mt: -7, pt: -8 };

/** Words that name the place's own time, whichever it is. */
const localTime: ReadonlySet<string> = new Set(['uhr', 'hrs', 'h']);

/** `+01:00` for "CET", "GMT+1", "+0100"…, nothing for "Uhr"; undefined for words that are no zone. `day` decides between EST and EDT. */
export function zoneOffset(zone: string, day: number): string | undefined {
  const name = zone.toLowerCase();
  const us = usStandard[name];
  if (us !== undefined) return offset(us + (isUsSummer(day) ? 1 : 0));
  const known = hours[name];
  if (known !== undefined) return offset(known);
  if (localTime.has(name)) return '';
  const numeric = /^(?:gmt|utc)?([+-])(\d{1,2})(?::?(\d\d))?$/.exec(name);
  if (!numeric) return undefined;
  const size = Number(numeric[2]) + Number(numeric[3] ?? 0) / 60;
  return size <= 14 ? offset(numeric[1] === '-' ? -size : size) : undefined;
}

function offset(hoursEast: number): string {
  const minutes = Math.round(Math.abs(hoursEast) * 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${hoursEast < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** From the second Sunday of March to the first of November (Energy Policy Act of 2005). */
function isUsSummer(day: number): boolean {
  const year = new Date(day * 86_400_000).getUTCFullYear();
  return day >= sundayFrom(dayNumber(year, 3, 8)) && day < sundayFrom(dayNumber(year, 11, 1));
}

function sundayFrom(day: number): number {
  return day + ((7 - weekday(day)) % 7);
}
