import type { Line, Mention, Span } from '../article';

/** How sure we are of an author whom only the place in a byline gives away. */
const bylineScore = 0.6;

/** Names are short, and so are the lines they stand in. */
const longestByline = 200;

const namePart =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|van|von|de|der|den|da|dos|del|di|la|le|bin|al|el|al-\p{Lu}[\p{L}\p{M}]*)$/u;

/** The names of a byline: words up to a comma or "and", two to four of them, all written as names are. */
function authorsOf(text: string, line: Line): Span[] {
  const whole = text.slice(line.start, Math.min(line.end, line.start + longestByline));
  const lead = /^\s*by\s+/i.exec(whole);
  if (!lead) return [];
  const authors: Span[] = [];
  let words: Span[] = [];
  const close = (): void => {
    if (words.length >= 2 && words.length <= 4) {
      authors.push({ start: words[0]!.start, end: words.at(-1)!.end });
    }
    words = [];
  };
  for (const match of whole.slice(lead[0].length).matchAll(/\S+/g)) {
    const start = line.start + lead[0].length + match.index;
    const word = match[0].replace(/[,;|]$/, '');
    if (word === 'and' || word === '&') {
      close();
      continue;
    }
    if (!namePart.test(word)) break;
    words.push({ start, end: start + word.length });
    if (word !== match[0]) {
      close();
      // After a comma stands a role or, more rarely, another author: the tagger's to tell.
      break;
    }
  }
  close();
  return authors;
}

/** Makes sure that the author a byline names is a person. Mentions in text order, in and out. */
export function addAuthors(
  text: string,
  lines: readonly Line[],
  mentions: readonly Mention[],
): Mention[] {
  const authors = lines
    .filter(({ kind }) => kind === 'byline')
    .flatMap((line) => authorsOf(text, line))
    .filter((author) => !mentions.some((m) => m.type === 'PER' && overlaps(m, author)));
  if (authors.length === 0) return [...mentions];
  const kept = mentions.filter((mention) => !authors.some((author) => overlaps(mention, author)));
  const added = authors.map((author): Mention => ({
    ...author,
    type: 'PER',
    text: text.slice(author.start, author.end),
    score: bylineScore,
    boilerplate: false,
  }));
  return [...kept, ...added].sort((a, b) => a.start - b.start);
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
