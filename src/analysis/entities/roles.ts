import type { Mention, Span } from '../article';
import { leadingTitles, roleModifiers, roleNouns } from './role-words';

/** How far from a name its role may begin, in characters. */
const window = 90;

interface Word extends Span {
  readonly text: string;
}

/** Words between spaces, without the marks around them. */
function wordsIn(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(from, to).matchAll(/\S+/g)) {
    const start = from + match.index;
    words.push({ start, end: start + match[0].length, text: match[0] });
  }
  return words;
}

function bare(word: string): string {
  return word.toLowerCase().replace(/(?:['’]s|\.)$/, '');
}

function withoutMarks(word: string): string {
  let end = word.length;
  while (end > 0 && ',.;:)'.includes(word[end - 1]!)) end--;
  return word.slice(0, end);
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** Does this word end a phrase, so that the role cannot reach over it? */
function endsPhrase(word: string): boolean {
  return /[,;:()"“”!?–—]$/.test(word) || /^[("“–—'’]/.test(word) || /\p{Ll}{3}\.$/u.test(word);
}

/** "Russian Foreign Minister" before "Sergei Lavrov". */
function roleBefore(text: string, lineStart: number, mention: Span): Span | undefined {
  const words = wordsIn(text, Math.max(lineStart, mention.start - window), mention.start);
  let at = words.length - 1;
  // A comma between role and name: "his Iranian counterpart, Masoud Pezeshkian".
  const nounAt = at;
  if (at < 0) return undefined;
  const noun = words[at]!;
  const hasComma = noun.text.endsWith(',');
  const nounText = hasComma ? noun.text.slice(0, -1) : noun.text;
  if (!roleNouns.has(bare(nounText)) || noun.end >= mention.start + 1) return undefined;
  while (at > 0) {
    const word = words[at - 1]!.text;
    if (endsPhrase(word)) break;
    const fits = roleModifiers.has(word.toLowerCase()) || roleNouns.has(bare(word));
    const named =
      isCapital(word) && !/^(?:The|A|An|His|Her|Their|Its|In|On|As|But|And|When|For)$/.test(word);
    if (!fits && !named) break;
    at--;
  }
  if (nounAt - at > 6) return undefined;
  return { start: words[at]!.start, end: noun.start + nounText.length };
}

/**
 * "Chief International Correspondent" after "Stefan J. Bos, "; not the title of the next person in a list.
 */
function roleAfter(
  text: string,
  lineEnd: number,
  mention: Span,
  next: Mention | undefined,
): Span | undefined {
  if (!text.startsWith(', ', mention.end)) return undefined;
  const words = wordsIn(text, mention.end + 2, Math.min(lineEnd, mention.end + window));
  const from = /^(?:the|a|an|its|his|her|their)$/i.test(words[0]?.text ?? '') ? 1 : 0;
  let end = -1;
  for (const word of words.slice(from, from + 6)) {
    const clean = withoutMarks(word.text);
    const isNoun = roleNouns.has(bare(clean));
    if (isNoun) end = word.start + clean.length;
    if (!isNoun && !roleModifiers.has(clean.toLowerCase()) && !isCapital(clean)) break;
    if (clean !== word.text) break;
  }
  if (end < 0 || (next?.type === 'PER' && next.start === end + 1)) return undefined;
  return { start: words[from]!.start, end };
}

/** Cuts a title off the front of a person's name: "President Vladimir Putin". */
function withoutTitle(text: string, mention: Mention): Mention {
  let { start } = mention;
  for (;;) {
    const space = text.indexOf(' ', start);
    if (space < 0 || space >= mention.end) break;
    if (!leadingTitles.has(bare(text.slice(start, space)))) break;
    start = space + 1;
  }
  return start === mention.start
    ? mention
    : { ...mention, start, text: text.slice(start, mention.end) };
}

/**
 * Cuts titles off persons' names and adds the role given right before or after the name, in its line.
 * Mentions must be in text order; `lines` are those the mentions were found in.
 */
export function addRoles(
  text: string,
  lines: readonly Span[],
  mentions: readonly Mention[],
): Mention[] {
  let line = 0;
  let before = 0;
  return mentions.map((mention, at) => {
    while (line + 1 < lines.length && lines[line + 1]!.start <= mention.start) line++;
    const from = Math.max(lines[line]!.start, before);
    before = mention.type === 'PER' ? mention.end : before;
    if (mention.type !== 'PER') return mention;
    const person = withoutTitle(text, mention);
    const role =
      roleBefore(text, from, person) ??
      roleAfter(text, Math.max(lines[line]!.end, person.end), person, mentions[at + 1]);
    return role ? { ...person, role } : person;
  });
}
