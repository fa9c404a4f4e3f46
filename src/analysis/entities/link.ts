import type { Entity, Mention, Span } from '../article';
import { acronymsOf, isAcronym, nameKey, nameWords, surnamesOf } from './name-keys';

type EntityType = Entity['type'];

/** What is known of an entity while the mentions are read. */
interface Group {
  readonly type: EntityType;
  readonly words: string[];
  readonly members: number[];
  /** First names and initials, for persons named in full. */
  readonly given: readonly string[];
}

/** More namesakes than this are not told apart: hostile texts must not cost more than linear time. */
const mostNamesakes = 40;

/** All spellings of one type met so far, and the groups they may mean. */
class Index {
  private readonly groups = new Map<string, Group[]>();

  add(key: string, group: Group): void {
    const known = this.groups.get(key);
    if (!known) this.groups.set(key, [group]);
    else if (known.length < mostNamesakes && !known.includes(group)) known.push(group);
  }

  all(key: string): readonly Group[] {
    return this.groups.get(key) ?? [];
  }

  /** The group a key means, if it means only one. */
  only(key: string): Group | undefined {
    const groups = this.all(key);
    return groups.length === 1 ? groups[0] : undefined;
  }
}

function sameGivenName(a: string, b: string): boolean {
  return a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

/** Can two full names with the same surname be the same person? Their first names decide. */
function samePerson(a: readonly string[], b: readonly string[]): boolean {
  if (!sameGivenName(a[0]!, b[0]!)) return false;
  // Middle names may be missing, but not contradict each other.
  const middles = Math.min(a.length, b.length);
  for (let i = 1; i < middles; i++) if (!sameGivenName(a[i]!, b[i]!)) return false;
  return true;
}

/** Groups the mentions of one article by what they name. */
class Linker {
  readonly groups: Group[] = [];
  private readonly exact = new Map<EntityType, Index>();
  private readonly surnames = new Index();
  private readonly firstNames = new Index();
  private readonly acronyms = new Index();
  private readonly firstWords = new Index();

  constructor(private readonly mentions: readonly Mention[]) {}

  private index(type: EntityType): Index {
    let index = this.exact.get(type);
    if (!index) this.exact.set(type, (index = new Index()));
    return index;
  }

  private keyOf(type: EntityType, words: readonly string[]): string {
    const key = nameKey(words, type === 'ORG');
    return type === 'MISC' && words.length === 1 ? key.replace(/s$/, '') : key;
  }

  /** Full names first, so that short ones find them wherever they stand. */
  link(order: readonly number[]): void {
    const words = new Map(order.map((at) => [at, nameWords(this.mentions[at]!.text)]));
    const isFull = (at: number): boolean => words.get(at)!.length > 1;
    for (const at of order.filter(isFull)) this.place(at, words.get(at)!);
    for (const at of order.filter((at) => !isFull(at))) this.place(at, words.get(at)!);
  }

  private place(at: number, words: string[]): void {
    const mention = this.mentions[at]!;
    if (words.length === 0) words.push(mention.text);
    const type = mention.type as EntityType;
    const group = type === 'PER' ? this.person(words) : this.thing(type, words, mention.text);
    if (group) group.members.push(at);
    else this.found(type, words, mention.text).members.push(at);
  }

  private person(words: string[]): Group | undefined {
    const key = words.join(' ');
    const exact = this.index('PER').only(key);
    if (exact) return exact;
    if (words.length === 1) return this.surnames.only(key) ?? this.byFirstName(key);
    const given = words.slice(0, -1);
    const namesakes = surnamesOf(words)
      .flatMap((surname) => this.surnames.all(surname))
      .filter((group) => group.given.length > 0 && samePerson(group.given, given));
    const distinct = [...new Set(namesakes)];
    if (distinct.length === 1) return distinct[0];
    return this.surnames.only(key);
  }

  private byFirstName(key: string): Group | undefined {
    return this.surnames.all(key).length === 0 ? this.firstNames.only(key) : undefined;
  }

  private thing(type: EntityType, words: string[], text: string): Group | undefined {
    const key = this.keyOf(type, words);
    const exact = this.index(type).only(key);
    if (exact || type === 'MISC') return exact;
    if (isAcronym(text)) {
      const meant = this.acronyms.all(key).filter((group) => group.type === type);
      if (meant.length === 1) return meant[0];
    }
    if (type !== 'ORG' || words.length > 1) return undefined;
    // "Hyundai" for "Hyundai Motor", but not "China" for "China Eastern Airlines".
    if (this.index('LOC').all(key).length > 0) return undefined;
    return this.firstWords.only(key);
  }

  private found(type: EntityType, words: string[], text: string): Group {
    const given = type === 'PER' ? words.slice(0, -1) : [];
    const group: Group = { type, words, members: [], given };
    this.groups.push(group);
    this.index(type).add(type === 'PER' ? words.join(' ') : this.keyOf(type, words), group);
    if (type === 'PER') {
      for (const surname of surnamesOf(words)) this.surnames.add(surname, group);
      if (words.length > 1) this.firstNames.add(words[0]!, group);
    } else if (words.length > 1 && !isAcronym(text)) {
      for (const acronym of acronymsOf(words)) this.acronyms.add(acronym, group);
      if (type === 'ORG') this.firstWords.add(words[0]!, group);
    }
    return group;
  }
}

/** The fullest form: most words, then reading case, then length, then the earliest. */
function fullestName(forms: readonly string[]): string {
  const rank = (form: string): number =>
    form.split(/\s+/).length * 1000 +
    (form === form.toUpperCase() ? 0 : 500) +
    Math.min(form.length, 400);
  return forms.reduce((best, form) => (rank(form) > rank(best) ? form : best));
}

function byFrequency(forms: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!);
}

function entityOf(group: Group, id: string, text: string, mentions: readonly Mention[]): Entity {
  const members = [...group.members].sort((a, b) => a - b).map((at) => mentions[at]!);
  const counted = members.filter(({ boilerplate }) => !boilerplate);
  const named = counted.length > 0 ? counted : members;
  const name = fullestName(named.map((mention) => mention.text));
  const roles = new Map<string, Span & { text: string }>();
  for (const { role } of named) {
    if (!role) continue;
    const words = text.slice(role.start, role.end);
    if (!roles.has(words)) roles.set(words, { start: role.start, end: role.end, text: words });
  }
  return {
    id,
    type: group.type,
    name,
    aliases: byFrequency(named.map((mention) => mention.text)).filter((form) => form !== name),
    roles: [...roles.values()],
    count: counted.length,
  };
}

/**
 * Groups the mentions of one article into entities: a surname goes with the only person of that
 * surname, an acronym with the name it stands for, a short company name with the long one. Two persons
 * with different first names never meet; a surname two of them share stays on its own.
 * @param mentions in text order; dates are passed through
 * @returns the mentions with their `entity`, and the entities in order of first appearance
 */
export function linkEntities(
  text: string,
  mentions: readonly Mention[],
): { mentions: Mention[]; entities: Entity[] } {
  const linker = new Linker(mentions);
  const named = mentions.flatMap(({ type }, at) => (type === 'DATE' ? [] : [at]));
  // The article first: names in page furniture may join its entities but never shape them.
  linker.link(named.filter((at) => !mentions[at]!.boilerplate));
  linker.link(named.filter((at) => mentions[at]!.boilerplate));
  const groups = linker.groups
    .map((group) => ({ group, first: group.members.reduce((a, b) => Math.min(a, b)) }))
    .sort((a, b) => a.first - b.first);
  const linked = [...mentions];
  const entities = groups.map(({ group }, index) => {
    const id = `n${index + 1}`;
    for (const at of group.members) linked[at] = { ...mentions[at]!, entity: id };
    return entityOf(group, id, text, mentions);
  });
  return { mentions: linked, entities };
}
