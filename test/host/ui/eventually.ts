import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for something a test wants to see; the error says what was missing and what was there. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T>,
  isGood: (value: T) => boolean = (value) => Boolean(value),
  limit = 30_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const seen = await lookAt(look);
    if ('value' in seen && isGood(seen.value)) return seen.value;
    if (Date.now() > end) {
      throw new Error(`${what}: not within ${limit / 1000} s; last seen: ${JSON.stringify(seen)}`);
    }
    await sleep(100);
  }
}

/** What is there now; a file is away for a moment while another takes its place. */
async function lookAt<T>(look: () => Promise<T>): Promise<{ value: T } | { away: string }> {
  try {
    return { value: await look() };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { away: message };
    throw error;
  }
}
