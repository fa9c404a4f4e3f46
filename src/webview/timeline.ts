import { scaleUtc } from 'd3-scale';
import type { MappedEvent } from '../corpus/eventMap';

/** An event as it is drawn: a rounded bar from its first to its last day, thicker with more articles. */
export interface PlacedEvent {
  readonly event: MappedEvent;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where its title is written, as far as there is room for it. */
  readonly label?: { readonly x: number; readonly text: string };
}

export interface Tick {
  readonly x: number;
  readonly day: Date;
}

export interface Timeline {
  readonly width: number;
  readonly height: number;
  /** Height of the axis at the top. */
  readonly top: number;
  readonly events: readonly PlacedEvent[];
  readonly ticks: readonly Tick[];
}

const margin = 44;
const top = 30;
const gap = 6;
const perLetter = 6.6;
/** A bar so much longer than its title holds it, and the number of its articles at its end. */
const insideRoom = 60;
const longestTitle = 46;
const ticksEvery = 110;
const millisecondsADay = 86_400_000;

/** Thickness of a bar in pixels. */
function thickness(articles: number): number {
  return Math.min(34, 10 + 4 * Math.sqrt(articles));
}

function shorten(title: string): string {
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).trimEnd()}…`;
}

/** Places events by their days, in rows in which nothing overlaps. The earliest and largest rows come first. */
export function placeEvents(events: readonly MappedEvent[], width: number): Timeline {
  const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);
  const times = events.flatMap(({ start, end }) => [time(start), time(end)]);
  const first = Math.min(...times);
  const last = Math.max(...times);
  // One day alone would have no width.
  const spread = last - first < 2 * millisecondsADay ? millisecondsADay : 0;
  const scale = scaleUtc()
    .domain([new Date(first - spread), new Date(last + spread)])
    .range([margin, width - margin]);
  const rows: { end: number; height: number; members: PlacedEvent[] }[] = [];
  for (const event of events) {
    const height = thickness(event.articles);
    const x = scale(time(event.start)) - height / 2;
    const length = scale(time(event.end)) - scale(time(event.start)) + height;
    const text = shorten(event.title);
    const room = text.length * perLetter;
    const isInside = room + insideRoom <= length;
    const fitsRight = !isInside && x + length + gap + room <= width - gap;
    // At the right edge the title stands before its bar.
    const left = isInside || fitsRight ? x : x - gap - room;
    const right = fitsRight ? x + length + gap + room : x + length;
    const label = {
      text,
      x: isInside ? x + height / 2 : fitsRight ? x + length + gap : left,
    };
    const begin = Math.max(0, left);
    let row = rows.find((one) => one.end + 2 * gap <= begin);
    if (!row) {
      row = { end: 0, height: 0, members: [] };
      rows.push(row);
    }
    row.end = right;
    row.height = Math.max(row.height, height);
    row.members.push({ event, x, y: 0, width: length, height, ...(left >= 0 && { label }) });
  }
  let y = top + gap;
  const placed: PlacedEvent[] = [];
  for (const { height, members } of rows) {
    for (const member of members) placed.push({ ...member, y: y + (height - member.height) / 2 });
    y += height + gap;
  }
  const dayTicks = scale
    .ticks(Math.max(2, Math.floor(width / ticksEvery)))
    .filter((day) => day.getTime() % millisecondsADay === 0);
  return {
    ...{ width, height: y + gap, top },
    events: placed.sort((a, b) => a.x - b.x),
    ticks: dayTicks.map((day) => ({ x: scale(day), day })),
  };
}
