import type { Message } from '../analysis/article';
import { type Stamp, stampAfter } from './records';

/** One record written to one file, and the record that it replaced there, if any. */
export interface RecordChange {
  readonly file: string;
  readonly before?: Stamp;
  readonly after: Stamp;
}

/** Something a person did, as the palette names it, in one file or in many. */
export interface Action {
  readonly name: Message;
  readonly changes: readonly RecordChange[];
}

/** What can be taken back and done again, last action last. Apart from the undo of text. */
export interface History {
  readonly done: readonly Action[];
  readonly undone: readonly Action[];
}

export const emptyHistory: History = { done: [], undone: [] };

/** A record to append to a file. */
export interface Write {
  readonly file: string;
  readonly record: Stamp;
}

/** An undo or redo: the history after it, what to append, and the action's name. */
export interface Turn {
  readonly history: History;
  readonly writes: readonly Write[];
  readonly name: Message;
}

const maxActions = 200;

/** The history after a new action: what had been undone cannot be done again. */
export function perform({ done }: History, action: Action): History {
  return { done: [...done, action].slice(-maxActions), undone: [] };
}

/**
 * Tells what stood in a file under the id of `after` before it: `shown`, which the person saw, or their own later word of
 * this history, where the next decision came sooner than the last one could be shown.
 */
export function wordsBefore({
  done,
}: History): (file: string, after: Stamp, shown: Stamp | undefined) => Stamp | undefined {
  const keyOf = (file: string, { id, by }: Stamp): string => [file, id, by].join('\n');
  const last = new Map<string, Stamp>();
  for (const { changes } of done) {
    for (const { file, after } of changes) last.set(keyOf(file, after), after);
  }
  return (file, after, shown) => {
    const own = last.get(keyOf(file, after));
    return own && (!shown || shown.ts < own.ts) ? own : shown;
  };
}

/**
 * Takes back the last action: for each record the one before it, or itself withdrawn, written anew with a later
 * time, for nothing is ever deleted. `now`: ISO 8601; `newest`: the newest time known of an id in a file, by anyone.
 */
export function undo(
  { done, undone }: History,
  now: string,
  newest: (file: string, id: string) => string | undefined,
): Turn | undefined {
  const action = done.at(-1);
  if (!action) return undefined;
  const writes = action.changes.map(({ file, before, after }) => {
    const record = before ?? { ...after, st: 'withdrawn' };
    return restamp(file, record, after, now, newest);
  });
  const history = { done: done.slice(0, -1), undone: [...undone, action] };
  return { history, writes, name: action.name };
}

/** Does the last undone action again. */
export function redo(
  { done, undone }: History,
  now: string,
  newest: (file: string, id: string) => string | undefined,
): Turn | undefined {
  const action = undone.at(-1);
  if (!action) return undefined;
  const writes = action.changes.map(({ file, after }) => restamp(file, after, after, now, newest));
  const history = { done: [...done, action], undone: undone.slice(0, -1) };
  return { history, writes, name: action.name };
}

function restamp(
  file: string,
  record: Stamp,
  after: Stamp,
  now: string,
  newest: (file: string, id: string) => string | undefined,
): Write {
  const known = newest(file, record.id);
  const last = known !== undefined && known > after.ts ? known : after.ts;
  return { file, record: { ...record, by: after.by, ts: stampAfter(last, now) } };
}
