import { each, type OneOrMore, withOne, withoutOne } from './oneOrMore';

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
    const held = this.ids.get(hash);
    return held instanceof Set ? held.has(id) : held === id;
  }

  count(hash: number): number {
    const held = this.ids.get(hash);
    return held instanceof Set ? held.size : held === undefined ? 0 : 1;
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
