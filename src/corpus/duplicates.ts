import { HashMultimap } from './multimap';
import { sharedCount } from './shingles';

/** A shingle that so many articles hold is furniture, or says nothing. */
const commonShingle = 40;
/** The least share of a text that must stand in another to call it a copy. */
export const leastContained = 0.45;
const leastShared = 4;
/** Articles with more shingles than this look each other up by half of them. */
const manyShingles = 64;
/** Two articles that hold so much of each other are one report. */
const sameReport = 0.6;

/** Another article that holds much of the same text. */
export interface Copy {
  readonly slot: number;
  /** Share of this article's text that stands in the other, 0–1. */
  readonly share: number;
  /** Share of the other's text that stands in this one. */
  readonly shareOther: number;
}

/** Finds copies, whole or contained in a longer article, by their sampled three-word shingles. */
export class CopyIndex {
  private readonly holders = new HashMultimap(commonShingle);
  private readonly shingles: (Uint32Array | undefined)[] = [];

  set(slot: number, shingles: Uint32Array): void {
    this.delete(slot);
    this.shingles[slot] = shingles;
    for (const shingle of indexed(shingles)) this.holders.add(shingle, slot);
  }

  delete(slot: number): void {
    for (const shingle of indexed(this.shingles[slot] ?? none)) this.holders.delete(shingle, slot);
    this.shingles[slot] = undefined;
  }

  /** The slots that share about half of the shorter one's text or more with this one, the largest share first. */
  copiesOf(slot: number): Copy[] {
    const own = this.shingles[slot];
    if (!own) return [];
    const holders: number[] = [];
    for (const shingle of own) this.holders.collect(shingle, holders);
    const counts = new Map<number, number>();
    for (const other of holders) counts.set(other, (counts.get(other) ?? 0) + 1);
    counts.delete(slot);
    const copies: Copy[] = [];
    for (const [other, count] of counts) {
      const theirs = this.shingles[other]!;
      const shortest = Math.min(own.length, theirs.length);
      if (count < leastShared || count < shortest * leastContained * 0.25) continue;
      const shared = sharedCount(own, theirs);
      const copy = { slot: other, share: shared / own.length, shareOther: shared / theirs.length };
      if (Math.max(copy.share, copy.shareOther) >= leastContained) copies.push(copy);
    }
    return copies.sort((a, b) => b.share - a.share || a.slot - b.slot);
  }
}

const none = new Uint32Array(0);

function indexed(shingles: Uint32Array): Uint32Array {
  return shingles.length <= manyShingles
    ? shingles
    : shingles.filter((shingle) => shingle % 8 === 0);
}

/** Are the two one report, with hardly anything of their own? */
export function isSameReport({ share, shareOther }: Copy): boolean {
  return Math.min(share, shareOther) >= sameReport;
}

/**
 * The one report, among some slots, that stands for all that are the same as this one: of each of them the same.
 * @param sameAs for a slot: another slot that is the same report, never in a circle
 */
export function originalOf(
  slot: number,
  among: ReadonlySet<number>,
  sameAs: readonly (number | undefined)[],
): number {
  let original = slot;
  for (let next = sameAs[slot]; next !== undefined && among.has(next); next = sameAs[next]) {
    original = next;
  }
  return original;
}
