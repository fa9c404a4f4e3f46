import type { Span } from '../../analysis/article';
import { type Anchoring, carryOver } from './anchoring';
import { snapToGraphemes } from './graphemes';
import { contextLength, quotePlace, type QuotedPlace } from './quoteMatch';

/** A change of a text as the editor reports it: `start`–`end` of the text before became `text`. */
export interface TextChange extends Span {
  readonly text: string;
}

/** A span that follows its words while the text is being edited. */
export interface LiveSpan extends Span {
  readonly id: string;
  /** `orphan`: its words are gone; `start` = `end` is where they were, and they revive it if they return. */
  readonly state: 'anchored' | 'changed' | 'orphan';
  /** The words it was made for, and what stood around them. */
  readonly place: QuotedPlace;
  /** If it ever was an orphan: the stretch of text that went, where in it the words stood, and how they read last. */
  readonly cut?: { readonly text: string; readonly at: number; readonly words: string };
}

/** The text as the spans know it. */
export interface Shadow {
  readonly text: string;
  readonly spans: readonly LiveSpan[];
}

/** A span to follow from now on. */
export function liveSpan(text: string, id: string, span: Span): LiveSpan {
  return { id, start: span.start, end: span.end, state: 'anchored', place: quotePlace(text, span) };
}

/**
 * Applies the changes of one edit (offsets into the text before it, in any order, not overlapping).
 * Typing at an edge does not grow a span; an edit inside marks it changed; partial deletion clips it, and when
 * under half is left, or all is gone, it becomes an orphan until the same words return (undo, cut and paste).
 */
export function applyChanges(shadow: Shadow, changes: readonly TextChange[]): Shadow {
  const descending = changes
    .map((change) => trimChange(shadow.text, change))
    .filter(({ start, end, text }) => end > start || text !== '')
    .sort((a, b) => b.start - a.start || b.end - a.end);
  let { text, spans } = shadow;
  let arrived: Span[] = [];
  for (const change of descending) {
    const before = text;
    const shift = change.text.length - (change.end - change.start);
    text = before.slice(0, change.start) + change.text + before.slice(change.end);
    const cut = before.slice(change.start, change.end);
    const step: Step = { ...change, before, cut, carried: carryCovered(spans, change, cut) };
    spans = spans.map((span) => follow(span, step));
    arrived = arrived.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
    arrived.push({ start: change.start, end: change.start + change.text.length });
  }
  if (descending.length === 0) return shadow;
  const isTouched = (span: LiveSpan): boolean => {
    // The last letters of a span that lost some may return beside it, not at it.
    const reach = span.state === 'changed' ? span.place.q.length : 0;
    return arrived.some(({ start, end }) => start <= span.end + reach && end >= span.start - reach);
  };
  const findCut = cutFinder(text);
  return {
    text,
    spans: spans.map((span) => {
      if (span.state === 'orphan') return revive(text, span, arrived, findCut);
      return isTouched(span) ? settle(text, span) : span;
    }),
  };
}

/** What an edit really changed: without the ends that old and new have in common. */
function trimChange(before: string, { start, end, text }: TextChange): TextChange {
  let from = 0;
  const most = Math.min(end - start, text.length);
  while (from < most && before[start + from] === text[from]) from++;
  let to = 0;
  while (to < most - from && before[end - 1 - to] === text[text.length - 1 - to]) to++;
  return { start: start + from, end: end - to, text: text.slice(from, text.length - to) };
}

/** A change with the text before it, what it took away, and where spans went that it covers. */
interface Step extends TextChange {
  readonly before: string;
  readonly cut: string;
  readonly carried: ReadonlyMap<LiveSpan, Anchoring>;
}

function covers(change: TextChange, { start, end, state }: LiveSpan): boolean {
  return state !== 'orphan' && end > start && change.start <= start && change.end >= end;
}

/** Words that were replaced may stand in what replaced them: a paragraph pasted over itself. */
function carryCovered(
  spans: readonly LiveSpan[],
  change: TextChange,
  cut: string,
): ReadonlyMap<LiveSpan, Anchoring> {
  const covered = change.text === '' ? [] : spans.filter((span) => covers(change, span));
  if (covered.length === 0) return new Map();
  const old = covered.map(({ start, end }) => {
    const local = { start: start - change.start, end: end - change.start };
    return { ...local, ...quotePlace(cut, local) };
  });
  return new Map(carryOver(cut, change.text, old).map((result, i) => [covered[i]!, result]));
}

function follow(span: LiveSpan, step: Step): LiveSpan {
  const shift = step.text.length - (step.end - step.start);
  if (span.state === 'orphan') return followOrphan(span, step, shift);
  const { start, end } = span;
  if (step.end <= start) return { ...span, start: start + shift, end: end + shift };
  if (step.start >= end) return span;
  if (covers(step, span)) {
    const found = step.carried.get(span);
    if (!found || !('start' in found)) return lose(span, step);
    const moved = { start: found.start + step.start, end: found.end + step.start };
    return { ...span, ...moved, state: found.state === 'changed' ? 'changed' : span.state };
  }
  if (step.start >= start && step.end <= end) {
    return { ...span, end: end + shift, state: 'changed' };
  }
  const clipped =
    step.start < start
      ? { start: step.start + step.text.length, end: end + shift }
      : { start, end: step.start };
  return (clipped.end - clipped.start) * 2 < span.place.q.length
    ? lose(span, step)
    : { ...span, ...clipped, state: 'changed' };
}

function followOrphan(span: LiveSpan, change: TextChange, shift: number): LiveSpan {
  if (change.start >= span.start) return span;
  const at = change.end <= span.start ? span.start + shift : change.start;
  return { ...span, start: at, end: at };
}

function lose(span: LiveSpan, { start, before, cut }: Step): LiveSpan {
  return {
    ...span,
    start,
    end: start,
    state: 'orphan',
    // What stands around the words now is the better clue to where they return.
    place: span.state === 'anchored' ? quotePlace(before, span) : span.place,
    cut: { text: cut, at: span.start - start, words: before.slice(span.start, span.end) },
  };
}

/** After an edit: whole graphemes, and `anchored` again where the words stand as they were. */
function settle(text: string, span: LiveSpan): LiveSpan {
  const { q } = span.place;
  const restored = span.state === 'changed' ? wordsAround(text, span, q) : undefined;
  if (restored !== undefined) {
    return { ...span, start: restored, end: restored + q.length, state: 'anchored' };
  }
  const snapped = snapToGraphemes(text, span);
  const same = text.slice(snapped.start, snapped.end) === q;
  return { ...span, ...snapped, state: same ? 'anchored' : 'changed' };
}

/** Where the words stand whole over what is left of a span, or in what it grew to. */
function wordsAround(text: string, { start, end }: Span, q: string): number | undefined {
  const from = Math.max(0, start - q.length + 1);
  const at = text.slice(from, end + q.length - 1).indexOf(q);
  return at >= 0 ? from + at : undefined;
}

/** Where a stretch that was cut stands again in what arrived; −1 if it does not. Remembers: many spans share a cut. */
function cutFinder(text: string): (cut: string, arrived: Span) => number {
  const known = new Map<Span, { readonly here: string; readonly found: Map<string, number> }>();
  return (cut, arrived) => {
    const { here, found } = known.get(arrived) ?? {
      here: text.slice(arrived.start, arrived.end),
      found: new Map<string, number>(),
    };
    known.set(arrived, { here, found });
    const at = found.get(cut) ?? here.indexOf(cut);
    found.set(cut, at);
    return at < 0 ? -1 : arrived.start + at;
  };
}

/** The words of an orphan came back: with the stretch they went in, or where they had stood. */
function revive(
  text: string,
  span: LiveSpan,
  arrived: readonly Span[],
  findCut: (cut: string, arrived: Span) => number,
): LiveSpan {
  const { q } = span.place;
  for (const stretch of arrived) {
    const returned = span.cut ? findCut(span.cut.text, stretch) : -1;
    if (span.cut && returned >= 0) {
      const at = returned + span.cut.at;
      const { words } = span.cut;
      if (at >= 0 && text.startsWith(words, at)) {
        return settle(text, { ...span, start: at, end: at + words.length, state: 'changed' });
      }
    }
    if (span.start < stretch.start - q.length || span.start > stretch.end) continue;
    const found = bestByContext(text, span.place, stretch)[0];
    if (found !== undefined) {
      return { ...span, start: found, end: found + q.length, state: 'anchored' };
    }
  }
  return span;
}

const maxReturns = 100;

/** Letters beside a quote that must be as they were for it to be the same place. */
const enoughContext = 8;

/** Where in a stretch (or across its edges) the quote stands with the most of its context, best first. */
function bestByContext(text: string, { q, pre, suf }: QuotedPlace, { start, end }: Span): number[] {
  if (q === '') return [];
  const found: { at: number; score: number }[] = [];
  const from = Math.max(0, start - q.length + 1);
  const here = text.slice(from, end + q.length - 1);
  for (let i = here.indexOf(q); i >= 0 && found.length < maxReturns; i = here.indexOf(q, i + 1)) {
    const at = from + i;
    const score = commonEnd(pre, text.slice(Math.max(0, at - contextLength), at));
    const around =
      score + commonStart(suf, text.slice(at + q.length, at + q.length + contextLength));
    if (around >= Math.min(enoughContext, pre.length + suf.length))
      found.push({ at, score: around });
  }
  return found.sort((a, b) => b.score - a.score).map(({ at }) => at);
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) {
    length++;
  }
  return length;
}

/**
 * The shadow of the text of now, however it came about: used when shadow and document no longer agree (line
 * ends switched, file reverted). Every span goes the way of an edit outside the editor.
 */
export function resync(shadow: Shadow, text: string): Shadow {
  if (shadow.text === text) return shadow;
  const old = shadow.spans.map((span) => ({ ...span, ...quotePlace(shadow.text, span) }));
  const alive = old.filter(({ state }) => state !== 'orphan');
  const carried = new Map(
    carryOver(shadow.text, text, alive).map((result, index) => [alive[index]!.id, result]),
  );
  const spans = shadow.spans.map((span): LiveSpan => {
    const result = carried.get(span.id);
    if (result && 'start' in result) {
      const same = result.state !== 'changed' && span.state === 'anchored';
      return same
        ? liveSpan(text, span.id, result)
        : { ...span, start: result.start, end: result.end, state: 'changed' };
    }
    const at = Math.min(span.start, text.length);
    return { ...span, start: at, end: at, state: 'orphan' };
  });
  return { text, spans };
}
