import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something a test wants to see; the error says what was missing and what was there. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T>,
  isGood: (value: T) => boolean = (value) => Boolean(value),
  limit = 30_000,
): Promise<T> {
  const end = Date.now() + limit;
  let value = await look();
  while (!isGood(value)) {
    if (Date.now() > end) {
      throw new Error(`${what}: not within ${limit / 1000} s; last seen: ${JSON.stringify(value)}`);
    }
    await sleep(100);
    value = await look();
  }
  return value;
}
