import { merge, type Group } from './linkage';

/** What a person decided about which articles belong together; all ids, as they are stored. */
export interface Decisions {
  /** Article → the event it belongs to. */
  readonly pins: ReadonlyMap<string, string>;
  /** Of the pinned articles, those taken out of another event: nothing that is like them follows them. */
  readonly brought: ReadonlySet<string>;
  /** Pairs of articles on one event. */
  readonly together: readonly (readonly [string, string])[];
  /** Pairs of articles on two events. */
  readonly apart: readonly (readonly [string, string])[];
}

export const noDecisions: Decisions = {
  ...{ pins: new Map(), brought: new Set() },
  ...{ together: [], apart: [] },
};

/** The pins, and what is put together with a pinned article follows it. */
export function allPins({ pins, together }: Decisions): ReadonlyMap<string, string> {
  const all = new Map(pins);
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (const [a, b] of together) {
      const [first, second] = [all.get(a), all.get(b)];
      if (first !== undefined && second === undefined) all.set(b, first);
      if (second !== undefined && first === undefined) all.set(a, second);
    }
  }
  return all;
}

/** Ids of the articles about which two sets of decisions differ. */
export function concerned(before: Decisions, after: Decisions): string[] {
  const ids = new Set<string>();
  for (const id of [...before.pins.keys(), ...after.pins.keys()]) {
    if (before.pins.get(id) !== after.pins.get(id)) ids.add(id);
  }
  for (const kind of ['together', 'apart'] as const) {
    const keys = (pairs: Decisions['apart']): Set<string> =>
      new Set(pairs.map((pair) => JSON.stringify(pair)));
    const [was, is] = [keys(before[kind]), keys(after[kind])];
    for (const pair of [...before[kind], ...after[kind]]) {
      const key = JSON.stringify(pair);
      if (was.has(key) !== is.has(key)) for (const id of pair) ids.add(id);
    }
  }
  return [...ids];
}

/**
 * Unites the groups that hold articles a person put together.
 * @param slotOf the slot of an article id, if it is in the corpus
 */
export function uniteDecided(
  groups: readonly Group[],
  { together }: Decisions,
  slotOf: (id: string) => number | undefined,
): Group[] {
  const united = new Map(groups.map((group) => [group.members[0]!, group]));
  const leaders = new Map(
    groups.flatMap((group) => group.members.map((slot) => [slot, group.members[0]!] as const)),
  );
  const unite = (a: number | undefined, b: number | undefined): void => {
    const first = a === undefined ? undefined : leaders.get(a);
    const second = b === undefined ? undefined : leaders.get(b);
    if (first === undefined || second === undefined || first === second) return;
    const group = merge(united.get(first)!, united.get(second)!);
    united.delete(second);
    united.set(first, group);
    for (const member of group.members) leaders.set(member, first);
  };
  for (const [a, b] of together) unite(slotOf(a), slotOf(b));
  return [...united.values()];
}

/** May two groups never become one, by a person's word? */
export function keptApart(
  a: Group,
  b: Group,
  { apart }: Decisions,
  slotOf: (id: string) => number | undefined,
): boolean {
  return apart.some(([left, right]) => {
    const first = slotOf(left);
    const second = slotOf(right);
    if (first === undefined || second === undefined) return false;
    return (
      (a.members.includes(first) && b.members.includes(second)) ||
      (a.members.includes(second) && b.members.includes(first))
    );
  });
}
