import type { CorpusEntry } from './entry';
import { hashString } from './hash';
import { link, merge, mergeRules, type Granularity, type Group } from './linkage';
import { NeighbourIndex } from './neighbours';
import { Weighing } from './weighing';

const mostNeighbours = 30;
const largestNeighbourhood = 120;
/** After this growth every article is weighed and linked anew. */
const growthToRegroup = 1.5;
/** Neighbours below this share of the merge threshold are not looked at. */
const nearEnough = 0.6;

/** What a person decided about which articles belong together. */
export interface Decisions {
  /** Article id → event id. */
  readonly pins: ReadonlyMap<string, string>;
  readonly together: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
}

export const noDecisions: Decisions = { pins: new Map(), together: [], apart: [] };

/** One event as the grouping holds it. */
export interface GroupedEvent {
  readonly id: string;
  readonly slots: readonly number[];
}

/** Which events a step touched, by id. */
export interface Moved {
  readonly changed: Set<string>;
  readonly removed: Set<string>;
}

/**
 * The articles and their events. An article has a slot, a small number that stays its own while it is in the corpus.
 * Adding, changing or removing an article re-groups its neighbourhood only; every 1.5-fold growth re-groups all.
 */
export class Grouping {
  readonly weighing = new Weighing();
  readonly neighbours = new NeighbourIndex();
  private readonly slots = new Map<string, number>();
  private readonly entries: (CorpusEntry | undefined)[] = [];
  private readonly freeSlots: number[] = [];
  private readonly events = new Map<string, GroupedEvent>();
  private readonly eventIds: (string | undefined)[] = [];
  private decisions = noDecisions;
  private regroupedAt = 0;

  constructor(private granularity: Granularity) {}

  get size(): number {
    return this.slots.size;
  }

  entry(slot: number): CorpusEntry {
    return this.entries[slot]!;
  }

  slotOf(id: string): number | undefined {
    return this.slots.get(id);
  }

  ids(): IterableIterator<string> {
    return this.slots.keys();
  }

  event(id: string): GroupedEvent | undefined {
    return this.events.get(id);
  }

  allEvents(): IterableIterator<GroupedEvent> {
    return this.events.values();
  }

  eventIdOf(slot: number): string | undefined {
    return this.eventIds[slot];
  }

  setGranularity(granularity: Granularity): void {
    this.granularity = granularity;
  }

  setDecisions(decisions: Decisions): void {
    this.decisions = decisions;
  }

  apply(upserts: readonly CorpusEntry[], removedIds: readonly string[]): Moved {
    const moved: Moved = { changed: new Set(), removed: new Set() };
    for (const id of removedIds) this.remove(id, moved);
    const fresh: number[] = [];
    for (const entry of upserts) {
      const slot = this.place(entry, moved);
      if (slot !== undefined) fresh.push(slot);
    }
    if (fresh.length === 0) return moved;
    if (this.size >= this.regroupedAt * growthToRegroup) return joined(moved, this.regroup());
    for (const slot of fresh) this.weigh(slot);
    this.regroupAround(this.inOrder(new Set(fresh)), moved);
    return moved;
  }

  /** Weighs and links everything anew; events keep their ids by the articles they share with the former ones. */
  regroup(): Moved {
    const all = this.inOrder(new Set(this.slots.values()));
    for (const slot of all) this.weigh(slot);
    this.regroupedAt = this.size;
    const groups = this.startingGroups(all);
    const placeOf = new Map<number, number>();
    groups.forEach((group, place) => {
      for (const slot of group.members) placeOf.set(slot, place);
    });
    const least = mergeRules[this.granularity].least * nearEnough;
    const pairs = new Set<number>();
    for (const slot of all) {
      for (const near of this.neighbours.nearest(slot, mostNeighbours, least)) {
        const a = placeOf.get(slot)!;
        const b = placeOf.get(near.slot)!;
        if (a !== b) pairs.add(Math.min(a, b) * groups.length + Math.max(a, b));
      }
    }
    const split = function* (): Generator<[number, number]> {
      for (const pair of pairs) yield [Math.floor(pair / groups.length), pair % groups.length];
    };
    const moved: Moved = { changed: new Set(), removed: new Set() };
    this.rename(all, this.linked(groups, split()), moved);
    return moved;
  }

  private linked(groups: readonly Group[], pairs: Iterable<readonly [number, number]>): Group[] {
    return link(groups, pairs, mergeRules[this.granularity], (a, b) => this.mustStayApart(a, b));
  }

  private regroupAround(fresh: readonly number[], moved: Moved): void {
    const least = mergeRules[this.granularity].least * nearEnough;
    let rest = new Set(fresh);
    for (const slot of fresh) {
      if (!rest.has(slot)) continue;
      const local = this.neighbourhood(slot, least);
      const slots = this.inOrder(local);
      for (const other of slots) this.weigh(other);
      rest = new Set([...rest].filter((other) => !local.has(other)));
      const groups = this.startingGroups(slots);
      this.rename(slots, this.linked(groups, allPairs(groups.length)), moved);
    }
  }

  /** The article, its nearest ones and their whole events, the nearest events first, up to a bound. */
  private neighbourhood(slot: number, least: number): Set<number> {
    const local = new Set([slot, ...this.mates(slot)]);
    for (const near of this.neighbours.nearest(slot, mostNeighbours, least)) {
      if (local.has(near.slot)) continue;
      const mates = this.mates(near.slot);
      if (local.size + mates.length > largestNeighbourhood && local.size > 1) continue;
      local.add(near.slot);
      for (const mate of mates) local.add(mate);
    }
    return local;
  }

  private mates(slot: number): readonly number[] {
    const event = this.eventIds[slot];
    return event === undefined ? [slot] : this.events.get(event)!.slots;
  }

  private place(entry: CorpusEntry, moved: Moved): number | undefined {
    const known = this.slots.get(entry.id);
    if (known !== undefined) {
      const former = this.entry(known);
      this.entries[known] = entry;
      const event = this.eventIds[known];
      if (event !== undefined) moved.changed.add(event);
      if (former.hash === entry.hash && former.features === entry.features) return undefined;
      this.weighing.exclude(former.features);
      this.weighing.include(entry.features);
      return known;
    }
    const slot = this.freeSlots.pop() ?? this.entries.length;
    this.slots.set(entry.id, slot);
    this.entries[slot] = entry;
    this.weighing.include(entry.features);
    return slot;
  }

  private remove(id: string, moved: Moved): void {
    const slot = this.slots.get(id);
    if (slot === undefined) return;
    this.weighing.exclude(this.entry(slot).features);
    this.neighbours.delete(slot);
    const eventId = this.eventIds[slot];
    if (eventId !== undefined) {
      const left = this.events.get(eventId)!.slots.filter((other) => other !== slot);
      this.setEvent(eventId, left, moved);
    }
    this.slots.delete(id);
    this.entries[slot] = undefined;
    this.eventIds[slot] = undefined;
    this.freeSlots.push(slot);
  }

  private setEvent(id: string, slots: readonly number[], moved: Moved): void {
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

  private weigh(slot: number): void {
    this.neighbours.set(slot, this.weighing.vectorOf(this.entry(slot).features));
  }

  private inOrder(slots: ReadonlySet<number>): number[] {
    return [...slots].sort((a, b) => (this.entry(a).id < this.entry(b).id ? -1 : 1));
  }

  /** Each article by itself, but for those that a person pinned to one event or put together. */
  private startingGroups(slots: readonly number[]): Group[] {
    const { pins, together } = this.decisions;
    const groups = new Map<number, Group>();
    const leader = new Map<number, number>();
    for (const slot of slots) {
      const pin = pins.get(this.entry(slot).id);
      groups.set(slot, {
        members: [slot],
        weight: 1,
        sum: this.neighbours.vector(slot),
        ...(pin === undefined ? {} : { pin }),
      });
      leader.set(slot, slot);
    }
    const unite = (a: number | undefined, b: number | undefined): void => {
      const first = a === undefined ? undefined : leader.get(a);
      const second = b === undefined ? undefined : leader.get(b);
      if (first === undefined || second === undefined || first === second) return;
      const group = merge(groups.get(first)!, groups.get(second)!);
      groups.delete(second);
      groups.set(first, group);
      for (const member of group.members) leader.set(member, first);
    };
    const firstOfPin = new Map<string, number>();
    for (const slot of slots) {
      const pin = pins.get(this.entry(slot).id);
      if (pin === undefined) continue;
      unite(firstOfPin.get(pin), slot);
      if (!firstOfPin.has(pin)) firstOfPin.set(pin, slot);
    }
    for (const [a, b] of together) unite(this.slots.get(a), this.slots.get(b));
    return [...groups.values()];
  }

  private mustStayApart(a: Group, b: Group): boolean {
    if (a.pin !== undefined && b.pin !== undefined && a.pin !== b.pin) return true;
    return this.decisions.apart.some(([left, right]) => {
      const first = this.slots.get(left);
      const second = this.slots.get(right);
      if (first === undefined || second === undefined) return false;
      return (
        (a.members.includes(first) && b.members.includes(second)) ||
        (a.members.includes(second) && b.members.includes(first))
      );
    });
  }

  /**
   * Gives new groups their ids. A pin names its group; then each former event's name goes to the group with most of its
   * articles; what is left is named after its founding article, the earliest.
   */
  private rename(slots: readonly number[], groups: readonly Group[], moved: Moved): void {
    const former = new Set(
      slots.map((slot) => this.eventIds[slot]).filter((id) => id !== undefined),
    );
    const before = new Map([...former].map((id) => [id, this.events.get(id)!.slots]));
    const claims = groups.flatMap((group, place) => {
      const votes = new Map<string, number>();
      for (const slot of group.members) {
        const id = this.eventIds[slot];
        if (id !== undefined) votes.set(id, (votes.get(id) ?? 0) + 1);
      }
      return [...votes].map(([id, count]) => ({ id, count, place }));
    });
    claims.sort(
      (a, b) => b.count - a.count || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.place - b.place),
    );
    const names: (string | undefined)[] = groups.map((group) => group.pin);
    const taken = new Set(names.filter((name) => name !== undefined));
    for (const { id, place } of claims) {
      if (names[place] !== undefined || taken.has(id)) continue;
      names[place] = id;
      taken.add(id);
    }
    const members = new Map<string, number[]>();
    groups.forEach((group, place) => {
      const name = names[place] ?? this.freshId(group, taken);
      taken.add(name);
      members.set(name, [...(members.get(name) ?? []), ...group.members]);
    });
    this.joinPinned(groups, members, before);
    for (const id of before.keys()) if (!members.has(id)) this.setEvent(id, [], moved);
    for (const [id, slotsNow] of members) {
      const was = before.get(id);
      for (const slot of slotsNow) this.eventIds[slot] = id;
      if (!was || !sameMembers(was, slotsNow)) this.setEvent(id, slotsNow, moved);
    }
  }

  /** A pinned article joins the rest of the event it was pinned to, wherever most of that went. */
  private joinPinned(
    groups: readonly Group[],
    members: Map<string, number[]>,
    before: ReadonlyMap<string, readonly number[]>,
  ): void {
    for (const { pin } of groups) {
      if (pin === undefined) continue;
      const rest = (before.get(pin) ?? []).filter(
        (slot) => !this.decisions.pins.has(this.entry(slot).id),
      );
      let largest: string | undefined;
      let most = 0;
      for (const [id, slots] of members) {
        const shared = slots.filter((slot) => rest.includes(slot)).length;
        if (shared > most) [largest, most] = [id, shared];
      }
      if (largest === undefined || largest === pin) continue;
      if (members.get(largest)!.some((slot) => this.decisions.pins.has(this.entry(slot).id)))
        continue;
      members.set(pin, [...members.get(pin)!, ...members.get(largest)!]);
      members.delete(largest);
    }
  }

  private freshId(group: Group, taken: ReadonlySet<string>): string {
    const founder = [...group.members].map((slot) => this.entry(slot)).sort(byDayThenId)[0]!;
    for (let attempt = 0; ; attempt++) {
      const id = `e${hashString(founder.id, attempt).toString(36)}`;
      if (!taken.has(id) && !this.events.has(id)) return id;
    }
  }
}

/** Earlier articles first; those without a day last. */
export function byDayThenId(a: CorpusEntry, b: CorpusEntry): number {
  const first = a.card.day ?? '9999';
  const second = b.card.day ?? '9999';
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function* allPairs(count: number): Generator<[number, number]> {
  for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) yield [a, b];
}

function sameMembers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((slot) => b.includes(slot));
}

function joined(a: Moved, b: Moved): Moved {
  for (const id of b.changed) {
    a.changed.add(id);
    a.removed.delete(id);
  }
  for (const id of b.removed) {
    a.removed.add(id);
    a.changed.delete(id);
  }
  return a;
}
