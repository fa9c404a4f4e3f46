import type { NamedGroup } from './naming';

/** Which events a step touched, by id, and the slots that went from one event to another. */
export interface Moved {
  readonly changed: Set<string>;
  readonly removed: Set<string>;
  readonly slots: Set<number>;
}

export const nothingMoved = (): Moved => ({
  ...{ changed: new Set(), removed: new Set(), slots: new Set() },
});

/** Which event each article is in; every change is noted in a `Moved`. */
export class EventTable {
  private readonly events = new Map<string, NamedGroup>();
  private readonly ids: (string | undefined)[] = [];

  get(id: string): NamedGroup | undefined {
    return this.events.get(id);
  }

  all(): IterableIterator<NamedGroup> {
    return this.events.values();
  }

  readonly idOf = (slot: number): string | undefined => this.ids[slot];

  /** The article's event as slots; the article alone where it has none. */
  mates(slot: number): readonly number[] {
    const id = this.ids[slot];
    return id === undefined ? [slot] : this.events.get(id)!.slots;
  }

  /** Takes an article out of its event, which ends where it was the last. */
  leave(slot: number, moved: Moved): void {
    const id = this.ids[slot];
    if (id === undefined) return;
    const left = this.events.get(id)!.slots.filter((other) => other !== slot);
    this.set(id, left, moved);
    this.ids[slot] = undefined;
  }

  /** Makes articles, wherever they were, one event. */
  settle(id: string, slots: readonly number[], moved: Moved): void {
    for (const slot of slots) {
      if (this.ids[slot] !== id) this.leave(slot, moved);
      this.ids[slot] = id;
    }
    this.set(id, slots, moved);
  }

  /**
   * Puts articles, whole events of them, into other events.
   * @param events event id → slots, which together are `slots`
   */
  rearrange(
    slots: readonly number[],
    events: ReadonlyMap<string, readonly number[]>,
    moved: Moved,
  ): void {
    const former = new Set(slots.map(this.idOf).filter((id) => id !== undefined));
    for (const [id, members] of events) {
      const was = this.events.get(id)?.slots;
      former.delete(id);
      for (const slot of members) {
        const before = this.ids[slot];
        if (before !== undefined && before !== id) moved.slots.add(slot);
        this.ids[slot] = id;
      }
      if (!was || !sameMembers(was, members)) this.set(id, members, moved);
    }
    for (const id of former) this.set(id, [], moved);
  }

  private set(id: string, slots: readonly number[], moved: Moved): void {
    if (slots.length === 0) {
      this.events.delete(id);
      moved.changed.delete(id);
      moved.removed.add(id);
      return;
    }
    this.events.set(id, { id, slots });
    moved.removed.delete(id);
    moved.changed.add(id);
  }
}

function sameMembers(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  const known = new Set(a);
  return b.every((slot) => known.has(slot));
}
