import type { Group } from './linkage';
import { compare } from './order';

/** A set of articles and the event id it goes by. */
export interface NamedGroup {
  readonly id: string;
  readonly slots: readonly number[];
}

/** What the naming must know of the events as they were. */
export interface FormerEvents {
  /** The id of a slot's former event. */
  readonly idOf: (slot: number) => string | undefined;
  /** The slots of a former event. */
  readonly slotsOf: (id: string) => readonly number[];
  /** An id for a group that takes none over; not one of `taken`. */
  readonly freshId: (group: Group, taken: ReadonlySet<string>) => string;
}

/**
 * Gives new groups their event ids: a pin names its group; then each former id goes to the group that holds most of its
 * former articles; the rest are new. A pinned group is joined by what the naming would have called by its name: the
 * articles that were in that event without a pin.
 */
export function nameGroups(groups: readonly Group[], former: FormerEvents): NamedGroup[] {
  const taken = new Set(groups.map(({ pin }) => pin).filter((pin) => pin !== undefined));
  const pinned = new Map<string, number[]>();
  const named: NamedGroup[] = [];
  const free = groups.filter(({ pin, members }) => {
    if (pin !== undefined) pinned.set(pin, [...(pinned.get(pin) ?? []), ...members]);
    return pin === undefined;
  });
  const names = new Map<Group, string>();
  const joined = new Set<string>();
  for (const { id, group } of claimsOf(free, former)) {
    if (names.has(group)) continue;
    const joins = pinned.has(id) && !joined.has(id) && isMostOf(group, id, former);
    if (taken.has(id) && !joins) continue;
    if (joins) joined.add(id);
    names.set(group, id);
    taken.add(id);
  }
  for (const group of free) {
    const id = names.get(group) ?? former.freshId(group, taken);
    taken.add(id);
    const pins = pinned.get(id);
    if (pins) pins.push(...group.members);
    else named.push({ id, slots: group.members });
  }
  return [...named, ...[...pinned].map(([id, slots]) => ({ id, slots }))];
}

function claimsOf(
  groups: readonly Group[],
  former: FormerEvents,
): { id: string; group: Group; votes: number }[] {
  const claims = groups.flatMap((group) => {
    const votes = new Map<string, number>();
    for (const slot of group.members) {
      const id = former.idOf(slot);
      if (id !== undefined) votes.set(id, (votes.get(id) ?? 0) + 1);
    }
    return [...votes].map(([id, count]) => ({ id, group, votes: count }));
  });
  return claims.sort((a, b) => b.votes - a.votes || compare(a.id, b.id));
}

/** Does the group come mostly from this former event, and not from others? */
function isMostOf(group: Group, id: string, former: FormerEvents): boolean {
  const votes = group.members.filter((slot) => former.idOf(slot) === id).length;
  return votes * 2 > group.members.length || votes * 2 > former.slotsOf(id).length;
}
