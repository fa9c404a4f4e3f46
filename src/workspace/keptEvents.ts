import type { EventView } from '../corpus/entry';
import { breathe } from './breathe';

/** What the kept events were made with: others are of no use. */
export interface KeptFor {
  readonly key: string;
  readonly granularity: string;
}

/** Events made into bytes, or back, at a time: all at once would block this thread. */
const piece = 100;

/** Events as bytes: a line of JSON that says for what and how many, then a line for each. */
export async function writeEvents(
  { key, granularity }: KeptFor,
  events: readonly EventView[],
): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const pieces = [encoder.encode(JSON.stringify({ key, granularity, count: events.length }))];
  for (let at = 0; at < events.length; at += piece) {
    await breathe();
    const lines = events.slice(at, at + piece).map((event) => `\n${JSON.stringify(event)}`);
    pieces.push(encoder.encode(lines.join('')));
  }
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const each of pieces) {
    bytes.set(each, end);
    end += each.length;
  }
  return bytes;
}

/** The events of such bytes; none if they were kept for something else. Throws where the bytes are damaged. */
export async function readEvents(wanted: KeptFor, bytes: Uint8Array): Promise<EventView[]> {
  const [head = '', ...lines] = new TextDecoder().decode(bytes).split('\n');
  const { key, granularity, count } = JSON.parse(head) as KeptFor & { readonly count: number };
  if (key !== wanted.key || granularity !== wanted.granularity) return [];
  if (lines.length !== count) throw new Error('events cut short');
  const events: EventView[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % piece === 0) await breathe();
    events.push(JSON.parse(line) as EventView);
  }
  return events;
}
