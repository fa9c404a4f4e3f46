import type { TokenSpan } from './decode';
import { gazetteerLists, type GazetteerList } from './gazetteer';
import { taggedTypes, type TaggedType } from './labels';
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

function settledType(sheet: Sheet, sentence: Sentence, span: TokenSpan): TaggedType {
  const type = taggedTypes[span.type]!;
  const inSport = sheet.sport > 0 || sentence.sport > 0;
  if (type === 'PER' || inSport || isListed(sheet, span, 'organisation')) return type;
  if (type !== 'LOC' && isListed(sheet, span, 'country')) return 'LOC';
  if (!isListed(sheet, span, 'country') && namesWeapon(sheet, span)) return 'MISC';
  if (isListed(sheet, span, 'country') || isListed(sheet, span, 'city')) return type;
  return type !== 'MISC' && isListed(sheet, span, 'demonym') ? 'MISC' : type;
}

/** "Iran Masoud Pezeshkian", "Dane Jonas Vingegaard": where the person's own name begins. */
function personStart(sheet: Sheet, first: number, last: number): number {
  let start = first;
  for (let i = first; i < last; i++) if (sheet.tokens.words[i] === 'of') start = i + 1;
  for (let end = start; end <= last - 2; end++) {
    if (endsListed(sheet, end, 'country') || endsListed(sheet, end, 'demonym')) return end + 1;
  }
  return first;
}

const month =
  /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December)\.?$/i;

function isDay(words: readonly string[], first: number, last: number): boolean {
  return last === first + 1 && month.test(words[first]!) && /^\d{1,2}$/.test(words[last]!);
}

/**
 * What is certain whatever the tagger says: no sign and no small word begins or ends a name, a day is no
 * name, a person's name does not begin with a country, and outside reports of matches a country is a place
 * and its people are MISC. Nothing is left of a span that is no name.
 */
export function settle(sheet: Sheet, sentence: Sentence, span: TokenSpan): TokenSpan | undefined {
  const { words } = sheet.tokens;
  let { first, last } = span;
  while (first < last && signs.has(words[first]!)) first++;
  while (last > first && signs.has(words[last]!)) last--;
  if (isDay(words, first, last)) return undefined;
  if (taggedTypes[span.type] === 'PER') first = personStart(sheet, first, last);
  const trimmed = { ...span, first, last };
  if (sentence.casing === 'normal' && last > first && isSmall(sheet, last)) {
    // "BRICS summit": the noun is no part of a listed organisation's name.
    const head = { ...span, first, last: last - 1 };
    if (isListed(sheet, head, 'organisation')) {
      return { ...head, type: taggedTypes.indexOf('ORG') };
    }
  }
  const type = settledType(sheet, sentence, trimmed);
  return { ...trimmed, type: taggedTypes.indexOf(type) };
}
