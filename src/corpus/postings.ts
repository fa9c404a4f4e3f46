/** A list that grows in place takes room for sixteen more, so short ones are made anew. */
const short = 8;

/** Which slots hold a term. Most terms have one holder: such a list is its number. */
export class Postings {
  private readonly lists = new Map<number, number | number[]>();

  of(term: number): readonly number[] {
    const list = this.lists.get(term);
    return typeof list === 'number' ? [list] : (list ?? []);
  }

  add(term: number, slot: number): void {
    const list = this.lists.get(term);
    if (list === undefined) this.lists.set(term, slot);
    else if (typeof list === 'number') this.lists.set(term, [list, slot]);
    else if (list.length < short) this.lists.set(term, [...list, slot]);
    else list.push(slot);
  }

  delete(term: number, slot: number): void {
    const list = this.lists.get(term);
    if (typeof list === 'number' || list === undefined) {
      if (list === slot) this.lists.delete(term);
      return;
    }
    const last = list.pop()!;
    if (last !== slot) list[list.indexOf(slot)] = last;
    if (list.length === 1) this.lists.set(term, list[0]!);
  }
}
