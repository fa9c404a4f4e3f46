import { message } from '../analysis/message';
import type { ArticleCard, EntryName, EventView } from './entry';
import { byDayThenId } from './order';
import { readable } from './readable';
import { sharedTerms, type Weighed } from './reasons';
import { stagesOf } from './stages';
import { add, dot } from './vector';

const mostNames = 12;
const mostShared = 5;
/** The most central of so many articles speaks for an event of any size. */
const mostCompared = 200;

/**
 * An event as views show it.
 * @param members its articles, at least one
 * @param title given by a person, if any
 */
export function viewOf(id: string, members: readonly Weighed[], title?: string): EventView {
  const ordered = [...members].sort((a, b) => byDayThenId(a.entry, b.entry));
  const compared = ordered.slice(0, mostCompared);
  const central = mostCentral(compared);
  const cards = ordered.map(({ entry }) => entry.card);
  const days = cards.map((card) => card.day).filter((day) => day !== undefined);
  const names = namesOf(cards.map((card) => card.names));
  const shared = sharedTerms(
    central,
    compared.filter((other) => other !== central),
  ).slice(0, mostShared);
  return {
    id,
    title: title ?? titleOf(compared, central),
    ...(days.length > 0 ? { start: days[0]!, end: days.at(-1)! } : {}),
    articles: newestFirst(ordered),
    sources: distinctSources(cards),
    names,
    why:
      ordered.length === 1
        ? []
        : [
            ...(shared.length > 0
              ? [
                  message(
                    'Telling words in common: {0}',
                    shared.map((label) => `“${label}”`).join(', '),
                  ),
                ]
              : []),
            ...sharedNamesReason(names, ordered.length),
          ],
    stages: stagesOf(ordered.map(({ entry }) => entry)),
  };
}

/** Undated articles come last. */
function newestFirst(ordered: readonly Weighed[]): string[] {
  const dated = ordered.filter(({ entry }) => entry.card.day !== undefined).reverse();
  const undated = ordered.filter(({ entry }) => entry.card.day === undefined);
  return [...dated, ...undated].map(({ entry }) => entry.id);
}

function mostCentral(members: readonly Weighed[]): Weighed {
  const sum = members.map(({ vector }) => vector).reduce(add);
  let best = members[0]!;
  let most = -1;
  for (const member of members) {
    const closeness = dot(member.vector, sum);
    if (closeness > most) [best, most] = [member, closeness];
  }
  return best;
}

/** The headline of the most central article whose headline is one: of a printable length, not a bare word. */
function titleOf(members: readonly Weighed[], central: Weighed): string {
  const printable = (title: string): boolean => title.length >= 20 && title.length <= 110;
  if (printable(central.entry.card.title)) return central.entry.card.title;
  const rest = members.filter(({ entry }) => printable(entry.card.title));
  return (rest.length > 0 ? mostCentral(rest) : central).entry.card.title;
}

function namesOf(lists: readonly (readonly EntryName[])[]): EntryName[] {
  const merged = new Map<string, EntryName & { articles: number }>();
  for (const name of lists.flat()) {
    const key = `${name.type} ${name.name.toLowerCase()}`;
    const known = merged.get(key);
    merged.set(key, {
      ...name,
      aliases: [...new Set([...(known?.aliases ?? []), ...name.aliases])],
      count: (known?.count ?? 0) + name.count,
      articles: (known?.articles ?? 0) + 1,
    });
  }
  return [...merged.values()]
    .sort((a, b) => b.articles - a.articles || b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, mostNames)
    .map(({ type, name, aliases, count }) => ({ type, name, aliases, count }));
}

function sharedNamesReason(names: readonly EntryName[], articles: number): EventView['why'] {
  const often = names.filter((name) => name.count >= articles).slice(0, 3);
  return often.length === 0
    ? []
    : [message('Named in most of them: {0}', often.map(({ name }) => readable(name)).join(', '))];
}

/** "The Meridian Post" and "Meridian Post" are one source; the form that comes first stands. */
function distinctSources(cards: readonly ArticleCard[]): string[] {
  const byKey = new Map<string, string>();
  for (const { source } of cards) {
    const key = source?.toLowerCase().replace(/^the /, '');
    if (source !== undefined && key !== undefined && !byKey.has(key)) byKey.set(key, source);
  }
  return [...byKey.values()];
}
