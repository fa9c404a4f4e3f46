import type { Labelled } from '../../src/analysis/entities/evaluate';
import type { LabelledText } from './corpora';
import { randomNumbers } from './train-crf';

/** Names to put in place of others, so that contexts are learnt rather than names. */
export interface NamePool {
  readonly first: readonly string[];
  readonly surname: readonly string[];
  readonly place: readonly string[];
  readonly organisation: readonly string[];
}

const plainWord = /^\p{Lu}\p{Ll}{2,}$/u;

/** Adds the organisations of the labelled texts themselves to a pool. */
export function withOrganisations(pool: NamePool, texts: readonly LabelledText[]): NamePool {
  const found = new Set<string>();
  for (const { text, mentions } of texts) {
    for (const { start, end, type } of mentions) {
      const name = text.slice(start, end);
      if (type === 'ORG' && /^\p{Lu}/u.test(name) && !name.includes('\n')) found.add(name);
    }
  }
  return { ...pool, organisation: [...found].sort() };
}

/**
 * A copy of a text with most of its plain persons, places and organisations renamed, each the same way
 * throughout, so that "Maria Lopez … Lopez" becomes "Anna Okafor … Okafor".
 */
export function swapNames(text: LabelledText, pool: NamePool, seed: number): LabelledText {
  const random = randomNumbers(seed);
  const pick = (names: readonly string[]): string => names[random() % names.length]!;
  const renamed = new Map<string, string>();
  const rename = (kind: string, name: string, names: readonly string[]): string => {
    const key = `${kind} ${name}`;
    let other = renamed.get(key);
    if (other === undefined) renamed.set(key, (other = random() % 100 < 70 ? pick(names) : name));
    return other;
  };
  const person = (name: string): string => {
    const words = name.split(' ');
    if (words.length > 3 || !words.every((word) => plainWord.test(word))) return name;
    const surname = words.pop()!;
    const given = words.map((word) => rename('first', word, pool.first));
    return [...given, rename('surname', surname, pool.surname)].join(' ');
  };
  const newName = (type: Labelled['type'], name: string): string => {
    if (type === 'PER') return person(name);
    if (type === 'LOC' && plainWord.test(name)) return rename('place', name, pool.place);
    if (type === 'ORG' && name.includes(' '))
      return rename('organisation', name, pool.organisation);
    return name;
  };
  let out = '';
  let at = 0;
  const mentions: Labelled[] = [];
  for (const mention of [...text.mentions].sort((a, b) => a.start - b.start)) {
    if (mention.start < at) continue;
    out += text.text.slice(at, mention.start);
    const start = out.length;
    out += newName(mention.type, text.text.slice(mention.start, mention.end));
    mentions.push({ start, end: out.length, type: mention.type });
    at = mention.end;
  }
  return { ...text, text: out + text.text.slice(at), mentions };
}
