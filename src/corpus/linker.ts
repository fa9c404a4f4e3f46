import { dayNumber } from './days';
import { keptApart, noDecisions, uniteDecided } from './decisions';
import { originalOf } from './duplicates';
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
import type { ArticleStore } from './store';
import { dot } from './vector';

const mostNeighbours = 20;
/** Neighbours below this share of the merge threshold are not looked at. */
const nearEnough = 0.6;
/** Articles that share their text only by the furniture around it are less alike than this, as vectors know furniture. */
const trueCopy = 0.6;

/** Links articles of a store into groups, under what a person decided. */
export class Linker {
  decisions = noDecisions;

  constructor(
    private readonly store: ArticleStore,
    public granularity: Granularity,
  ) {}

  /** Slots of the articles most like this one, the most alike first. */
  near(slot: number): number[] {
    const least = mergeRules[this.granularity].least * nearEnough;
    return this.store.neighbours.nearest(slot, mostNeighbours, least).map((other) => other.slot);
  }

  /** Compares all pairs of a few articles. */
  linkFew(slots: readonly number[]): Generator<undefined, Group[]> {
    const groups = this.startingGroups(slots);
    return this.link(groups, allPairs(groups.length));
  }

  /** Compares only articles that are near each other. */
  linkMany(slots: readonly number[]): Generator<undefined, Group[]> {
    const groups = this.startingGroups(slots);
    return this.link(groups, this.nearPairs(groups));
  }

  /** The pinned ones of some articles: event id → those pinned to it. */
  pinnedGroups(slots: readonly number[]): Map<string, Group> {
    const pinned = new Map<string, Group>();
    for (const slot of slots) {
      const pin = this.pinOf(slot);
      if (pin === undefined) continue;
      const article = this.single(slot);
      const others = pinned.get(pin);
      pinned.set(pin, others ? merge(others, article) : article);
    }
    return pinned;
  }

  /** May a group take the event id of articles pinned to it? */
  readonly mayFollow = (pinned: Group, group: Group): boolean => {
    const { least } = mergeRules[this.granularity];
    return similarity(pinned, group) >= least && !this.keptApart(pinned, group);
  };

  /** The event that a person put an article into. */
  pinOf(slot: number): string | undefined {
    return this.decisions.pins.get(this.store.entry(slot).id);
  }

  /**
   * Each report by itself with its copies, but for those that a person put together. Pinned articles are no matter for
   * the linkage: they neither move nor draw others.
   */
  private startingGroups(slots: readonly number[]): Group[] {
    const groups = new Map<number, Group>();
    const free = slots.filter((slot) => this.pinOf(slot) === undefined);
    const here = new Set(free);
    const copies: number[] = [];
    for (const slot of free) {
      if (originalOf(slot, here, this.store.sameAs) === slot) groups.set(slot, this.single(slot));
      else copies.push(slot);
    }
    for (const slot of copies) {
      const original = originalOf(slot, here, this.store.sameAs);
      const group = groups.get(original)!;
      const copy = this.single(slot);
      const isCopy = dot(group.sum, copy.sum) >= trueCopy * group.weight;
      if (!isCopy || this.keptApart(group, copy)) groups.set(slot, copy);
      else groups.set(original, withCopy(group, copy));
    }
    return uniteDecided([...groups.values()], this.decisions, this.store.slotOf);
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

  private link(groups: readonly Group[], pairs: Iterable<readonly [number, number]>) {
    return link(groups, pairs, mergeRules[this.granularity], (a, b) => this.keptApart(a, b));
  }

  private single(slot: number): Group {
    const { day } = this.store.entry(slot).card;
    return single(
      slot,
      this.store.neighbours.vector(slot),
      day === undefined ? day : dayNumber(day),
    );
  }

  private keptApart(a: Group, b: Group): boolean {
    return keptApart(a, b, this.decisions, this.store.slotOf);
  }
}

function* allPairs(count: number): Generator<[number, number]> {
  for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) yield [a, b];
}
