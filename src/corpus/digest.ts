import { isBoilerplate, type Article } from '../analysis/article';
import { Background, commonnessOf } from './background';
import { cardOf } from './card';
import type { CorpusEntry, Features } from './entry';
import { hashString } from './hash';
import { shinglesOf } from './shingles';
import { termsOf, type Term } from './terms';
import { headTenseOf } from './head-tense';
import { dayNumber } from './days';

const longestStream = 1200;
const longestPassage = 32;
const mostTerms = 400;
const mostLabels = 48;
const mostDays = 24;
const anySmallNumber = commonnessOf(0.25);

/**
 * Makes the function that turns an analysed article into what the corpus holds of it: a card for lists and features for
 * grouping; the text itself is left behind. Pure; runs beside the analysis, off the editor's thread.
 * @param background the bytes of `models/background.bin`
 * @throws RangeError when they are not a background table
 */
export function createDigest(
  background: Uint8Array,
): (id: string, text: string, article: Article) => CorpusEntry {
  const table = new Background(background);
  return (id, text, article) => {
    const lines = article.lines
      .filter((line) => !isBoilerplate(line.kind))
      .map((line) => text.slice(line.start, line.end));
    return {
      id,
      hash: `${hashString(text).toString(36)}${hashString(text, 1).toString(36)}`,
      card: cardOf(text, article),
      features: featuresOf(lines, article, table),
    };
  };
}

interface Seen {
  readonly hash: number;
  readonly commonness: number;
  readonly label: string;
  count: number;
  place: number;
}

function featuresOf(lines: readonly string[], article: Article, table: Background): Features {
  const seen = new Map<string, Seen>();
  const stream: Seen[] = [];
  const passages: number[] = [];
  const ends: number[] = [];
  for (const line of lines) {
    if (stream.length >= longestStream) break;
    const terms = termsOf(line);
    for (let at = 0; at < terms.length; at += longestPassage) {
      const passage = terms.slice(at, at + longestPassage);
      for (const term of passage) stream.push(remember(seen, term, table));
      passages.push(hashString(passage.map((term) => term.key).join(' ')));
      ends.push(stream.length);
    }
  }
  const kept = mostTelling(seen);
  return {
    ...packTerms(kept, stream, ends),
    passages: Uint32Array.from(passages),
    days: daysOf(article),
    shingles: shinglesOf(lines),
    ...headTenseOf(lines),
  };
}

function remember(seen: Map<string, Seen>, term: Term, table: Background): Seen {
  const known = seen.get(term.key);
  if (known) {
    known.count++;
    return known;
  }
  const hash = hashString(term.key);
  const commonness =
    term.kind === 'number' && term.key.length === 1 ? anySmallNumber : table.of(hash);
  const fresh = { hash, commonness, label: term.label, count: 1, place: -1 };
  seen.set(term.key, fresh);
  return fresh;
}

/** The terms that say most about this article, the most telling first. */
function mostTelling(seen: ReadonlyMap<string, Seen>): Seen[] {
  const worth = (term: Seen): number => (1 + Math.log(term.count)) * (300 - term.commonness);
  return [...seen.values()]
    .map((term) => ({ term, worth: worth(term) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, mostTerms)
    .map(({ term }) => term);
}

function packTerms(
  kept: readonly Seen[],
  stream: readonly Seen[],
  ends: readonly number[],
): Pick<Features, 'terms' | 'commonness' | 'stream' | 'passageEnds' | 'labels' | 'labelled'> {
  const byHash = [...kept].sort((a, b) => a.hash - b.hash);
  byHash.forEach((term, place) => (term.place = place));
  const places: number[] = [];
  const passageEnds: number[] = [];
  let at = 0;
  for (const end of ends) {
    for (; at < end; at++) if (stream[at]!.place >= 0) places.push(stream[at]!.place);
    passageEnds.push(places.length);
  }
  const labelled = kept.slice(0, mostLabels);
  return {
    terms: Uint32Array.from(byHash, (term) => term.hash),
    commonness: Uint8Array.from(byHash, (term) => term.commonness),
    stream: Uint16Array.from(places),
    passageEnds: Uint16Array.from(passageEnds),
    labels: labelled.map((term) => term.label).join('\n'),
    labelled: Uint16Array.from(labelled, (term) => term.place),
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
