import { likeness, type Row } from './rows';
import { mixHash } from './words';

/** A stretch of rows that stands a second time: `[from, to)` repeats, row for row as `firstOf` tells. */
export interface SecondCopy {
  readonly from: number;
  readonly to: number;
  /** The first copy's row for each row of the stretch; -1 for a row that stands only here. */
  readonly firstOf: readonly number[];
}

const longRow = 8;
const alike = 0.8;
const alikeInLine = 0.3;
const alikeAtEnds = 0.6;
const longestGap = 4;
const fewestWords = 60;
const fewestLongRows = 3;
const bucketSize = 4;
const copiedShare = 0.8;
/** Rows this unlike are no copies, though they may stand in the gaps of one. */
const unlike = 0.5;
const probes = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x165667b1];

interface Link {
  readonly first: number;
  readonly second: number;
}

/**
 * Finds bodies pasted twice, wholly or in part, also when lines were edited in between: rows that are the same
 * words, or long rows with a Jaccard index ≥ 0.8 (found by min-hash), are chained where both copies go on in
 * order with gaps of at most three rows; a chain counts with ≥ 60 words in ≥ 3 long rows. Rows in the gaps of
 * an accepted chain are aligned at a lower bar. Linear.
 */
export function findSecondCopies(rows: readonly Row[]): SecondCopy[] {
  const copies: SecondCopy[] = [];
  const taken = new Uint8Array(rows.length);
  for (const chain of chains(rows)) {
    const kept = chain.filter(({ second }) => taken[second] === 0);
    if (!isSolid(rows, kept)) continue;
    const copy = fill(rows, kept);
    if (!isMostlyCopied(rows, copy)) continue;
    taken.fill(1, copy.from, copy.to);
    copies.push(copy);
  }
  return copies;
}

function isSolid(rows: readonly Row[], chain: readonly Link[]): boolean {
  let words = 0;
  let long = 0;
  for (const { second } of chain) {
    const row = rows[second]!;
    words += row.words;
    if (row.words >= longRow) long++;
  }
  return words >= fewestWords && long >= fewestLongRows;
}

/** Cards made from one template share some rows, a copy shares nearly all. */
function isMostlyCopied(rows: readonly Row[], { from, firstOf }: SecondCopy): boolean {
  let all = 0;
  let copied = 0;
  for (const [i, first] of firstOf.entries()) {
    const { words } = rows[from + i]!;
    all += words;
    if (first >= 0 && likeness(rows[first]!, rows[from + i]!) >= unlike) copied += words;
  }
  return copied >= copiedShare * all;
}

/** Maximal chains of links, the ones with more links first where they compete. */
function chains(rows: readonly Row[]): Link[][] {
  const buckets = new Map<number, number[]>();
  const open: Link[][] = [];
  const done: Link[][] = [];
  for (let second = 0; second < rows.length; second++) {
    for (let i = open.length - 1; i >= 0; i--) {
      const chain = open[i]!;
      if (second - chain.at(-1)!.second <= longestGap) continue;
      if (chain.length >= fewestLongRows) done.push(chain);
      open.splice(i, 1);
    }
    const partners = partnersOf(rows, second, buckets);
    const extended = new Set<number>();
    for (const chain of open) {
      const { first: lastFirst } = chain.at(-1)!;
      const secondStart = chain[0]!.second;
      const next = partners.find(
        (first) => first > lastFirst && first - lastFirst <= longestGap && first < secondStart,
      );
      if (next === undefined || chain.at(-1)!.second === second) continue;
      chain.push({ first: next, second });
      extended.add(next);
    }
    for (const first of partners)
      if (!extended.has(first) && open.length < 24) open.push([{ first, second }]);
  }
  for (const chain of open) if (chain.length >= fewestLongRows) done.push(chain);
  return done.sort((a, b) => b.length - a.length || a[0]!.second - b[0]!.second);
}

function partnersOf(rows: readonly Row[], index: number, buckets: Map<number, number[]>): number[] {
  const row = rows[index]!;
  const partners: number[] = [];
  if (row.words === 0) return partners;
  const keys = [row.key];
  if (row.words >= longRow && row.content.length >= 4)
    for (const probe of probes) keys.push(minHash(row, probe));
  for (const [slot, key] of keys.entries()) {
    const mixed = mixHash(key, slot);
    const bucket = buckets.get(mixed);
    if (bucket === undefined) {
      buckets.set(mixed, [index]);
      continue;
    }
    for (const first of bucket)
      if (!partners.includes(first) && (slot === 0 || likeness(rows[first]!, row) >= alike))
        partners.push(first);
    if (bucket.length < bucketSize) bucket.push(index);
  }
  return partners.sort((a, b) => a - b);
}

function minHash(row: Row, probe: number): number {
  let least = Infinity;
  for (const hash of row.content) {
    const mixed = mixHash(hash, probe) >>> 0;
    if (mixed < least) least = mixed;
  }
  return least | 0;
}

/** Aligns what lies in the gaps of a chain, and goes on at both ends as long as the rows stay alike. */
function fill(rows: readonly Row[], chain: readonly Link[]): SecondCopy {
  const firstOf: number[] = [];
  for (const [i, link] of chain.entries()) {
    const before = chain[i - 1];
    if (before !== undefined) firstOf.push(...alignGap(rows, before, link));
    firstOf.push(link.first);
  }
  let from = chain[0]!.second;
  let { first, second } = chain.at(-1)!;
  while (first + 1 < from && second + 1 < rows.length && areAlike(rows, first + 1, second + 1)) {
    firstOf.push(++first);
    second++;
  }
  let top = chain[0]!.first;
  while (top > 0 && from - 1 > first && areAlike(rows, top - 1, from - 1)) {
    firstOf.unshift(--top);
    from--;
  }
  return { from, to: second + 1, firstOf };
}

function areAlike(rows: readonly Row[], first: number, second: number): boolean {
  return likeness(rows[first]!, rows[second]!) >= alikeAtEnds;
}

/** The partners of the rows between two links: in step where both gaps are of one length, else the most alike. */
function alignGap(rows: readonly Row[], before: Link, after: Link): number[] {
  const partners: number[] = [];
  const inStep = after.first - before.first === after.second - before.second;
  let least = before.first + 1;
  for (let second = before.second + 1; second < after.second; second++) {
    let best = -1;
    let bestLikeness = alikeInLine;
    for (let first = least; first < after.first; first++) {
      const isStep = inStep && first - before.first === second - before.second;
      const alikeness = likeness(rows[first]!, rows[second]!) * (isStep ? 2 : 1);
      if (alikeness < bestLikeness) continue;
      best = first;
      bestLikeness = alikeness;
    }
    partners.push(best);
    if (best >= 0) least = best + 1;
  }
  return partners;
}
