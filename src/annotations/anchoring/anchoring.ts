import type { Span } from '../../analysis/article';
import { type Paragraphs, readParagraphs, resolveAnchor } from '../paragraphs';
import type { Place } from '../records';
import { foldText, insideWord, similarity } from './fold';
import { type QuotedPlace, quoteFinder, type QuoteMatch } from './quoteMatch';
import { diffTexts, type Kept } from './textDiff';

/**
 * Where a record stands in the text of now. `anchored`: its words, in their place. `moved`: its words, found
 * again elsewhere. `changed`: its place, other words. `ambiguous`: several places may be meant. `orphan`: none.
 */
export type Anchoring =
  | {
      readonly state: 'anchored' | 'moved' | 'changed';
      readonly start: number;
      readonly end: number;
    }
  | { readonly state: 'ambiguous'; readonly candidates: readonly Span[] }
  | { readonly state: 'orphan' };

/** A span of an old text and what stood there. */
export interface OldSpan extends Span, QuotedPlace {}

const changedFrom = 0.7;
const neighbourReach = 6;

/**
 * Carries spans of an old text over to a new one ("diff + moved-only quote"): through the difference of both
 * texts where the words were kept; in the gap between two kept neighbours where they were replaced in place;
 * else by a strict match of the quote in text that is new. The results are in the order of `spans`.
 */
export function carryOver(
  oldText: string,
  newText: string,
  spans: readonly OldSpan[],
): readonly Anchoring[] {
  if (oldText === newText) {
    return spans.map(({ start, end }) => ({ state: 'anchored', start, end }));
  }
  const kept = diffTexts(oldText, newText);
  const texts = { newText, folded: foldText(newText), kept };
  const find = quoteFinder(texts.folded, gaps(kept, newText));
  return spans.map((span) => {
    const mapped = mapThrough(texts, span) ?? fillGap(texts, span);
    return mapped ?? fromQuote(texts.folded, span, find);
  });
}

interface Texts {
  readonly newText: string;
  readonly folded: string;
  readonly kept: readonly Kept[];
}

/** The stretches of the new text that are new. */
function gaps(kept: readonly Kept[], newText: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const { now } of kept) {
    if (now.start > from) found.push({ start: from, end: now.start });
    from = now.end;
  }
  if (from < newText.length) found.push({ start: from, end: newText.length });
  return found;
}

/** The stretch that an offset stands in (or ends at, for `edge` "end"); undefined in changed text. */
function keptAt(kept: readonly Kept[], offset: number, edge: 'start' | 'end'): Kept | undefined {
  let low = 0;
  let high = kept.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { old } = kept[middle]!;
    const before = edge === 'start' ? offset < old.start : offset <= old.start;
    const after = edge === 'start' ? offset >= old.end : offset > old.end;
    if (before) high = middle - 1;
    else if (after) low = middle + 1;
    else return kept[middle];
  }
  return undefined;
}

/** The new offset of an old one inside a kept stretch: same place in the same token. */
function mapOffset({ oldTokens, nowTokens }: Kept, offset: number, edge: 'start' | 'end'): number {
  let low = 0;
  let high = oldTokens.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const { start } = oldTokens[middle]!;
    if (edge === 'start' ? start <= offset : start < offset) low = middle;
    else high = middle - 1;
  }
  const now = nowTokens[low]!;
  return Math.min(now.start + (offset - oldTokens[low]!.start), Math.max(now.end, now.start));
}

function mapThrough({ newText, kept }: Texts, { start, end, q }: OldSpan): Anchoring | undefined {
  const first = keptAt(kept, start, 'start');
  const last = keptAt(kept, end, 'end');
  if (!first || !last) return undefined;
  const span = { start: mapOffset(first, start, 'start'), end: mapOffset(last, end, 'end') };
  if (span.end <= span.start) return undefined;
  const words = newText.slice(span.start, span.end);
  if (sameWords(words, q)) return { state: 'anchored', ...span };
  return similarity(foldText(words), foldText(q)) >= changedFrom
    ? { state: 'changed', ...span }
    : undefined;
}

/** Equal but for the width of spaces and line ends and the form of quotes and dashes. */
function sameWords(a: string, b: string): boolean {
  if (a === b) return true;
  const plain = (text: string) => foldText(text).replace(/ +/g, ' ');
  return plain(a) === plain(b);
}

/** Replaced in place: the best stretch of whole words between the kept neighbours of the span. */
function fillGap(texts: Texts, span: OldSpan): Anchoring | undefined {
  const { kept, newText, folded } = texts;
  const after = kept.findIndex(({ old }) => old.end > span.start);
  const before = kept[(after < 0 ? kept.length : after) - 1];
  const inside = kept[after];
  const left = inside && inside.old.start < span.start ? inside : before;
  const right = kept.find(({ old }) => old.end > span.end);
  if (!left || !right) return undefined;
  const startsIn = left === inside;
  const endsIn = right.old.start < span.end;
  const near =
    (startsIn || span.start - left.old.end <= neighbourReach) &&
    (endsIn || right.old.start - span.end <= neighbourReach);
  if (!near) return undefined;
  const gap = {
    start: startsIn ? mapOffset(left, span.start, 'start') : left.now.end,
    end: endsIn ? mapOffset(right, span.end, 'end') : right.now.start,
  };
  const found = mostAlike(folded, gap, foldText(span.q));
  if (!found) return undefined;
  const words = newText.slice(found.start, found.end);
  return { state: sameWords(words, span.q) ? 'anchored' : 'changed', ...found };
}

const maxGap = 400;

/** The stretch between two word edges of the gap that reads most like the quote, if alike enough. */
function mostAlike(folded: string, gap: Span, quote: string): Span | undefined {
  if (gap.end - gap.start > maxGap || gap.end <= gap.start) return undefined;
  const edges: number[] = [];
  for (let at = gap.start; at <= gap.end; at++) if (!insideWord(folded, at)) edges.push(at);
  let best: (Span & { alike: number }) | undefined;
  for (const start of edges) {
    for (const end of edges) {
      const errors = Math.max(1, quote.length * (1 - changedFrom));
      if (Math.abs(end - start - quote.length) > errors) continue;
      const words = folded.slice(start, end);
      if (words.trim() !== words) continue;
      const alike = similarity(words, quote);
      const oneTypo = Math.round((1 - alike) * Math.max(words.length, quote.length)) <= 1;
      if ((alike >= changedFrom || oneTypo) && alike > (best?.alike ?? 0)) {
        best = { start, end, alike };
      }
    }
  }
  return best && { start: best.start, end: best.end };
}

function fromQuote(
  folded: string,
  place: QuotedPlace,
  find: (place: QuotedPlace) => QuoteMatch,
): Anchoring {
  const match = find(place);
  if (match.kind === 'none') return { state: 'orphan' };
  if (match.kind === 'ambiguous') return { state: 'ambiguous', candidates: match.candidates };
  const { start, end } = match.span;
  return {
    state: folded.slice(start, end) === foldText(place.q) ? 'moved' : 'changed',
    start,
    end,
  };
}

/**
 * Finds the places of stored records in the text of now. `oldTexts`: texts that the anchors may come from
 * (newest first), wherever they could be had from cache or git; without one that fits, the paragraph that the
 * anchor names must still be there, or the quote is looked for in the whole text. Order as in `places`.
 */
export function anchorPlaces(
  text: string,
  places: readonly Place[],
  oldTexts: readonly string[] = [],
): readonly Anchoring[] {
  const now = readParagraphs(text);
  const results: Anchoring[] = new Array<Anchoring>(places.length);
  let open = places.map((place, index) => ({ place, index }));
  const settle = (old: Paragraphs): void => {
    const here = open.flatMap(({ place, index }) => {
      const span = resolveAnchor(old, place.at, place.q);
      return span ? [{ index, span: { ...span, q: place.q, pre: place.pre, suf: place.suf } }] : [];
    });
    const carried = carryOver(
      old.text,
      text,
      here.map(({ span }) => span),
    );
    here.forEach(({ index }, i) => (results[index] = carried[i]!));
    const settled = new Set(here.map(({ index }) => index));
    open = open.filter(({ index }) => !settled.has(index));
  };
  for (const old of oldTexts) if (old !== text) settle(readParagraphs(old));
  settle(now);
  if (open.length > 0) {
    const folded = foldText(text);
    const find = quoteFinder(folded, [{ start: 0, end: text.length }]);
    for (const { place, index } of open) results[index] = fromQuote(folded, place, find);
  }
  return results;
}

/** How many of what is stored stand, need a look, or have lost their place; the three add up to all. */
export function countStates(results: readonly Anchoring[]): {
  readonly anchored: number;
  readonly review: number;
  readonly orphan: number;
} {
  const anchored = results.filter(({ state }) => state === 'anchored').length;
  const orphan = results.filter(({ state }) => state === 'orphan').length;
  return { anchored, review: results.length - anchored - orphan, orphan };
}
