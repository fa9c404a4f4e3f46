import search from 'approx-string-match';
import type { Span } from '../../analysis/article';
import { foldText, insideWord, similarity } from './fold';

/** What is known of a place besides its offsets. */
export interface QuotedPlace {
  readonly q: string;
  readonly pre: string;
  readonly suf: string;
}

export type QuoteMatch =
  | { readonly kind: 'found'; readonly span: Span }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Span[] }
  | { readonly kind: 'none' };

/** Code units of text kept before and after a quote. */
export const contextLength = 32;

const fuzzyFrom = 8;
const fuzzyErrors = 0.2;
const betterSide = 0.6;
const bothSides = 0.5;
const margin = 0.05;
const maxCandidates = 50;
const maxScored = 20_000;
/** Beyond this much new text only exact quotes are looked for: a thousand orphans must not stall the editor. */
const maxFuzzyText = 50_000;

/** The words and the context of a span, as records keep them. */
export function quotePlace(text: string, { start, end }: Span): QuotedPlace {
  return {
    q: text.slice(start, end),
    pre: text.slice(Math.max(0, start - contextLength), start),
    suf: text.slice(end, end + contextLength),
  };
}

/**
 * Finds quotes in the given stretches of a text (`folded`: the text under `foldText`). Strict: whole words,
 * context of the better side ≥ 0.6 and of both ≥ 0.5 on average, the runner-up ≥ 0.05 behind, else ambiguous;
 * with errors (≤ 20 %) only for quotes of 8 characters and more. One finder looks at a bounded number of places:
 * where thousands of quotes have lost theirs, the text is another one.
 */
export function quoteFinder(
  folded: string,
  within: readonly Span[],
): (place: QuotedPlace) => QuoteMatch {
  const places = new Map<string, readonly Span[]>();
  let budget = maxScored;
  return ({ q, pre, suf }) => {
    const quote = foldText(q);
    if (quote.trim() === '' || budget <= 0) return { kind: 'none' };
    const spans = places.get(quote) ?? occurrences(folded, quote, within);
    places.set(quote, spans);
    budget -= spans.length + 1;
    return choose(folded, spans, foldText(pre), foldText(suf));
  };
}

function choose(folded: string, spans: readonly Span[], pre: string, suf: string): QuoteMatch {
  const scored = spans
    .map((span) => ({ span, score: contextScore(folded, span, pre, suf) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best) return { kind: 'none' };
  if (second && best.score - second.score < margin) {
    return {
      kind: 'ambiguous',
      candidates: scored.filter(({ score }) => best.score - score < margin).map((one) => one.span),
    };
  }
  return { kind: 'found', span: best.span };
}

function occurrences(folded: string, quote: string, within: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const { start, end } of within) {
    // Not `indexOf` on the whole text: it would run on past the stretch.
    const part = folded.slice(start, end);
    for (let at = part.indexOf(quote); at >= 0; at = part.indexOf(quote, at + 1)) {
      const span = { start: start + at, end: start + at + quote.length };
      if (wholeWords(folded, span)) found.push(span);
      if (found.length >= maxCandidates) return found;
    }
  }
  return found.length > 0 || quote.length < fuzzyFrom ? found : approximate(folded, quote, within);
}

/** Every place that reads like the quote, snapped to whole words, the best of overlapping ones. */
function approximate(folded: string, quote: string, within: readonly Span[]): Span[] {
  const total = within.reduce((sum, { start, end }) => sum + end - start, 0);
  const maxErrors = Math.floor(quote.length * fuzzyErrors);
  if (total > maxFuzzyText || maxErrors === 0) return [];
  const matches = within
    .flatMap(({ start, end }) =>
      search(folded.slice(start, end), quote, maxErrors).map((match) => ({
        start: start + match.start,
        end: start + match.end,
        errors: match.errors,
      })),
    )
    .filter((match) => wholeWords(folded, match) && match.end > match.start)
    .sort((a, b) => a.errors - b.errors);
  const found: Span[] = [];
  for (const { start, end } of matches) {
    if (found.length >= maxCandidates) break;
    if (found.every((other) => end <= other.start || other.end <= start))
      found.push({ start, end });
  }
  return found;
}

function wholeWords(text: string, { start, end }: Span): boolean {
  return !insideWord(text, start) && !insideWord(text, end);
}

/** 0 where the context speaks against the place. */
function contextScore(folded: string, { start, end }: Span, pre: string, suf: string): number {
  const before = similarity(pre, folded.slice(Math.max(0, start - pre.length), start));
  const after = similarity(suf, folded.slice(end, end + suf.length));
  const average = (before + after) / 2;
  return Math.max(before, after) >= betterSide && average >= bothSides ? average : 0;
}
