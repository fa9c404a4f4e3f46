import { isBoilerplate, type Line, type Mention, type Quote, type Span } from './article';
import { quotedStretches } from './quotes/marks';
import { speakerBeside, type NamedSpeaker } from './quotes/speaker';

/** Shorter ones are names, titles and scare quotes. */
const fewestWords = 3;

/** A quote may run over so many paragraphs, each opened anew. */
const mostParagraphs = 12;

/** More mentions than these on either side of a quote tell nothing about its speaker. */
const mostMentions = 24;

/**
 * The quotes of an article and who said them: stretches of three words or more in “”, "", «», „“ or ‘’ in its own lines,
 * marks included, in order. A quote whose paragraph ends before the closing mark goes on in the next one that opens anew.
 *
 * The speaker is named beside the quote ("said X", "X said", "according to X"), or was for the quote before it in the
 * paragraph. "He" and "she" are resolved to the only person named before in the paragraph, else to the person of the paragraph
 * before; where that is not safe, the pronoun itself is the speaker. English verbs only. Linear: a speaker is looked for no
 * further than 200 characters from the quote.
 */
export function findQuotes(
  text: string,
  lines: readonly Line[],
  mentions: readonly Mention[],
): Quote[] {
  const own = lines.filter((line) => !isBoilerplate(line.kind));
  const named = mentions.toSorted((a, b) => a.start - b.start);
  const quotes: Quote[] = [];
  let lastPerson: Mention | undefined;
  let next = 0;
  for (const [index, line] of own.entries()) {
    while (next < named.length && named[next]!.start < line.start) next++;
    const first = next;
    while (next < named.length && named[next]!.start < line.end) next++;
    const taken = quotes.at(-1)?.end ?? 0;
    const stretches = quotedStretches(text, line.start, line.end).filter((s) => s.start >= taken);
    const outside = without(named.slice(first, next), stretches);
    let spoken: Spoken | undefined;
    for (const stretch of stretches) {
      const end = stretch.open ? endOfRun(text, own, index) : stretch.end;
      if (!hasWords(text, stretch)) continue;
      const near = around(outside, stretch);
      const speaker = speakerBeside(text, line, stretch, near);
      spoken = (speaker && resolve(speaker, near, lastPerson)) ?? spoken;
      quotes.push({ start: stretch.start, end, ...spoken });
    }
    lastPerson = personAfter(outside, spoken, lastPerson);
  }
  return quotes;
}

/** Who said something, as a quote records it. */
interface Spoken {
  readonly speaker: Span;
  readonly entity?: string;
}

/** The mentions that stand in none of the stretches; both are in order. */
function without(mentions: readonly Mention[], stretches: readonly Span[]): Mention[] {
  let next = 0;
  return mentions.filter(({ start }) => {
    while (next < stretches.length && stretches[next]!.end <= start) next++;
    return next === stretches.length || start < stretches[next]!.start;
  });
}

/** The mentions before and after a quote in its paragraph, as far as its speaker may be among them. */
function around(mentions: readonly Mention[], { start }: Span): readonly Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return mentions.slice(Math.max(0, low - mostMentions), low + mostMentions);
}

function resolve(
  named: NamedSpeaker,
  near: readonly Mention[],
  lastPerson: Mention | undefined,
): Spoken {
  if (named.kind === 'mention') return spokenBy(named.mention);
  if (named.kind === 'words') return { speaker: named.span };
  const persons = near.filter((m) => m.type === 'PER' && m.end <= named.span.start);
  const nearest = persons.at(-1);
  if (nearest && isOne(persons)) return spokenBy(nearest);
  if (!nearest && lastPerson) return spokenBy(lastPerson);
  return { speaker: named.span };
}

/** Who "he" in the next paragraph is: the last speaker, else the only person named in this one. */
function personAfter(
  outside: readonly Mention[],
  spoken: Spoken | undefined,
  lastPerson: Mention | undefined,
): Mention | undefined {
  const persons = outside.filter((m) => m.type === 'PER');
  const speaker = persons.findLast((m) => m.start === spoken?.speaker.start);
  if (speaker) return speaker;
  if (persons.length === 0) return lastPerson;
  return isOne(persons) ? persons.at(-1) : undefined;
}

function isOne(persons: readonly Mention[]): boolean {
  const [first] = persons;
  return persons.every((m) => (m.entity ?? m.text) === (first?.entity ?? first?.text));
}

function spokenBy({ start, end, entity }: Mention): Spoken {
  return { speaker: { start, end }, ...(entity === undefined ? {} : { entity }) };
}

function hasWords(text: string, { start, end }: Span): boolean {
  const words = text
    .slice(start, Math.min(end, start + 400))
    .match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu);
  return (words?.length ?? 0) >= fewestWords;
}

/** The end of a quote left open in line `index`: the closing mark in one of the next paragraphs that open anew. */
function endOfRun(text: string, lines: readonly Line[], index: number): number {
  let end = lines[index]!.end;
  for (const line of lines.slice(index + 1, index + mostParagraphs)) {
    const [first] = quotedStretches(text, line.start, line.end);
    if (first?.start !== line.start) return end;
    end = first.end;
    if (!first.open) return end;
  }
  return end;
}
