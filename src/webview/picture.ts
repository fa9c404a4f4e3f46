import type { EventMap, MappedEvent, MappedName } from '../corpus/eventMap';
import { escapeXml } from '../formats/escapeXml';
import type { Network, PlacedName } from './network';
import type { Timeline } from './timeline';

/** The words of the pictures, in the reader's language. */
export interface MapWords {
  readonly timeline: string;
  readonly network: string;
  day(day: Date): string;
  event(event: MappedEvent): string;
  name(name: MappedName): string;
}

const frame = (label: string, width: number, height: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" role="group" aria-label="${escapeXml(label)}" ` +
  `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>`;

const round = (value: number): string => value.toFixed(1).replace(/\.0$/, '');

/** One thing that can be opened. The first of a picture is reached by Tab, the others by arrows. */
function node(
  kind: 'event' | 'name',
  id: string,
  label: string,
  isFirst: boolean,
  content: string,
): string {
  return (
    `<g class="node" role="button" tabindex="${isFirst ? 0 : -1}" data-${kind}="${escapeXml(id)}" ` +
    `aria-label="${escapeXml(label)}"><title>${escapeXml(label)}</title>${content}</g>`
  );
}

/** The events by their days as SVG. */
export function timelineSvg(timeline: Timeline, words: MapWords): string {
  const { width, height, top, events, ticks } = timeline;
  const axis = ticks
    .map(
      ({ x, day }) =>
        `<line class="grid" x1="${round(x)}" x2="${round(x)}" y1="${top - 8}" y2="${round(height)}"/>` +
        `<text class="tick" x="${round(x)}" y="14" text-anchor="middle">${escapeXml(words.day(day))}</text>`,
    )
    .join('');
  const bars = events.map(({ event, x, y, width: length, height: thick, label }, index) => {
    const middle = round(y + thick / 2 + 4);
    return node(
      'event',
      event.id,
      words.event(event),
      index === 0,
      `<rect class="bar" x="${round(x)}" y="${round(y)}" width="${round(length)}" height="${round(thick)}" rx="${round(thick / 2)}"/>` +
        (event.articles > 1 && thick > 12
          ? `<text class="count" x="${round(label && label.x < x + length && label.x > x ? x + length - thick / 2 - 6 : x + length / 2)}" y="${middle}" text-anchor="middle">${event.articles}</text>`
          : '') +
        (label
          ? `<text class="label" x="${round(label.x)}" y="${middle}">${escapeXml(label.text)}</text>`
          : ''),
    );
  });
  return frame(words.timeline, width, Math.ceil(height), axis + bars.join(''));
}

/** Each type has a form of its own, so that none is told by colour alone. */
function shape({ name: { type }, x, y, radius }: PlacedName): string {
  const r = radius * (type === 'PER' ? 1 : 0.9);
  const [left, above] = [round(x - r), round(y - r)];
  const square = `x="${left}" y="${above}" width="${round(2 * r)}" height="${round(2 * r)}"`;
  switch (type) {
    case 'PER':
      return `<circle class="person" cx="${round(x)}" cy="${round(y)}" r="${round(r)}"/>`;
    case 'LOC':
      return `<rect class="place" ${square} transform="rotate(45 ${round(x)} ${round(y)}) "/>`;
    default:
      return `<rect class="organisation" ${square} rx="2"/>`;
  }
}

/** The names that occur together as SVG. */
export function networkSvg({ width, height, names, ties }: Network, words: MapWords): string {
  const lines = ties.map(
    ({ from, to, thickness }) =>
      `<line class="tie" data-from="${escapeXml(from.name.id)}" data-to="${escapeXml(to.name.id)}" ` +
      `x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke-width="${round(thickness)}"/>`,
  );
  const nodes = names.map((placed, index) => {
    const { name, x, y, radius } = placed;
    return node(
      'name',
      name.id,
      words.name(name),
      index === 0,
      `${shape(placed)}<text class="label halo" x="${round(x)}" y="${round(y + radius + 13)}" text-anchor="middle">${escapeXml(name.name)}</text>`,
    );
  });
  return frame(words.network, width, height, lines.join('') + nodes.join(''));
}

/** The same as lists, for whoever reads rather than looks. */
export function mapLists(
  { events, names }: EventMap,
  words: MapWords,
): { readonly events: string; readonly names: string } {
  const entry = (kind: 'event' | 'name', id: string, label: string): string =>
    `<li><button type="button" data-${kind}="${escapeXml(id)}">${escapeXml(label)}</button></li>`;
  return {
    events: events.map((event) => entry('event', event.id, words.event(event))).join(''),
    names: names.map((name) => entry('name', name.id, words.name(name))).join(''),
  };
}
