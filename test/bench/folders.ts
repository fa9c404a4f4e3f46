import type { Random } from './random';

/** An article of the development data. */
export interface Gold {
  readonly id: string;
  readonly text: string;
  readonly event: string;
  readonly topic?: string;
  readonly date?: string;
}

export type FolderKind = 'one event' | 'two similar' | 'mixed' | 'politics' | 'shootings';

export interface Folder {
  readonly kind: FolderKind;
  readonly articles: readonly Gold[];
}

const kinds: readonly FolderKind[] = ['one event', 'two similar', 'mixed', 'politics', 'shootings'];

/** Articles by event, events in the order of their first article. */
export function byEvent(articles: readonly Gold[]): Gold[][] {
  const events = new Map<string, Gold[]>();
  for (const article of articles) {
    const event = events.get(article.event);
    if (event) event.push(article);
    else events.set(article.event, [article]);
  }
  return [...events.values()];
}

/**
 * Draws folders of 3 to 40 articles as people keep them: one event, two events of one kind, a mixture, politics of
 * near weeks, shootings. As many of each kind.
 * @param similar for an article's event, the other event most like it
 */
export function sampleFolders(
  sets: ReadonlyMap<string, readonly Gold[]>,
  similar: ReadonlyMap<string, string>,
  count: number,
  random: Random,
): Folder[] {
  const all = [...sets.values()].flat();
  const events = byEvent(all);
  const eventOf = new Map(events.map((event) => [event[0]!.event, event]));
  const politics = byEvent([...(sets.get('basil') ?? []), ...(sets.get('allsides') ?? [])]);
  const shootings = byEvent(sets.get('gvc') ?? []);
  const large = events.filter((event) => event.length >= 3);
  const some = (event: readonly Gold[], most: number): Gold[] =>
    random.sample(event, random.between(Math.min(2, event.length), Math.min(most, event.length)));
  const several = (from: readonly Gold[][], most: number): Gold[] =>
    random
      .sample(from, random.between(3, most))
      .flatMap((event) => some(event, 8))
      .slice(0, 40);
  const draw = (kind: FolderKind): Gold[] => {
    switch (kind) {
      case 'one event': {
        const event = random.pick(large);
        return random.sample(event, random.between(3, Math.min(40, event.length)));
      }
      case 'two similar': {
        const pairs = events.filter((event) => event.length >= 2 && similar.has(event[0]!.event));
        const first = random.pick(pairs);
        return [...some(first, 20), ...some(eventOf.get(similar.get(first[0]!.event)!)!, 20)];
      }
      case 'mixed':
        return several(events, 14);
      case 'politics':
        return several(politics, 12);
      case 'shootings':
        return several(shootings, 14);
    }
  };
  return Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % kinds.length]!;
    return { kind, articles: draw(kind) };
  });
}
