import { similarity, type Group } from './linkage';
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

/**
 * Adds pinned articles to their events. Where no group goes by that id, as when the founding article is pinned in a corpus
 * just loaded, the group most like the pinned articles takes it.
 * @param pinned event id → the articles pinned to it
 * @param drawing the same without articles that no others follow
 * @param mayFollow is a group like enough to articles pinned to take their event's id?
 * @returns event id → slots
 */
export function withPinned(
  named: ReadonlyMap<string, Group>,
  pinned: ReadonlyMap<string, Group>,
  drawing: ReadonlyMap<string, Group>,
  mayFollow: (pinned: Group, group: Group) => boolean,
): Map<string, readonly number[]> {
  const groups = new Map(named);
  for (const [pin, articles] of drawing) {
    if (groups.has(pin)) continue;
    const [like] = [...groups]
      .filter(([id, group]) => !pinned.has(id) && mayFollow(articles, group))
      .map(([id, group]) => ({ id, group, likeness: similarity(articles, group) }))
      .sort((a, b) => b.likeness - a.likeness || compare(a.id, b.id));
    if (!like) continue;
    groups.delete(like.id);
    groups.set(pin, like.group);
  }
  const events = new Map([...groups].map(([id, { members }]) => [id, members]));
  for (const [pin, { members }] of pinned) {
    events.set(pin, [...(events.get(pin) ?? []), ...members]);
  }
  return events;
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
