/** As long as this thread may work at a stretch before others have their turn, milliseconds. */
const longest = 12;

const waiting: (() => void)[] = [];
let isDue = false;
let begin = 0;

async function letGo(): Promise<void> {
  begin = performance.now();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    next();
    // What waited works now, before the next one is let go.
    await Promise.resolve();
    if (performance.now() - begin > longest) break;
  }
  isDue = waiting.length > 0;
  if (isDue) setTimeout(() => void letGo());
}

/**
 * To be awaited between pieces of long work: at once where little was done since the last turn of the event loop,
 * else when others have had theirs.
 */
export function breathe(): Promise<void> {
  if (!isDue && performance.now() - begin < longest) return Promise.resolve();
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (isDue) return;
    isDue = true;
    setTimeout(() => void letGo());
  });
}
