/** A small seeded generator (mulberry32), so that a measurement repeats exactly. */
export class Random {
  constructor(private state: number) {}

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number in [low, high]. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)]!;
  }

  /** Up to `count` of the values, in random order. */
  sample<T>(values: readonly T[], count: number): T[] {
    const rest = [...values];
    for (let i = 0; i < Math.min(count, rest.length); i++) {
      const other = this.between(i, rest.length - 1);
      [rest[i], rest[other]] = [rest[other]!, rest[i]!];
    }
    return rest.slice(0, count);
  }
}
