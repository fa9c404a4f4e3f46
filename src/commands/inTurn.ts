import type { CommandTable } from './annotate';

/** Keys may come faster than decisions are written: each command finds what the one before it left. */
export function inTurn(table: CommandTable): CommandTable {
  let last: Promise<unknown> = Promise.resolve();
  const after =
    (run: (...args: never[]) => unknown) =>
    (...args: never[]): Promise<unknown> => {
      const turn = last.then(() => run(...args));
      last = turn.catch(() => undefined);
      return turn;
    };
  return Object.fromEntries(Object.entries(table).map(([id, run]) => [id, after(run)]));
}
