import type { Group } from './linkage';
import { compare } from './order';

/** A set of articles and the event id it goes by. */
export interface NamedGroup {
  readonly id: string;
  readonly slots: readonly number[];
}

/**
 * Gives new groups their event ids: each former id goes to the group that holds most of its former articles; the rest
 * are new.
 * @param idOf the id of a slot's former event
 * @param freshId an id for a group that takes none over, not one of `taken`
 */
export function nameGroups(
  groups: readonly Group[],
  idOf: (slot: number) => string | undefined,
  freshId: (group: Group, taken: ReadonlySet<string>) => string,
): Map<string, Group> {
  const named = new Map<string, Group>();
  const done = new Set<Group>();
  for (const { id, group } of claimsOf(groups, idOf)) {
    if (done.has(group) || named.has(id)) continue;
    done.add(group);
    named.set(id, group);
  }
  const taken = new Set(named.keys());
  for (const group of groups) {
    if (done.has(group)) continue;
    const id = freshId(group, taken);
    taken.add(id);
    named.set(id, group);
  }
  return named;
}

function claimsOf(
  groups: readonly Group[],
  idOf: (slot: number) => string | undefined,
): { id: string; group: Group; votes: number }[] {
  const claims = groups.flatMap((group) => {
    const votes = new Map<string, number>();
    for (const slot of group.members) {
      const id = idOf(slot);
      if (id !== undefined) votes.set(id, (votes.get(id) ?? 0) + 1);
    }
    return [...votes].map(([id, count]) => ({ id, group, votes: count }));
  });
  return claims.sort((a, b) => b.votes - a.votes || compare(a.id, b.id));
}
