/** Which articles hold a line, by its hash. Most lines have one holder: such a set is that article's id. */
export class Holders {
  private readonly sets = new Map<number, string | Set<string>>();

  /** Does nobody hold anything? */
  get isEmpty(): boolean {
    return this.sets.size === 0;
  }

  /** The ids of the articles that hold a line. */
  of(hash: number): ReadonlySet<string> {
    const held = this.sets.get(hash);
    return typeof held === 'string' ? new Set([held]) : (held ?? new Set());
  }

  /** How many articles hold a line. */
  count(hash: number): number {
    const held = this.sets.get(hash);
    return typeof held === 'string' ? 1 : (held?.size ?? 0);
  }

  add(hash: number, id: string): void {
    const held = this.sets.get(hash);
    if (held === undefined) this.sets.set(hash, id);
    else if (typeof held !== 'string') held.add(id);
    else if (held !== id) this.sets.set(hash, new Set([held, id]));
  }

  delete(hash: number, id: string): void {
    const held = this.sets.get(hash);
    if (held === id) this.sets.delete(hash);
    if (typeof held !== 'object') return;
    held.delete(id);
    if (held.size === 1) this.sets.set(hash, [...held][0]!);
  }
}
