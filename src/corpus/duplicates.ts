import type { CopyOf } from './entry';
import { sharedCount } from './shingles';

const longestPosting = 40;
const leastContained = 0.5;
const leastShared = 4;

/** Finds copies: articles that hold at least half of each other's text, by their sampled three-word shingles. */
export class CopyIndex {
  private readonly postings = new Map<number, number[]>();
  private readonly shingles: (Uint32Array | undefined)[] = [];

  set(slot: number, shingles: Uint32Array): void {
    this.delete(slot);
    this.shingles[slot] = shingles;
    for (const shingle of shingles) {
      const posting = this.postings.get(shingle);
      if (posting) posting.push(slot);
      else this.postings.set(shingle, [slot]);
    }
  }

  delete(slot: number): void {
    for (const shingle of this.shingles[slot] ?? []) {
      const posting = this.postings.get(shingle)!.filter((other) => other !== slot);
      if (posting.length > 0) this.postings.set(shingle, posting);
      else this.postings.delete(shingle);
    }
    this.shingles[slot] = undefined;
  }

  /**
   * The slots that share at least half of the shorter text with this one, the largest share first. `share` is of this
   * article's text, `shareOther` of the other's.
   */
  copiesOf(slot: number): { slot: number; share: number; shareOther: number }[] {
    const own = this.shingles[slot];
    if (!own) return [];
    const counts = new Map<number, number>();
    for (const shingle of own) {
      const posting = this.postings.get(shingle)!;
      if (posting.length > longestPosting) continue;
      for (const other of posting) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    counts.delete(slot);
    return [...counts]
      .filter(([, count]) => count >= leastShared)
      .map(([other]) => {
        const theirs = this.shingles[other]!;
        const shared = sharedCount(own, theirs);
        return { slot: other, share: shared / own.length, shareOther: shared / theirs.length };
      })
      .filter((copy) => Math.max(copy.share, copy.shareOther) >= leastContained)
      .sort((a, b) => b.share - a.share || a.slot - b.slot);
  }
}

/** Orders a pair of copies: the earlier article is the original. */
export type Earlier = (a: number, b: number) => boolean;

/** The article that this one is a copy of: the earliest with at least half of this one's text. */
export function originalOf(
  index: CopyIndex,
  slot: number,
  earlier: Earlier,
  idOf: (slot: number) => string,
): CopyOf | undefined {
  const older = index
    .copiesOf(slot)
    .filter((copy) => copy.share >= leastContained && earlier(copy.slot, slot));
  const first = older.sort((a, b) => (earlier(a.slot, b.slot) ? -1 : 1))[0];
  return first && { article: idOf(first.slot), share: first.share };
}
