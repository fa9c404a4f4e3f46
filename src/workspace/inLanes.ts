import { breathe } from './breathe';

/**
 * Visits all items, at most so many at a time, beginning them in their order. After a failure no other is begun; it
 * rejects once those under way have ended, so that nothing is still at work behind the back of who waits.
 */
export async function inLanes<T>(
  items: Iterable<T>,
  lanes: number,
  visit: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  let hasFailed = false;
  const lane = async (): Promise<void> => {
    for (let next = rest.next(); !next.done && !hasFailed; next = rest.next()) {
      await breathe();
      try {
        await visit(next.value);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
