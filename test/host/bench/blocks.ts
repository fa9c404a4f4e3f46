/** A stretch without a turn of the event loop. */
export interface Block {
  /** Milliseconds that this thread computed meanwhile; by the clock where this Node cannot tell. */
  readonly busy: number;
  /** Seconds since the thread began. */
  readonly at: number;
}

type Threads = typeof process & { threadCpuUsage?: () => NodeJS.CpuUsage };

const interval = 5;

/** Milliseconds that this thread has used: of its processor, so that other work on a busy machine does not count. */
function used(): number {
  const time = (process as Threads).threadCpuUsage?.();
  return time ? (time.user + time.system) / 1000 : performance.now();
}

/** Watches how long this thread does not come back to its event loop. */
export class Blocks {
  private readonly timer: ReturnType<typeof setInterval>;
  private last = used();
  private found: Block[] = [];

  constructor() {
    this.timer = setInterval(() => {
      const now = used();
      this.found.push({ busy: now - this.last, at: performance.now() / 1000 });
      this.last = now;
    }, interval);
  }

  /** The longest stretches since it was asked last, the longest first. */
  longest(count: number): readonly Block[] {
    const found = this.found.sort((a, b) => b.busy - a.busy).slice(0, count);
    this.found = [];
    return found;
  }

  dispose(): void {
    clearInterval(this.timer);
  }
}
