import { keptApart, noDecisions, uniteDecided, type Decisions } from './decisions';
import { CopyIndex, isSameReport } from './duplicates';
import type { CorpusEntry } from './entry';
import { hashString } from './hash';
import { link, mergeRules, single, withCopy, type Granularity, type Group } from './linkage';
import { nameGroups, type NamedGroup } from './naming';
import { NeighbourIndex } from './neighbours';
import { byDayThenId, compare } from './order';
import { dot } from './vector';
import { Weighing } from './weighing';

const mostNeighbours = 20;
const largestNeighbourhood = 80;
/** So few articles are grouped anew at every change. */
const fewArticles = 150;
/** After this growth a complete grouping is due. */
const growthToRegroup = 1.5;
/** Neighbours below this share of the merge threshold are not looked at. */
const nearEnough = 0.6;
/** Articles that share their text only by the furniture around it are less alike than this, as vectors know furniture. */
const trueCopy = 0.6;
const articlesAtOnce = 32;

/** Which events a step touched, by id. */
export interface Moved {
  readonly changed: Set<string>;
  readonly removed: Set<string>;
}

/**
 * The articles and their events. An article has a slot, a small number that stays its own while it is in the corpus.
 * Adding, changing or removing an article re-groups its neighbourhood only.
 */
export class Grouping {
  private readonly weighing = new Weighing();
  readonly neighbours = new NeighbourIndex();
  readonly copies = new CopyIndex();
  private readonly slots = new Map<string, number>();
  private readonly entries: (CorpusEntry | undefined)[] = [];
  private readonly freeSlots: number[] = [];
  private readonly events = new Map<string, NamedGroup>();
  private readonly eventIds: (string | undefined)[] = [];
  /** For a slot that is the same report as an earlier one: that one. */
  private readonly sameAs: (number | undefined)[] = [];
  private decisions = noDecisions;
  private regroupedAt = 0;
  private version = 0;

  constructor(private granularity: Granularity) {}

  get size(): number {
    return this.slots.size;
  }

  /** Has the corpus grown so much that a complete grouping would pay? */
  get regroupDue(): boolean {
    return this.size >= this.regroupedAt * growthToRegroup;
  }

  entry(slot: number): CorpusEntry {
    return this.entries[slot]!;
  }

  readonly slotOf = (id: string): number | undefined => this.slots.get(id);

  ids(): IterableIterator<string> {
    return this.slots.keys();
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

  setDecisions(decisions: Decisions): void {
    this.decisions = decisions;
  }

  apply(upserts: readonly CorpusEntry[], removedIds: readonly string[]): Moved {
    this.version++;
    const moved: Moved = { changed: new Set(), removed: new Set() };
    for (const id of removedIds) this.remove(id, moved);
    const fresh = new Set<number>();
    for (const entry of upserts) {
      const slot = this.place(entry, moved);
      if (slot !== undefined) fresh.add(slot);
    }
    if (fresh.size * 2 >= this.size || this.size <= fewArticles) {
      if (fresh.size > 0 || removedIds.length > 0) finish(this.regroupInto(moved));
      return moved;
    }
    for (const slot of fresh) this.weigh(slot);
    this.regroupAround(this.inOrder(fresh), moved);
    return moved;
  }

  /**
   * Weighs and links everything anew, in pieces; events keep their ids by the articles they share with the former ones.
   * A change in between ends it without effect.
   */
  *regrouping(): Generator<undefined, Moved> {
    const moved: Moved = { changed: new Set(), removed: new Set() };
    yield* this.regroupInto(moved);
    return moved;
  }

  private *regroupInto(moved: Moved): Generator<undefined, void> {
    const { version } = this;
    const all = this.inOrder(this.slots.values());
    for (const [i, slot] of all.entries()) {
      this.weigh(slot);
      if (i % articlesAtOnce === 0) yield;
      if (this.version !== version) return;
    }
    const groups = this.startingGroups(all);
    const linking = this.linking(groups, this.nearPairs(groups));
    for (let step = linking.next(); ; step = linking.next()) {
      if (step.done) {
        this.rename(all, step.value, moved);
        this.regroupedAt = this.size;
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
        for (const near of this.near(slot)) yield [place, places.get(near)!];
      }
    }
  }

  private near(slot: number): number[] {
    const least = mergeRules[this.granularity].least * nearEnough;
    return this.neighbours.nearest(slot, mostNeighbours, least).map((other) => other.slot);
  }

  private linking(groups: readonly Group[], pairs: Iterable<readonly [number, number]>) {
    return link(groups, pairs, mergeRules[this.granularity], (a, b) =>
      keptApart(a, b, this.decisions, this.slotOf),
    );
  }

  private regroupAround(fresh: readonly number[], moved: Moved): void {
    const done = new Set<number>();
    for (const slot of fresh) {
      if (done.has(slot)) continue;
      const local = this.inOrder(this.neighbourhood(slot));
      for (const other of local) done.add(other);
      const groups = this.startingGroups(local);
      this.rename(local, finish(this.linking(groups, allPairs(groups.length))), moved);
    }
  }

  /** The article, its nearest ones and their whole events, the nearest events first, up to a bound. */
  private neighbourhood(slot: number): Set<number> {
    const local = new Set([slot, ...this.mates(slot)]);
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

  /** Takes an article in; its slot, unless nothing changed that the grouping reads. */
  private place(entry: CorpusEntry, moved: Moved): number | undefined {
    const known = this.slots.get(entry.id);
    const slot = known ?? this.freeSlots.pop() ?? this.entries.length;
    if (known !== undefined) {
      const former = this.entry(known);
      const event = this.eventIds[known];
      if (event !== undefined) moved.changed.add(event);
      if (former.hash === entry.hash && former.features === entry.features) {
        this.entries[known] = entry;
        return undefined;
      }
      this.weighing.exclude(former.features);
      this.forgetCopies(known);
    }
    this.slots.set(entry.id, slot);
    this.entries[slot] = entry;
    this.weighing.include(entry.features);
    this.copies.set(slot, entry.features.shingles);
    this.sameAs[slot] = this.copies.copiesOf(slot).find(isSameReport)?.slot;
    return slot;
  }

  private remove(id: string, moved: Moved): void {
    const slot = this.slots.get(id);
    if (slot === undefined) return;
    this.weighing.exclude(this.entry(slot).features);
    this.neighbours.delete(slot);
    this.forgetCopies(slot);
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

  /** Articles that were the same report as this one look for another. */
  private forgetCopies(slot: number): void {
    const dependents = this.copies
      .copiesOf(slot)
      .filter((copy) => this.sameAs[copy.slot] === slot)
      .map((copy) => copy.slot);
    this.copies.delete(slot);
    this.sameAs[slot] = undefined;
    for (const other of dependents) {
      const next = this.copies.copiesOf(other).find(isSameReport);
      this.sameAs[other] = next && this.sameAs[next.slot] !== other ? next.slot : undefined;
    }
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

  private inOrder(slots: Iterable<number>): number[] {
    return [...slots].sort((a, b) => compare(this.entry(a).id, this.entry(b).id));
  }

  /** Each report by itself with its copies, but for those that a person pinned to one event or put together. */
  private startingGroups(slots: readonly number[]): Group[] {
    const groups = new Map<number, Group>();
    const place = (slot: number): Group =>
      single(slot, this.neighbours.vector(slot), this.decisions.pins.get(this.entry(slot).id));
    const here = new Set(slots);
    const copies: number[] = [];
    for (const slot of slots) {
      if (this.originalOf(slot, here) === slot) groups.set(slot, place(slot));
      else copies.push(slot);
    }
    for (const slot of copies) {
      const original = this.originalOf(slot, here);
      const group = groups.get(original)!;
      const copy = place(slot);
      const isCopy = dot(group.sum, copy.sum) >= trueCopy * group.weight;
      if (!isCopy || keptApart(group, copy, this.decisions, this.slotOf)) groups.set(slot, copy);
      else groups.set(original, withCopy(group, copy));
    }
    return uniteDecided([...groups.values()], this.decisions, this.slotOf);
  }

  /** The first of the reports that are the same as this one, among some slots. */
  private originalOf(slot: number, among: ReadonlySet<number>): number {
    let original = slot;
    const seen = new Set([slot]);
    for (;;) {
      const next = this.sameAs[original];
      if (next === undefined || !among.has(next) || seen.has(next)) return original;
      seen.add(next);
      original = next;
    }
  }

  private rename(slots: readonly number[], groups: readonly Group[], moved: Moved): void {
    const former = new Set(
      slots.map((slot) => this.eventIds[slot]).filter((id) => id !== undefined),
    );
    const named = nameGroups(groups, {
      idOf: (slot) => this.eventIds[slot],
      slotsOf: (id) => this.events.get(id)?.slots ?? [],
      freshId: (group, taken) => this.freshId(group, taken),
    });
    for (const { id, slots: members } of named) {
      const was = this.events.get(id)?.slots;
      former.delete(id);
      for (const slot of members) this.eventIds[slot] = id;
      if (!was || !sameMembers(was, members)) this.setEvent(id, members, moved);
    }
    for (const id of former) this.setEvent(id, [], moved);
  }

  /** Named after the founding article, the earliest. */
  private freshId(group: Group, taken: ReadonlySet<string>): string {
    const founder = group.members.map((slot) => this.entry(slot)).sort(byDayThenId)[0]!;
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
