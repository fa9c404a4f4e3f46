import { readDate } from '../dates';
import { firstNames } from './firstNames';
import { wordHashes, wordSet } from '../boilerplate/words';

/** Authors named in a byline, and what stands behind them ("Chief International Correspondent Worthy News"). */
export interface BylineNames {
  readonly authors: readonly string[];
  readonly tail: string;
  /** Is it people who are named, rather than an agency or a desk? */
  readonly isPerson: boolean;
  /** Is the first of them called by a frequent first name? */
  readonly isFamiliar: boolean;
}

const roleWords = wordSet(
  `correspondent reporter reporters editor editors writer writers staff columnist contributor contributing contributors
  journalist producer chief senior bureau analyst photographer news media desk team wire services service agency
  political international business national special executive managing deputy associate assistant guest author intern
  fellow researcher professor director founder ceo president host anchor meteorologist critic blogger strategist
  newsroom press report reports cnn bbc reuters ap afp bloomberg today daily post times journal gazette tribune herald
  globe independent guardian telegraph university updated published posted min read minutes follow twitter
  digital online edited photography photos photo video illustration`,
);
const particles = wordSet(
  'de da di du del della van von der den ter ten la le el al bin ibn abu dos das st mac zu af y e',
);
const monthWords =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?,? \d/i;
const opening =
  /^(?:(?:written|posted|published|story|words|reported|analysis|article|opinion|text|by line|interview|review|column|report)\s+)?by[:\s]\s*|^(?:author|authors|byline|reporter|von|par|por|автор|редактор)\s*:?\s+/i;

const partEnd = /[,;|•·/&()[\]–—\d]| - |\b(?:and|with|for|in|on|und|et)\b/i;

/** Does the line open as a byline does: "By …", "Author: …"? */
export function opensAsByline(text: string): boolean {
  return opening.test(text);
}

/** Does the line announce a name that stands below it: "Written by", "Author:"? */
export function isBylineLabel(text: string): boolean {
  return /^(?:(?:written|words|story|text|reported|posted|published) )?by:?$|^authors?:?$/i.test(
    text,
  );
}

/**
 * Reads the authors of a byline: opening words, role tails, dates, handles and addresses are no names.
 * An agency or desk stands as the author if nobody else is named.
 */
export function readNames(line: string): BylineNames {
  let text = line
    .slice(0, 300)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(opening, '')
    .replace(/^[^\p{L}\d]+/u, '');
  const by = /\bby /i.exec(text.slice(0, 80));
  if (by && !opensWithName(text.slice(0, by.index))) text = text.slice(by.index + 3);
  const cut = text.search(/[Pp]ublished\b|[Uu]pdated\b|\b(?:posted|created|modified)\b/);
  if (cut > 0) text = text.slice(0, cut);
  const date = readDate(text);
  if (date !== undefined) {
    // "Jane Doe 2 Feb 2026 Reviews 7 Comments": the name stands before the date.
    const before = text.slice(0, date.start);
    if (opensWithName(before)) text = before;
    else if (date.start < 12) text = text.slice(date.end).replace(opening, '');
  }
  const month = text.search(monthWords);
  if (month > 0) text = text.slice(0, month);
  // Addresses, and handles that may be glued to the name: "Jane Doe@janedoe".
  text = text.replace(/[^\s@]{1,40}@[^\s@.]{1,40}\.\S*|@\S*|https?:\S*/g, ' | ');
  const authors: string[] = [];
  const tail: string[] = [];
  let agency: string | undefined;
  for (const part of text.split(partEnd)) {
    const piece = part
      .replace(/^[ .:*-]+/, '')
      .replace(/[ :*-]{1,9}$/, '')
      .replace(opening, '');
    if (piece === '') continue;
    const name = personIn(piece);
    if (name && (tail.length === 0 || (name.rest === '' && !hasRole(piece))))
      authors.push(name.name);
    else tail.push(piece);
    if (name?.rest) tail.push(name.rest);
    agency ??= /^[A-Z]/.test(piece) && piece.split(' ').length <= 6 ? piece : undefined;
  }
  if (authors.length === 0 && agency !== undefined)
    return { authors: [agency], tail: '', isPerson: false, isFamiliar: false };
  return {
    authors: [...new Set(authors)],
    tail: tail.join(', '),
    isPerson: authors.length > 0,
    isFamiliar: firstNames.has(wordHashes(authors[0] ?? '')[0] ?? 0),
  };
}

/** Is the first part of the text a person's name and nothing else? */
export function opensWithName(text: string): boolean {
  return personIn(text.split(partEnd, 1)[0]!.trim())?.rest === '';
}

function hasRole(piece: string): boolean {
  return wordHashes(piece).some((hash) => roleWords.has(hash));
}

/** The person a piece begins with: two to five name words before the first role word. */
function personIn(piece: string): { name: string; rest: string } | undefined {
  const words = piece.split(' ');
  let end = 0;
  for (; end < words.length && end < 6; end++) {
    // "Jane DoeStaff Writer", copied from two boxes side by side.
    const glued = /^(\p{Lu}.*\p{Ll})(\p{Lu}\p{Ll}+)$/u.exec(words[end]!);
    if (glued && end > 0 && hasRole(glued[2]!)) words.splice(end, 1, glued[1]!, glued[2]!);
    const word = words[end]!;
    const hash = wordHashes(word)[0];
    if (hash === undefined || roleWords.has(hash)) break;
    if (!/^[\p{Lu}"“'’]/u.test(word) && !particles.has(hash)) break;
  }
  if (end < 2 || end > 5) return undefined;
  const name = words.slice(0, end).join(' ');
  const rest = words.slice(end).join(' ');
  // "The Associated Press" and the like are no persons; neither is a clause.
  if (/^(?:the|a|an|our|this)\b/i.test(name) || (rest !== '' && !hasRole(rest))) return undefined;
  return { name: isShouted(name) ? toReadingCase(name) : name, rest };
}

function isShouted(name: string): boolean {
  return name === name.toUpperCase() && name.length > 4;
}

/** "STEFAN J. BOS" as a reader would write it. */
export function toReadingCase(name: string): string {
  return name
    .toLowerCase()
    .replace(
      /(^|[\s\-'’.])(\p{L})/gu,
      (_all, before: string, letter: string) => before + letter.toUpperCase(),
    );
}
