import { CopyIndex, isSameReport } from './duplicates';
import type { CorpusEntry } from './entry';
import { NeighbourIndex } from './neighbours';
import { compare } from './order';
import { Weighing } from './weighing';

/** The articles, each in a slot: a small number that stays its own while it is in the corpus; and what finds them. */
export class ArticleStore {
  readonly neighbours = new NeighbourIndex();
  readonly copies = new CopyIndex();
  /** For a slot whose report others hold too: the one of these that comes first by its article's id. */
  readonly sameAs: (number | undefined)[] = [];
  private readonly weighing = new Weighing();
  private readonly slots = new Map<string, number>();
  private readonly entries: (CorpusEntry | undefined)[] = [];
  private readonly freeSlots: number[] = [];

  get size(): number {
    return this.slots.size;
  }

  /** The article in a slot that is taken. */
  entry(slot: number): CorpusEntry {
    return this.entries[slot]!;
  }

  readonly slotOf = (id: string): number | undefined => this.slots.get(id);

  ids(): IterableIterator<string> {
    return this.slots.keys();
  }

  all(): number[] {
    return this.inOrder(this.slots.values());
  }

  /** Slots by the ids of their articles, so that results do not depend on who came first. */
  inOrder(slots: Iterable<number>): number[] {
    return [...slots].sort((a, b) => compare(this.entry(a).id, this.entry(b).id));
  }

  /** Adds or replaces an article; says whether anything changed that the grouping reads. */
  put(entry: CorpusEntry): { slot: number; isFresh: boolean } {
    const known = this.slots.get(entry.id);
    const slot = known ?? this.freeSlots.pop() ?? this.entries.length;
    if (known !== undefined) {
      const former = this.entry(known);
      if (former.hash === entry.hash && former.features === entry.features) {
        this.entries[known] = entry;
        return { slot, isFresh: false };
      }
      this.weighing.exclude(former.features);
      this.forgetCopies(known);
    }
    this.slots.set(entry.id, slot);
    this.entries[slot] = entry;
    this.weighing.include(entry.features);
    this.copies.set(slot, entry.features.shingles);
    for (const other of this.joinCopies(slot)) {
      const known = this.sameAs[other];
      if (known === undefined || this.isBefore(slot, known)) this.sameAs[other] = slot;
    }
    return { slot, isFresh: true };
  }

  /** Frees an article's slot. */
  remove(slot: number): void {
    const { id, features } = this.entry(slot);
    this.weighing.exclude(features);
    this.neighbours.delete(slot);
    this.forgetCopies(slot);
    this.slots.delete(id);
    this.entries[slot] = undefined;
    this.freeSlots.push(slot);
  }

  /** Gives an article its vector by what is known of the corpus now. */
  weigh(slot: number): void {
    this.neighbours.set(slot, this.weighing.vectorOf(this.entry(slot).features));
  }

  /** Finds the first of the same reports for an article; gives those that come after it. */
  private joinCopies(slot: number): number[] {
    const same = this.copies
      .copiesOf(slot)
      .filter(isSameReport)
      .map((copy) => copy.slot);
    const earlier = this.inOrder(same.filter((other) => this.isBefore(other, slot)));
    this.sameAs[slot] = earlier[0];
    return same.filter((other) => this.isBefore(slot, other));
  }

  /** Articles that were the same report as this one look for another. */
  private forgetCopies(slot: number): void {
    const dependents = this.copies
      .copiesOf(slot)
      .filter((copy) => this.sameAs[copy.slot] === slot)
      .map((copy) => copy.slot);
    this.copies.delete(slot);
    this.sameAs[slot] = undefined;
    for (const other of dependents) this.joinCopies(other);
  }

  private isBefore(a: number, b: number): boolean {
    return compare(this.entry(a).id, this.entry(b).id) < 0;
  }
}
