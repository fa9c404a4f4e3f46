import { merge, type Group } from './linkage';

/** What a person decided about which articles belong together; all ids, as they are stored. */
export interface Decisions {
  /** Article → the event it belongs to. */
  readonly pins: ReadonlyMap<string, string>;
  /** Pairs of articles on one event. */
  readonly together: readonly (readonly [string, string])[];
  /** Pairs of articles on two events. */
  readonly apart: readonly (readonly [string, string])[];
}

export const noDecisions: Decisions = { pins: new Map(), together: [], apart: [] };

/**
 * Unites the groups that hold articles a person put together or pinned to one event.
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
  const firstOfPin = new Map<string, number>();
  for (const { pin, members } of groups) {
    if (pin === undefined) continue;
    unite(firstOfPin.get(pin), members[0]);
    if (!firstOfPin.has(pin)) firstOfPin.set(pin, members[0]!);
  }
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
  if (a.pin !== undefined && b.pin !== undefined && a.pin !== b.pin) return true;
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
