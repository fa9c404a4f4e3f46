import { isBoilerplate, type Article } from '../analysis/article';
import { Background } from './background';
import { cardOf } from './card';
import type { CorpusEntry, Features } from './entry';
import { inOneBuffer } from './features';
import { hashString, mixHash } from './hash';
import { hashLines } from './repeats';
import { shinglesOf } from './shingles';
import { isInCapitals } from './readable';
import { TermReader, type Term } from './terms';
import { headTenseOf } from './head-tense';
import { dayNumber, dayTerm } from './days';

const longestStream = 1200;
const longestPassage = 32;
const mostTerms = 400;
const mostLabels = 48;
const mostDays = 24;

/**
 * Makes the function that turns an analysed article into what the corpus holds of it: a card for lists and features for
 * grouping; the text itself is left behind. Pure; runs beside the analysis, off the editor's thread.
 * @param background the bytes of `models/background.bin`
 * @throws RangeError when they are not a background table
 */
export function createDigest(
  background: Uint8Array,
): (id: string, text: string, article: Article) => CorpusEntry {
  const reader = new TermReader(new Background(background));
  return (id, text, article) => {
    const own = article.lines.filter((line) => !isBoilerplate(line.kind));
    const lines = own.map((line) => text.slice(line.start, line.end));
    const lede = own.findIndex((line, i) => i > 0 && line.kind === 'body');
    return {
      id,
      hash: `${hashString(text).toString(36)}${hashString(text, 1).toString(36)}`,
      card: cardOf(text, article),
      lines: hashLines(text, article.lines),
      features: {
        ...featuresOf(lines, article, reader),
        ...headTenseOf(article.headline?.value ?? lines[0] ?? '', lines[lede] ?? ''),
      },
    };
  };
}

/** A term of the article being digested. */
interface Seen {
  term: Term;
  count: number;
  /** Where it stands among the kept terms; -1 for a term that is not kept. */
  place: number;
}

function featuresOf(lines: readonly string[], article: Article, reader: TermReader): Features {
  const seen = new Map<number, Seen>();
  const stream: Seen[] = [];
  const passages: number[] = [];
  const ends: number[] = [];
  const words: number[][] = [];
  for (const line of lines) {
    const reading = reader.read(line);
    words.push(reading.words);
    const terms = reading.terms.slice(0, longestStream - stream.length);
    let passage = 0;
    terms.forEach((term, i) => {
      stream.push(remember(seen, term));
      passage = mixHash(passage, term.hash);
      if (i + 1 !== terms.length && (i + 1) % longestPassage !== 0) return;
      passages.push(passage);
      ends.push(stream.length);
      passage = 0;
    });
  }
  const days = daysOf(article);
  return inOneBuffer({
    ...packTerms([...mostTelling(seen), ...dayTerms(days)], stream, ends),
    passages: Uint32Array.from(passages),
    days,
    shingles: shinglesOf(words),
  });
}

function remember(seen: Map<number, Seen>, term: Term): Seen {
  const known = seen.get(term.hash);
  if (known) {
    known.count++;
    // "HARWICK — The mayor of Harwick": a person reads the name, not the dateline.
    if (isInCapitals(known.term.label) && !isInCapitals(term.label)) known.term = term;
    return known;
  }
  const fresh = { term, count: 1, place: -1 };
  seen.set(term.hash, fresh);
  return fresh;
}

/** The terms that say most about this article: those to label first, then the others up to a bound. */
function mostTelling(seen: ReadonlyMap<number, Seen>): Seen[] {
  const worth = ({ term, count }: Seen): number => (1 + Math.log(count)) * (300 - term.commonness);
  return [...seen.values()].sort((a, b) => worth(b) - worth(a)).slice(0, mostTerms);
}

/** Days stand among the terms but in no passage: the weighing gives them their weight. */
function dayTerms(days: Int32Array): Seen[] {
  return Array.from(days, (day) => ({
    term: { hash: dayTerm(day), commonness: 0, label: '', kind: 'number' },
    count: 0,
    place: -1,
  }));
}

function packTerms(
  kept: readonly Seen[],
  stream: readonly Seen[],
  ends: readonly number[],
): Pick<Features, 'terms' | 'commonness' | 'stream' | 'passageEnds' | 'labels' | 'labelled'> {
  const byHash = [...kept].sort((a, b) => a.term.hash - b.term.hash);
  byHash.forEach((known, place) => (known.place = place));
  const places: number[] = [];
  const passageEnds: number[] = [];
  let at = 0;
  for (const end of ends) {
    for (; at < end; at++) if (stream[at]!.place >= 0) places.push(stream[at]!.place);
    passageEnds.push(places.length);
  }
  const labelled = kept.slice(0, mostLabels).filter(({ count }) => count > 0);
  return {
    terms: Uint32Array.from(byHash, ({ term }) => term.hash),
    commonness: Uint8Array.from(byHash, ({ term }) => term.commonness),
    stream: Uint16Array.from(places),
    passageEnds: Uint16Array.from(passageEnds),
    labels: labelled.map(({ term }) => term.label).join('\n'),
    labelled: Uint16Array.from(labelled, ({ place }) => place),
  };
}

function daysOf(article: Article): Int32Array {
  const days = new Set<number>();
  for (const { date, boilerplate } of article.mentions) {
    if (!date || boilerplate || date.from !== date.to) continue;
    const day = dayNumber(date.from);
    if (day !== undefined) days.add(day);
    if (days.size >= mostDays) break;
  }
  return Int32Array.from(days).sort();
}
