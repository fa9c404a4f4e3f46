import type { Article, Entity, Mention, Span } from '../analysis/article';
import { splitLines } from '../analysis/lines';

/** The mentions of an article's entities that go by one of these names and are of this type, boilerplate left out. */
export function mentionsOf(
  { entities, mentions }: Article,
  type: Entity['type'],
  names: readonly string[],
): Mention[] {
  const ids = new Set(
    entities
      .filter((entity) => entity.type === type && names.includes(entity.name))
      .map(({ id }) => id),
  );
  return mentions.filter(
    ({ entity, boilerplate }) => !boilerplate && entity !== undefined && ids.has(entity),
  );
}

/** Of an entity's mentions the first that gives the full name, else the first. */
export function introduction(
  mentions: readonly Mention[],
  names: readonly string[],
): Mention | undefined {
  return mentions.find(({ text }) => names.includes(text)) ?? mentions[0];
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Start and end of spans as lines and characters, counted from zero as VS Code does. */
export function placesOf(
  text: string,
  spans: readonly Span[],
): { readonly start: Place; readonly end: Place }[] {
  const lines = splitLines(text);
  const place = (offset: number): Place => {
    let low = 0;
    let high = lines.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (lines[middle]!.start <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - lines[low]!.start };
  };
  return spans.map(({ start, end }) => ({ start: place(start), end: place(end) }));
}
