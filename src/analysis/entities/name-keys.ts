/** How names are compared: forms that leave out what does not tell two names apart. */

const companyEndings = new Set(
  'inc corp co ltd llc plc ag sa nv se spa gmbh ab as oyj holdings group company corporation limited incorporated'.split(
    ' ',
  ),
);

const smallWords = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'la', 'du', 'des', '&']);

const sameNames: Readonly<Record<string, string>> = {
  us: 'united states',
  usa: 'united states',
  'united states of america': 'united states',
  uk: 'united kingdom',
  uae: 'united arab emirates',
  eu: 'european union',
  un: 'united nations',
  drc: 'democratic republic of congo',
};

/** Lower-case words of a name without dots, possessive, accents and a leading article. */
export function nameWords(name: string): string[] {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/['’]s?$/, '')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  return words.length > 1 && words[0] === 'the' ? words.slice(1) : words;
}

/** Key under which equal names of a type meet. */
export function nameKey(words: readonly string[], isOrganisation: boolean): string {
  let end = words.length;
  while (isOrganisation && end > 1 && companyEndings.has(words[end - 1]!)) end--;
  const key = words.slice(0, end).join(' ');
  return Object.hasOwn(sameNames, key) ? sameNames[key]! : key;
}

/** Is the name written as an acronym: "BRICS", "U.N.", "GmbH" is not? */
export function isAcronym(name: string): boolean {
  return name.length <= 10 && /^\p{Lu}[\p{Lu}\p{N}.&-]+$/u.test(name);
}

/** The acronyms a name of several words may have: with and without its small words. */
export function acronymsOf(words: readonly string[]): string[] {
  if (words.length < 2) return [];
  const letters = (from: readonly string[]): string => from.map((word) => word[0]!).join('');
  const main = words.filter((word) => !smallWords.has(word));
  return main.length < 2 ? [] : [...new Set([letters(words), letters(main)])];
}

const particles = new Set(
  'al el bin ibn abu van von der den de di da do dos del della la le ter ten st mac o'.split(' '),
);

/** The surname of a person's name with and without its particle: "al-assad", "assad". */
export function surnamesOf(words: readonly string[]): string[] {
  let end = words.length;
  if (end > 2 && /^(?:jr|sr|ii|iii|iv)$/.test(words[end - 1]!)) end--;
  let from = end - 1;
  const bare = words[from]!;
  while (from > 1 && particles.has(words[from - 1]!)) from--;
  const whole = words.slice(from, end).join(' ');
  const hyphen = /^(?:al|el|as|ash|ad|ar|an|az)-(.+)$/.exec(bare);
  return [...new Set([whole, bare, ...(hyphen ? [hyphen[1]!] : [])])];
}
