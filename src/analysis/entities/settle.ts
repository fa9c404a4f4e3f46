import type { TokenSpan } from './decode';
import { gazetteerLists, type GazetteerList } from './gazetteer';
import { taggedTypes, type TaggedType } from './labels';
import { isNoName } from './not-names';
import { leadingTitles } from './role-words';
import type { Sentence, Sheet } from './sheet';

/** Signs and words that a name neither begins nor ends with. */
const signs = new Set(
  ['+', '-', '–', '—', ',', ';', ':', '(', '[', '/', '"', '“', '”', '*', '•', '|', '’', "'"].concat(
    'of the and in at on for by to from with as an or that'.split(' '),
  ),
);

/** Is the whole span, and no more, a name of this list? */
function isListed(sheet: Sheet, { first, last }: TokenSpan, list: GazetteerList): boolean {
  const shift = 4 * gazetteerLists.indexOf(list);
  const start = (sheet.listed[first]! >>> shift) & 15;
  const end = (sheet.listed[last]! >>> shift) & 15;
  return first === last ? start === 8 : start === 1 && end === 4;
}

function isSmall(sheet: Sheet, at: number): boolean {
  return sheet.types[at]!.isLower;
}

/** Does a name of this list end with this token? */
function endsListed(sheet: Sheet, at: number, list: GazetteerList): boolean {
  return ((sheet.listed[at]! >>> (4 * gazetteerLists.indexOf(list))) & 12) !== 0;
}

const quoteMarks = new Set(['"', '“', '”', "'", '‘', '’']);
const weapons = new Set(
  'drone drones missile missiles rocket rockets rifle rifles tank tanks helicopter helicopters'.split(
    ' ',
  ),
);

/** “Shahed” drones, Shahed attack drones: the name of a weapon, whatever place is called so. */
function namesWeapon({ tokens: { words } }: Sheet, { first, last }: TokenSpan): boolean {
  const isQuoted = quoteMarks.has(words[first - 1] ?? '') && quoteMarks.has(words[last + 1] ?? '');
  const next = last + (isQuoted ? 2 : 1);
  return (
    weapons.has(words[next] ?? '') ||
    (words[next] === 'attack' && weapons.has(words[next + 1] ?? ''))
  );
}

const forms = new Set(['Mr', 'Mr.', 'Mrs', 'Mrs.', 'Ms', 'Ms.']);
const partisans = new Set(['Democrat', 'Democrats', 'Republican', 'Republicans']);

const chambers = new Set(['Senate', 'House']);

/** "New York Democrat", "Senate Republicans": a place or a chamber, and a member of a party. */
function partsOf(sheet: Sheet, span: TokenSpan): TokenSpan[] {
  const { words } = sheet.tokens;
  const head = { ...span, last: span.last - 1 };
  if (head.last < head.first || !partisans.has(words[span.last]!)) return [span];
  const isChamber = head.first === head.last && chambers.has(words[head.last]!);
  const isPlace = isListed(sheet, head, 'region') || isListed(sheet, head, 'city');
  if (isListed(sheet, span, 'organisation') || !(isChamber || isPlace)) return [span];
  return [
    { ...head, type: taggedTypes.indexOf(isChamber ? 'ORG' : 'LOC') },
    { ...span, first: span.last },
  ];
}

const belongings = new Set(['President', 'embassy', 'flag', 'parliament', 'capital']);

/** "Velmar’s President Ilse Tarkova", "Velmar’s embassy": no person has one, a state does. */
function isState({ tokens: { words } }: Sheet, { first, last }: TokenSpan): boolean {
  return (
    first === last && /^['’]s$/.test(words[last + 1] ?? '') && belongings.has(words[last + 2] ?? '')
  );
}

/** "C.I.A." and "Americans" are no persons, unless a person may be called so. */
function settledPerson(sheet: Sheet, span: TokenSpan): TaggedType {
  if (isState(sheet, span)) return 'LOC';
  if (isListed(sheet, span, 'first') || isListed(sheet, span, 'surname')) return 'PER';
  if (isListed(sheet, span, 'demonym')) return 'MISC';
  const isAcronym = /^(?:\p{Lu}\.?){2,}$/u.test(sheet.tokens.words[span.first]!);
  return isAcronym && isListed(sheet, span, 'organisation') ? 'ORG' : 'PER';
}

function settledType(sheet: Sheet, sentence: Sentence, span: TokenSpan): TaggedType {
  const type = taggedTypes[span.type]!;
  const { words } = sheet.tokens;
  if (forms.has(words[span.first - 1] ?? '')) return 'PER';
  if (span.first === span.last && partisans.has(words[span.last]!)) return 'MISC';
  const inSport = sheet.sport > 0 || sentence.sport > 0;
  if (type === 'PER') return settledPerson(sheet, span);
  if (inSport || isListed(sheet, span, 'organisation')) return type;
  if (type !== 'LOC' && isListed(sheet, span, 'country')) return 'LOC';
  if (!isListed(sheet, span, 'country') && namesWeapon(sheet, span)) return 'MISC';
  if (isListed(sheet, span, 'country') || isListed(sheet, span, 'city')) return type;
  return type !== 'MISC' && isListed(sheet, span, 'demonym') ? 'MISC' : type;
}

/** Titles that are names too, or belong to the name they stand before. */
const alsoNames = new Set(['king', 'queen', 'judge', 'bishop', 'major', 'marshal', 'reverend']);

function isTitle(word: string): boolean {
  const bare = word.toLowerCase().replace(/\.$/, '');
  return leadingTitles.has(bare) && !alsoNames.has(bare);
}

/**
 * "Iran Masoud Pezeshkian", "Dane Jonas Vingegaard", "Air Force Commander Lt. Gen. Turki bin Bandar": where
 * the person's own name begins.
 */
function personStart(sheet: Sheet, first: number, last: number): number {
  const { words } = sheet.tokens;
  let start = first;
  let named = first;
  for (let i = first; i < last; i++) {
    if (words[i] === 'of') start = i + 1;
    if (isTitle(words[i]!)) start = named = i + 1;
  }
  for (let end = start; end <= last - 2; end++) {
    if (endsListed(sheet, end, 'country') || endsListed(sheet, end, 'demonym')) return end + 1;
  }
  return named;
}

/**
 * What is certain whatever the tagger says: no sign and no small word begins or ends a name; a day, a
 * price, the number of a question and the seat of a member of Congress are no names; a person's name begins with neither a country nor a
 * title, and what stands after "Mr." is one; outside reports of matches a country is a place and its people
 * are MISC. Nothing is left of a span that is no name.
 */
export function settle(sheet: Sheet, sentence: Sentence, span: TokenSpan): TokenSpan[] {
  const { words } = sheet.tokens;
  let { first, last } = span;
  while (first < last && signs.has(words[first]!)) first++;
  while (last > first && signs.has(words[last]!)) last--;
  if (isNoName(sheet, sentence, { ...span, first, last })) return [];
  while (first < last && forms.has(words[first]!)) first++;
  if (taggedTypes[span.type] === 'PER') first = personStart(sheet, first, last);
  const trimmed = { ...span, first, last };
  if (sentence.casing === 'normal' && last > first && isSmall(sheet, last)) {
    // "BRICS summit": the noun is no part of a listed organisation's name.
    const head = { ...span, first, last: last - 1 };
    if (isListed(sheet, head, 'organisation')) {
      return [{ ...head, type: taggedTypes.indexOf('ORG') }];
    }
  }
  return partsOf(sheet, trimmed).map((part) => ({
    ...part,
    type: taggedTypes.indexOf(settledType(sheet, sentence, part)),
  }));
}
