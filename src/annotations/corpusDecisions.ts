import { type EntityRecord, type EventRecord, standing } from './corpusRecords';

/** What people decided about the entities of the corpus, ready to be asked. */
export interface EntityDecisions {
  /** The key that a name form of an entity now belongs to. */
  readonly resolve: (key: string, form?: string) => string;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly types: ReadonlyMap<string, string>;
  readonly kb: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

/** What people decided about events; the grouping obeys it. */
export interface EventDecisions {
  /** Article id → event id. */
  readonly pins: ReadonlyMap<string, string>;
  /** Ids of articles that were moved or split off: they draw no others to their event. */
  readonly brought: ReadonlySet<string>;
  readonly titles: ReadonlyMap<string, string>;
  /** Event merged away → event that it now is. */
  readonly merged: ReadonlyMap<string, string>;
}

/** The corpus-wide name of an entity: its type and its name, case and spaces aside. */
export function entityKey(type: string, name: string): string {
  return `${type}:${foldForm(name)}`;
}

function foldForm(form: string): string {
  return form.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function follow(merged: ReadonlyMap<string, string>, key: string): string {
  let end = key;
  for (let next = merged.get(end); next !== undefined; next = merged.get(end)) end = next;
  return end;
}

/** Merging a thing back into what it absorbed turns that merge round, so there are never circles. */
function mergeInto(merged: Map<string, string>, into: string, from: readonly string[]): void {
  if (from.includes(follow(merged, into))) merged.delete(into);
  const target = follow(merged, into);
  for (const key of from) {
    const end = follow(merged, key);
    if (end !== target) merged.set(end, target);
  }
}

/** Folds the lines of `entities.jsonl`, from any number of people, in any order. */
export function decideEntities(records: Iterable<EntityRecord>): EntityDecisions {
  const merged = new Map<string, string>();
  const splits = new Map<string, string>();
  const aliases = new Map<string, Set<string>>();
  const types = new Map<string, string>();
  const kb = new Map<string, string>();
  const names = new Map<string, string>();
  for (const record of standing(records)) {
    switch (record.t) {
      case 'merge':
        mergeInto(merged, record.into, record.from);
        break;
      case 'split':
        for (const form of record.forms)
          splits.set(`${record.key}\n${foldForm(form)}`, record.into);
        break;
      case 'alias':
        aliases.set(record.key, (aliases.get(record.key) ?? new Set()).add(record.alias));
        break;
      case 'retype':
        types.set(record.key, record.type);
        break;
      case 'kb':
        if (record.kb === '') kb.delete(record.key);
        else kb.set(record.key, record.kb);
        break;
      case 'rename':
        names.set(record.key, record.name);
    }
  }
  const resolve = (key: string, form?: string): string => {
    const end = follow(merged, key);
    if (form === undefined) return end;
    const folded = foldForm(form);
    const split = splits.get(`${key}\n${folded}`) ?? splits.get(`${end}\n${folded}`);
    return split === undefined ? end : follow(merged, split);
  };
  const onKeys = <V>(map: ReadonlyMap<string, V>): Map<string, V> => {
    const mergedIn = [...map].map(([key, value]) => [resolve(key), value] as const);
    return new Map([...mergedIn, ...[...map].filter(([key]) => resolve(key) === key)]);
  };
  const aliasesByKey = new Map<string, readonly string[]>();
  for (const [key, forms] of aliases) {
    const end = resolve(key);
    aliasesByKey.set(end, [...new Set([...(aliasesByKey.get(end) ?? []), ...forms])]);
  }
  return {
    resolve,
    aliases: aliasesByKey,
    types: onKeys(types),
    kb: onKeys(kb),
    names: onKeys(names),
  };
}

/** Folds the lines of `events.jsonl`, from any number of people, in any order. */
export function decideEvents(records: Iterable<EventRecord>): EventDecisions {
  const merged = new Map<string, string>();
  const placed = new Map<string, string>();
  const brought = new Set<string>();
  const bring = (articles: readonly string[], event: string): void => {
    for (const article of articles) {
      placed.set(article, event);
      brought.add(article);
    }
  };
  const titled = new Map<string, string>();
  for (const record of standing(records)) {
    switch (record.t) {
      case 'pin':
        placed.set(record.article, record.event);
        break;
      case 'move':
        bring(record.articles, record.event);
        break;
      case 'split':
        merged.delete(record.into);
        bring(record.articles, record.into);
        break;
      case 'unpin':
        for (const article of record.articles) {
          placed.delete(article);
          brought.delete(article);
        }
        break;
      case 'merge':
        mergeInto(merged, record.into, record.from);
        break;
      case 'title':
        titled.set(record.event, record.title);
    }
  }
  const ends = new Map([...merged.keys()].map((event) => [event, follow(merged, event)]));
  const pins = new Map([...placed].map(([article, event]) => [article, follow(merged, event)]));
  const titles = new Map([...titled].filter(([event]) => !ends.has(event)));
  return { pins, brought, titles, merged: ends };
}
