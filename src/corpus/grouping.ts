import {
  allPins,
  concerned,
  keptApart,
  noDecisions,
  uniteDecided,
  type Decisions,
} from './decisions';
import { originalOf } from './duplicates';
import type { CorpusEntry } from './entry';
import { hashString } from './hash';
import {
  link,
  merge,
  mergeRules,
  similarity,
  single,
  withCopy,
  type Granularity,
  type Group,
} from './linkage';
import { nameGroups, withPinned, type NamedGroup } from './naming';
import { byDayThenId } from './order';
import { ArticleStore } from './store';
import { dot } from './vector';

const mostNeighbours = 20;
const largestNeighbourhood = 80;
/** Decisions that concern more articles than this re-group all. */
const mostDecidedAtOnce = 500;
/** So few articles are grouped anew at every change. */
const fewArticles = 150;
/** After so many changes, as a share of the articles, a complete grouping is due. */
const changesToRegroup = 0.1;
/** Neighbours below this share of the merge threshold are not looked at. */
const nearEnough = 0.6;
/** Articles that share their text only by the furniture around it are less alike than this, as vectors know furniture. */
const trueCopy = 0.6;
const articlesAtOnce = 32;

/** Which events a step touched, by id, and the slots that went from one event to another. */
export interface Moved {
  readonly changed: Set<string>;
  readonly removed: Set<string>;
  readonly slots: Set<number>;
}

const nothing = (): Moved => ({ changed: new Set(), removed: new Set(), slots: new Set() });

/**
 * The events of the articles in a store. Adding, changing or removing an article re-groups its neighbourhood only.
 */
export class Grouping {
  readonly store = new ArticleStore();
  private readonly events = new Map<string, NamedGroup>();
  private readonly eventIds: (string | undefined)[] = [];
  private decisions = noDecisions;
  private changesSince = 0;
  private version = 0;

  constructor(private granularity: Granularity) {}

  /** Has the corpus changed so much that a complete grouping would pay? */
  get regroupDue(): boolean {
    return this.changesSince > this.store.size * changesToRegroup;
  }

  /** Has nothing changed since the last complete grouping? */
  get settled(): boolean {
    return this.changesSince === 0;
  }

  event(id: string): NamedGroup | undefined {
    return this.events.get(id);
  }

  allEvents(): IterableIterator<NamedGroup> {
    return this.events.values();
  }

  eventIdOf(slot: number): string | undefined {
    return this.eventIds[slot];
  }

  setGranularity(granularity: Granularity): void {
    this.granularity = granularity;
  }

  /** Takes over what a person decided and re-groups around the articles it concerns. */
  decide(decisions: Decisions): Moved {
    const slots = concerned(this.decisions, decisions)
      .map(this.store.slotOf)
      .filter((slot) => slot !== undefined);
    this.decisions = { ...decisions, pins: allPins(decisions) };
    const moved = nothing();
    if (slots.length === 0) return moved;
    this.version++;
    const local = new Set(slots.flatMap((slot) => [...this.neighbourhood(slot)]));
    if (local.size > mostDecidedAtOnce) finish(this.regroupInto(moved));
    else this.regroupLocally(local, moved);
    return moved;
  }

  apply(upserts: readonly CorpusEntry[], removedIds: readonly string[]): Moved {
    this.version++;
    this.changesSince += upserts.length + removedIds.length;
    const moved = nothing();
    for (const id of removedIds) this.remove(id, moved);
    const fresh = new Set<number>();
    for (const entry of upserts) {
      const slot = this.place(entry, moved);
      if (slot !== undefined) fresh.add(slot);
    }
    if (fresh.size * 2 >= this.store.size || this.store.size <= fewArticles) {
      if (fresh.size > 0 || removedIds.length > 0) finish(this.regroupInto(moved));
      return moved;
    }
    for (const slot of fresh) this.store.weigh(slot);
    this.regroupAround(this.store.inOrder(fresh), moved);
    return moved;
  }

  /**
   * Takes in articles whose events are known from before, as into an empty corpus; only articles without an event, or
   * that a person has put elsewhere by now, are grouped.
   * @param events event id → its articles' ids; unknown articles are passed over
   */
  restore(entries: readonly CorpusEntry[], events: ReadonlyMap<string, readonly string[]>): Moved {
    this.version++;
    const moved = nothing();
    const homeless = new Set<number>();
    for (const entry of entries) homeless.add(this.store.put(entry).slot);
    for (const slot of homeless) this.store.weigh(slot);
    let missing = 0;
    for (const [id, articles] of events) {
      const present = articles.map(this.store.slotOf).filter((slot) => slot !== undefined);
      missing += articles.length - present.length;
      const slots = present.filter((slot) => (this.pinOf(slot) ?? id) === id);
      if (slots.length === 0) continue;
      for (const slot of slots) {
        if (this.eventIds[slot] !== id) this.leaveEvent(slot, moved);
        this.eventIds[slot] = id;
        homeless.delete(slot);
      }
      this.setEvent(id, slots, moved);
    }
    this.changesSince = homeless.size + missing;
    if (homeless.size * 2 >= this.store.size) finish(this.regroupInto(moved));
    else this.regroupAround(this.store.inOrder(homeless), moved);
    return moved;
  }

  /**
   * Weighs and links everything anew, in pieces; events keep their ids by the articles they share with the former ones.
   * A change in between ends it without effect; `regroupDue` then stands.
   */
  *regrouping(): Generator<undefined, Moved> {
    const moved = nothing();
    yield* this.regroupInto(moved);
    return moved;
  }

  private *regroupInto(moved: Moved): Generator<undefined, void> {
    const { version } = this;
    const all = this.store.all();
    for (const [i, slot] of all.entries()) {
      this.store.weigh(slot);
      if (i % articlesAtOnce === 0) yield;
      if (this.version !== version) return;
    }
    const groups = this.startingGroups(all);
    const linking = this.linking(groups, this.nearPairs(groups));
    for (let step = linking.next(); ; step = linking.next()) {
      if (step.done) {
        this.rename(all, step.value, moved);
        this.changesSince = 0;
        return;
      }
      yield;
      if (this.version !== version) return;
    }
  }

  /** Pairs of groups that are near each other by at least one article. */
  private *nearPairs(groups: readonly Group[]): Generator<[number, number]> {
    const places = new Map<number, number>();
    groups.forEach((group, place) => {
      for (const slot of group.members) places.set(slot, place);
    });
    for (const [place, group] of groups.entries()) {
      for (const slot of group.members) {
        for (const near of this.near(slot)) {
          const other = places.get(near);
          if (other !== undefined) yield [place, other];
        }
      }
    }
  }

  private near(slot: number): number[] {
    const least = mergeRules[this.granularity].least * nearEnough;
    return this.store.neighbours.nearest(slot, mostNeighbours, least).map((other) => other.slot);
  }

  private linking(groups: readonly Group[], pairs: Iterable<readonly [number, number]>) {
    return link(groups, pairs, mergeRules[this.granularity], (a, b) => this.keptApart(a, b));
  }

  private regroupAround(fresh: readonly number[], moved: Moved): void {
    const done = new Set<number>();
    for (const slot of fresh) {
      if (done.has(slot)) continue;
      const local = this.neighbourhood(slot);
      for (const other of local) done.add(other);
      this.regroupLocally(local, moved);
    }
  }

  private regroupLocally(local: ReadonlySet<number>, moved: Moved): void {
    const slots = this.store.inOrder(local);
    const groups = this.startingGroups(slots);
    this.rename(slots, finish(this.linking(groups, allPairs(groups.length))), moved);
  }

  /** The article, all it is bound to, and its nearest ones with their whole events, the nearest first, up to a bound. */
  private neighbourhood(slot: number): Set<number> {
    const local = new Set([slot, ...this.bound(slot)]);
    for (const near of this.near(slot)) {
      if (local.has(near)) continue;
      const mates = this.mates(near);
      if (local.size + mates.length > largestNeighbourhood && local.size > 1) continue;
      for (const mate of mates) local.add(mate);
    }
    return local;
  }

  private mates(slot: number): readonly number[] {
    const event = this.eventIds[slot];
    return event === undefined ? [slot] : this.events.get(event)!.slots;
  }

  /** The article's event, and those that a person's decisions tie it to. */
  private bound(slot: number): number[] {
    const { id } = this.store.entry(slot);
    const pin = this.decisions.pins.get(id);
    const partners = this.decisions.together
      .filter((pair) => pair.includes(id))
      .flatMap((pair) => pair.map(this.store.slotOf))
      .filter((partner) => partner !== undefined);
    const pinned = pin === undefined ? [] : (this.events.get(pin)?.slots ?? []);
    return [...this.mates(slot), ...pinned, ...partners.flatMap((partner) => this.mates(partner))];
  }

  /** Takes an article in; its slot, unless nothing changed that the grouping reads. */
  private place(entry: CorpusEntry, moved: Moved): number | undefined {
    const { slot, isFresh } = this.store.put(entry);
    const event = this.eventIds[slot];
    if (event !== undefined) moved.changed.add(event);
    return isFresh ? slot : undefined;
  }

  private remove(id: string, moved: Moved): void {
    const slot = this.store.slotOf(id);
    if (slot === undefined) return;
    this.store.remove(slot);
    this.leaveEvent(slot, moved);
  }

  private leaveEvent(slot: number, moved: Moved): void {
    const eventId = this.eventIds[slot];
    if (eventId === undefined) return;
    const left = this.events.get(eventId)!.slots.filter((other) => other !== slot);
    this.setEvent(eventId, left, moved);
    this.eventIds[slot] = undefined;
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

  /**
   * Each report by itself with its copies, but for those that a person put together. Pinned articles are no matter for
   * the linkage: they neither move nor draw others.
   */
  private startingGroups(slots: readonly number[]): Group[] {
    const groups = new Map<number, Group>();
    const place = (slot: number): Group => single(slot, this.store.neighbours.vector(slot));
    const free = slots.filter((slot) => this.pinOf(slot) === undefined);
    const here = new Set(free);
    const copies: number[] = [];
    for (const slot of free) {
      if (originalOf(slot, here, this.store.sameAs) === slot) groups.set(slot, place(slot));
      else copies.push(slot);
    }
    for (const slot of copies) {
      const original = originalOf(slot, here, this.store.sameAs);
      const group = groups.get(original)!;
      const copy = place(slot);
      const isCopy = dot(group.sum, copy.sum) >= trueCopy * group.weight;
      if (!isCopy || this.keptApart(group, copy)) groups.set(slot, copy);
      else groups.set(original, withCopy(group, copy));
    }
    return uniteDecided([...groups.values()], this.decisions, this.store.slotOf);
  }

  private rename(slots: readonly number[], groups: readonly Group[], moved: Moved): void {
    const former = new Set(
      slots.map((slot) => this.eventIds[slot]).filter((id) => id !== undefined),
    );
    const named = nameGroups(
      groups,
      (slot) => this.eventIds[slot],
      (group, taken) => this.freshId(group, taken),
    );
    const { brought } = this.decisions;
    const drawing = slots.filter((slot) => !brought.has(this.store.entry(slot).id));
    for (const [id, members] of withPinned(
      named,
      this.pinnedGroups(slots),
      this.pinnedGroups(drawing),
      (a, b) => this.mayFollow(a, b),
    )) {
      const was = this.events.get(id)?.slots;
      former.delete(id);
      for (const slot of members) {
        const before = this.eventIds[slot];
        if (before !== undefined && before !== id) moved.slots.add(slot);
        this.eventIds[slot] = id;
      }
      if (!was || !sameMembers(was, members)) this.setEvent(id, members, moved);
    }
    for (const id of former) this.setEvent(id, [], moved);
  }

  private pinnedGroups(slots: readonly number[]): Map<string, Group> {
    const pinned = new Map<string, Group>();
    for (const slot of slots) {
      const pin = this.pinOf(slot);
      if (pin === undefined) continue;
      const article = single(slot, this.store.neighbours.vector(slot));
      const others = pinned.get(pin);
      pinned.set(pin, others ? merge(others, article) : article);
    }
    return pinned;
  }

  private mayFollow(pinned: Group, group: Group): boolean {
    const { least } = mergeRules[this.granularity];
    return similarity(pinned, group) >= least && !this.keptApart(pinned, group);
  }

  private pinOf(slot: number): string | undefined {
    return this.decisions.pins.get(this.store.entry(slot).id);
  }

  private keptApart(a: Group, b: Group): boolean {
    return keptApart(a, b, this.decisions, this.store.slotOf);
  }

  /** Named after the founding article, the earliest. */
  private freshId(group: Group, taken: ReadonlySet<string>): string {
    const founder = group.members.map((slot) => this.store.entry(slot)).sort(byDayThenId)[0]!;
    for (let attempt = 0; ; attempt++) {
      const id = `e${hashString(founder.id, attempt).toString(36)}`;
      if (!taken.has(id) && !this.events.has(id)) return id;
    }
  }
}

/** Runs a generator to its end at once. */
export function finish<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function* allPairs(count: number): Generator<[number, number]> {
  for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) yield [a, b];
}

function sameMembers(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  const known = new Set(a);
  return b.every((slot) => known.has(slot));
}
