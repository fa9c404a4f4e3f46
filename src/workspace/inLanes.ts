import { breathe } from './breathe';

/** Visits all items, at most so many at a time, beginning them in their order. */
export async function inLanes<T>(
  items: Iterable<T>,
  lanes: number,
  visit: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (let next = rest.next(); !next.done; next = rest.next()) {
      await breathe();
      await visit(next.value);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
