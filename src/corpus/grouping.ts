import { allPins, concerned, type Decisions } from './decisions';
import { Departed } from './departed';
import type { CorpusEntry } from './entry';
import { EventTable, nothingMoved, type Moved } from './event-table';
import { hashString } from './hash';
import type { Granularity, Group } from './linkage';
import { Linker } from './linker';
import { nameGroups, withPinned, type NamedGroup } from './naming';
import { byDayThenId } from './order';
import { ArticleStore } from './store';

const largestNeighbourhood = 80;
/** Decisions that concern more articles than this re-group all. */
const mostDecidedAtOnce = 500;
/** So few articles are grouped anew at every change. */
const fewArticles = 150;
/** After so many changes, as a share of the articles, a complete grouping is due. */
const changesToRegroup = 0.1;
const articlesAtOnce = 32;

/**
 * The events of the articles in a store. Adding, changing or removing an article re-groups its neighbourhood only.
 */
export class Grouping {
  readonly store = new ArticleStore();
  private readonly events = new EventTable();
  private readonly departed = new Departed();
  private readonly linker: Linker;
  private changesSince = 0;
  private version = 0;

  constructor(granularity: Granularity) {
    this.linker = new Linker(this.store, granularity);
  }

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
    return this.events.all();
  }

  eventIdOf(slot: number): string | undefined {
    return this.events.idOf(slot);
  }

  setGranularity(granularity: Granularity): void {
    this.linker.granularity = granularity;
  }

  /** Takes over what a person decided and re-groups around the articles it concerns. */
  decide(decisions: Decisions): Moved {
    const slots = concerned(this.linker.decisions, decisions)
      .map(this.store.slotOf)
      .filter((slot) => slot !== undefined);
    this.linker.decisions = { ...decisions, pins: allPins(decisions) };
    const moved = nothingMoved();
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
    const moved = nothingMoved();
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
   * Takes in articles whose events are known from before; only articles without an event, or that a person has put
   * elsewhere by now, are grouped, and those that are in the corpus already with another text than then. An article that
   * is gone leaves its place to one that comes with its text.
   * @param entries articles that the corpus does not hold
   * @param events event id → its articles' ids; unknown articles are passed over
   * @param hashes of the texts that the articles of these events had: article id → hash
   */
  restore(
    entries: readonly CorpusEntry[],
    events: ReadonlyMap<string, readonly string[]>,
    hashes: ReadonlyMap<string, string>,
  ): Moved {
    this.version++;
    const moved = nothingMoved();
    const isChanged = ({ id, hash }: CorpusEntry): boolean => hashes.get(id) !== hash;
    const told = this.store.all().filter((slot) => isChanged(this.store.entry(slot)));
    const homeless = new Set<number>();
    for (const entry of entries) homeless.add(this.store.put(entry).slot);
    for (const slot of homeless) this.store.weigh(slot);
    let missing = 0;
    for (const [id, articles] of events) {
      const present = articles.map(this.store.slotOf).filter((slot) => slot !== undefined);
      missing += articles.length - present.length;
      for (const article of articles) {
        const hash = hashes.get(article);
        if (hash !== undefined && this.store.slotOf(article) === undefined) {
          this.departed.note(hash, id);
        }
      }
      const slots = present.filter((slot) => (this.linker.pinOf(slot) ?? id) === id);
      if (slots.length === 0) continue;
      for (const slot of slots) homeless.delete(slot);
      this.events.settle(id, slots, moved);
    }
    for (const slot of told) {
      this.takePlace(slot, moved);
      homeless.add(slot);
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
    const moved = nothingMoved();
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
    const linking = this.linker.linkMany(all);
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
    // Each report makes its words less rare: against old weights a new one would look unlike the others.
    for (const slot of slots) this.store.weigh(slot);
    this.rename(slots, finish(this.linker.linkFew(slots)), moved);
  }

  /** The article, all it is bound to, and its nearest ones with their whole events, the nearest first, up to a bound. */
  private neighbourhood(slot: number): Set<number> {
    const local = new Set([slot, ...this.bound(slot)]);
    for (const near of this.linker.near(slot)) {
      if (local.has(near)) continue;
      const mates = this.events.mates(near);
      if (local.size + mates.length > largestNeighbourhood && local.size > 1) continue;
      for (const mate of mates) local.add(mate);
    }
    return local;
  }

  /** The article's event, and those that a person's decisions tie it to. */
  private bound(slot: number): number[] {
    const { id } = this.store.entry(slot);
    const pin = this.linker.decisions.pins.get(id);
    const partners = this.linker.decisions.together
      .filter((pair) => pair.includes(id))
      .flatMap((pair) => pair.map(this.store.slotOf))
      .filter((partner) => partner !== undefined);
    const pinned = pin === undefined ? [] : (this.events.get(pin)?.slots ?? []);
    return [
      ...this.events.mates(slot),
      ...pinned,
      ...partners.flatMap((partner) => this.events.mates(partner)),
    ];
  }

  /** Takes an article in; its slot, unless nothing changed that the grouping reads. */
  private place(entry: CorpusEntry, moved: Moved): number | undefined {
    const { slot, isFresh } = this.store.put(entry);
    const event = this.events.idOf(slot);
    if (event !== undefined) moved.changed.add(event);
    else this.takePlace(slot, moved);
    return isFresh ? slot : undefined;
  }

  /**
   * Renamed: where an article of its text stood that is gone, it stands until the linkage says otherwise, so that the event
   * keeps its id.
   */
  private takePlace(slot: number, moved: Moved): void {
    const former = this.departed.take(this.store.entry(slot).hash);
    if (former === undefined || former === this.events.idOf(slot)) return;
    this.events.settle(former, [...(this.events.get(former)?.slots ?? []), slot], moved);
  }

  private remove(id: string, moved: Moved): void {
    const slot = this.store.slotOf(id);
    if (slot === undefined) return;
    const event = this.events.idOf(slot);
    if (event !== undefined) this.departed.note(this.store.entry(slot).hash, event);
    this.store.remove(slot);
    this.events.leave(slot, moved);
  }

  private rename(slots: readonly number[], groups: readonly Group[], moved: Moved): void {
    const { brought } = this.linker.decisions;
    const drawing = slots.filter((slot) => !brought.has(this.store.entry(slot).id));
    const events = withPinned(
      nameGroups(groups, this.events.idOf, (group, taken) => this.freshId(group, taken)),
      this.linker.pinnedGroups(slots),
      this.linker.pinnedGroups(drawing),
      this.linker.mayFollow,
    );
    this.events.rearrange(slots, events, moved);
  }

  /** Named after the founding article, the earliest. */
  private freshId(group: Group, taken: ReadonlySet<string>): string {
    const founder = group.members.map((slot) => this.store.entry(slot)).sort(byDayThenId)[0]!;
    for (let attempt = 0; ; attempt++) {
      const id = `e${hashString(founder.id, attempt).toString(36)}`;
      if (!taken.has(id) && !this.events.get(id)) return id;
    }
  }
}

/** Runs a generator to its end at once. */
export function finish<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
