import { each, holds, howMany, type OneOrMore, withOne, withoutOne } from './oneOrMore';

/** Which articles hold a line, by its hash: most lines have one holder. */
export class Holders {
  private readonly ids = new Map<number, OneOrMore<string>>();

  /** Does nobody hold anything? */
  get isEmpty(): boolean {
    return this.ids.size === 0;
  }

  of(hash: number): Iterable<string> {
    return each(this.ids.get(hash));
  }

  has(hash: number, id: string): boolean {
    return holds(this.ids.get(hash), id);
  }

  count(hash: number): number {
    return howMany(this.ids.get(hash));
  }

  add(hash: number, id: string): void {
    this.ids.set(hash, withOne(this.ids.get(hash), id));
  }

  delete(hash: number, id: string): void {
    const left = withoutOne(this.ids.get(hash), id);
    if (left === undefined) this.ids.delete(hash);
    else this.ids.set(hash, left);
  }
}
