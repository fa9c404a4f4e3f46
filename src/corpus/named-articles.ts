import { mostForms } from './card';
import type { EntryName } from './entry';

/** The place of a name in an article as one number: there are millions of them. */
export type Place = number;

/** The names of each article, as their cards hold them. */
export class NamedArticles {
  private readonly numbers = new Map<string, number>();
  private readonly ids: string[] = [];
  private readonly names: (readonly EntryName[])[] = [];
  private readonly free: number[] = [];

  /** Takes an article that is not here yet. */
  add(id: string, names: readonly EntryName[]): void {
    const number = this.free.pop() ?? this.ids.length;
    this.numbers.set(id, number);
    this.ids[number] = id;
    this.names[number] = names;
  }

  remove(id: string): void {
    const number = this.numbers.get(id);
    if (number === undefined) return;
    this.numbers.delete(id);
    this.names[number] = [];
    this.free.push(number);
  }

  /** The names of an article, each with its place; none where the article is unknown. */
  *of(id: string): Generator<readonly [Place, EntryName]> {
    const number = this.numbers.get(id);
    if (number === undefined) return;
    for (const [i, name] of this.names[number]!.entries()) yield [number * mostForms + i, name];
  }

  name(place: Place): EntryName {
    return this.names[Math.floor(place / mostForms)]![place % mostForms]!;
  }

  /** The id of the article that a place is in. */
  article(place: Place): string {
    return this.ids[Math.floor(place / mostForms)]!;
  }
}
