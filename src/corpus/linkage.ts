import { add, dot, type Vector } from './vector';

/** Articles taken together, as the linkage sees them. */
export interface Group {
  /** Slots of the articles. */
  readonly members: readonly number[];
  /** How many of them are independent reports; copies count for nothing. */
  readonly weight: number;
  /** The sum of the independent reports' vectors … */
  readonly sum: Vector;
  /** … and its squared length. */
  readonly square: number;
  /** When they were published, where that is known. */
  readonly days?: DaySpan;
}

/** First and last day, as days since 1970-01-01. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

const stepsAtOnce = 256;
/** Two large groups left apart so long are rarely one event: the threshold grows with the smaller one's reports. */
const sizePower = 0.39;
/** A single report may be further from a group than another group may be. */
const singleShare = 0.6;
/** Until more is known, a group is as tight as its pairs and one more pair that is so alike. */
const usualTightness = 0.3;
/** Reports published so few days apart may tell of one day. */
const sameTime = 3;
/** Over so many days more, the threshold grows to its height for another time … */
const anotherTime = 18;
/** … and no further: what follows up a story may come a year later. */
const mostForTime = 0.3;

/** When two groups may become one. */
export interface MergeRule {
  /** The least mean similarity between two articles. */
  readonly least: number;
  /** The least share of their own mean similarity that two groups must have between them. */
  readonly relative: number;
}

export const mergeRules = {
  broad: { least: 0.105, relative: 0.5 },
  normal: { least: 0.129, relative: 0.62 },
  fine: { least: 0.21, relative: 0.75 },
} as const satisfies Record<string, MergeRule>;

export type Granularity = keyof typeof mergeRules;

/**
 * Average linkage over sum vectors: the closest two groups become one until none are close enough. The mean similarity
 * of all pairs of articles in two groups is one product of their sums. On top of the usual threshold, two groups that
 * are both tight stay apart when they are much less alike than each is within itself; and groups published at different
 * times must be more alike than others: the same topic at another date is another event.
 * @param groups to begin with, each an article or articles that must stay together
 * @param pairs of places in `groups` worth comparing
 * @param forbidden says of two groups that they must stay apart
 * Yields from time to time, so that a long linkage can be done in pieces.
 * @returns the groups that are left, in the order of their first members' places
 */
export function* link(
  groups: readonly Group[],
  pairs: Iterable<readonly [number, number]>,
  rule: MergeRule,
  forbidden: (a: Group, b: Group) => boolean,
): Generator<undefined, Group[]> {
  const alive: (Group | undefined)[] = [...groups];
  const near: Map<number, number>[] = groups.map(() => new Map<number, number>());
  const queue = new PairQueue();
  let steps = 0;
  const relate = (a: number, b: number, similarity: number): void => {
    near[a]!.set(b, similarity);
    near[b]!.set(a, similarity);
    if (similarity >= rule.least) queue.push(similarity, a, b);
  };
  for (const [a, b] of pairs) {
    if (a !== b && !near[a]!.has(b)) relate(a, b, similarity(groups[a]!, groups[b]!));
    if (++steps % stepsAtOnce === 0) yield;
  }
  for (let best = queue.pop(); best; best = queue.pop()) {
    if (++steps % stepsAtOnce === 0) yield;
    const [likeness, a, b] = best;
    const first = alive[a];
    const second = alive[b];
    if (!first || !second || near[a]!.get(b) !== likeness) continue;
    if (!mayMerge(first, second, likeness, rule) || forbidden(first, second)) continue;
    const merged = merge(first, second, likeness);
    alive[b] = undefined;
    alive[a] = merged;
    const others = new Set([...near[a]!.keys(), ...near[b]!.keys()]);
    for (const other of others) {
      const group = alive[other];
      near[other]!.delete(b);
      if (!group || other === a) continue;
      const toFirst = near[a]!.get(other) ?? similarity(first, group);
      const toSecond = near[b]!.get(other) ?? similarity(second, group);
      relate(a, other, (first.weight * toFirst + second.weight * toSecond) / merged.weight);
    }
    near[a]!.delete(b);
    near[b]!.clear();
  }
  return alive.filter((group) => group !== undefined);
}

/** The mean similarity between the reports of two groups. */
export function similarity(a: Group, b: Group): number {
  return dot(a.sum, b.sum) / (a.weight * b.weight);
}

/** The mean similarity between the reports within a group, an imagined usual pair among them. */
export function tightness({ square, weight }: Group): number {
  const ownPairs = (weight * (weight - 1)) / 2;
  const ownSimilarity = Math.max(0, square - weight) / 2;
  return (ownSimilarity + usualTightness) / (ownPairs + 1);
}

/**
 * One article by itself.
 * @param day when it was published, as days since 1970-01-01
 */
export function single(slot: number, vector: Vector, day?: number): Group {
  const article = { members: [slot], weight: 1, sum: vector, square: 1 };
  return day === undefined ? article : { ...article, days: { first: day, last: day } };
}

/** A group with a copy of one of its reports, which counts for nothing. */
export function withCopy(group: Group, copy: Group): Group {
  return { ...group, members: [...group.members, ...copy.members] };
}

export function merge(a: Group, b: Group, likeness = similarity(a, b)): Group {
  const days = union(a.days, b.days);
  return {
    ...(days && { days }),
    members: [...a.members, ...b.members],
    weight: a.weight + b.weight,
    sum: add(a.sum, b.sum),
    square: a.square + b.square + 2 * likeness * a.weight * b.weight,
  };
}

function mayMerge(a: Group, b: Group, likeness: number, rule: MergeRule): boolean {
  const [smaller, larger] = a.weight < b.weight ? [a, b] : [b, a];
  const needed = 1 + timeApart(a.days, b.days);
  if (likeness < needed * rule.least * smaller.weight ** sizePower) return false;
  if (larger.weight < 2) return true;
  return smaller.weight < 2
    ? likeness >= needed * singleShare * rule.relative * tightness(larger)
    : likeness >= needed * rule.relative * Math.sqrt(tightness(smaller) * tightness(larger));
}

/** By how much the threshold grows with the days between two groups. */
function timeApart(a: DaySpan | undefined, b: DaySpan | undefined): number {
  if (!a || !b) return 0;
  const gap = Math.max(a.first - b.last, b.first - a.last) - sameTime;
  return mostForTime * Math.min(1, Math.max(0, gap / anotherTime));
}

function union(a: DaySpan | undefined, b: DaySpan | undefined): DaySpan | undefined {
  if (!a || !b) return a ?? b;
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
}

type Pair = readonly [similarity: number, a: number, b: number];

/** A binary heap of pairs, the most similar on top; ties go to the earlier groups, so that the result is one. */
class PairQueue {
  private readonly heap: Pair[] = [];

  push(likeness: number, a: number, b: number): void {
    const pair: Pair = a < b ? [likeness, a, b] : [likeness, b, a];
    let place = this.heap.length;
    this.heap.push(pair);
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      if (!before(pair, this.heap[parent]!)) break;
      this.heap[place] = this.heap[parent]!;
      place = parent;
    }
    this.heap[place] = pair;
  }

  pop(): Pair | undefined {
    const top = this.heap[0];
    const last = this.heap.pop();
    if (!top || !last || this.heap.length === 0) return top;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.heap.length) break;
      if (child + 1 < this.heap.length && before(this.heap[child + 1]!, this.heap[child]!)) child++;
      if (!before(this.heap[child]!, last)) break;
      this.heap[place] = this.heap[child]!;
      place = child;
    }
    this.heap[place] = last;
    return top;
  }
}

function before(a: Pair, b: Pair): boolean {
  return a[0] !== b[0] ? a[0] > b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] < b[2];
}
