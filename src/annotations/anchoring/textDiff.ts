import { diffArrays } from 'diff';
import type { Span } from '../../analysis/article';
import { splitLines } from '../../analysis/lines';
import { foldText } from './fold';

/** A stretch that both texts have: token for token equal under the fold, though spaces may differ. */
export interface Kept {
  readonly old: Span;
  readonly now: Span;
  /** Start of each token in either text, so that offsets inside map exactly. */
  readonly oldTokens: readonly Span[];
  readonly nowTokens: readonly Span[];
}

const tokenPattern = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

/** Beyond this many changed tokens in one region the region counts as new: keeps hostile pairs cheap. */
const maxChangedTokens = 1500;

/** A kept run of fewer tokens must be as long as the changes around it on average, or it is chance. */
const surelyKept = 8;

interface Tokens {
  readonly spans: readonly Span[];
  readonly forms: readonly string[];
}

/**
 * Which stretches of the old text stand in the new one, in order: unchanged lines first, then word tokens in
 * what is left between them (Myers' O(ND) difference). Short runs of words that two unrelated stretches share
 * by chance are not kept.
 */
export function diffTexts(oldText: string, newText: string): readonly Kept[] {
  const oldFold = foldText(oldText);
  const newFold = foldText(newText);
  const oldLines = lineForms(oldFold);
  const newLines = lineForms(newFold);
  const kept: Kept[] = [];
  const regions = align(oldLines.forms, newLines.forms);
  for (const region of regions) {
    const old = tokenise(oldFold, cover(oldLines.spans, region.old));
    const now = tokenise(newFold, cover(newLines.spans, region.now));
    if (region.same && old.spans.length === now.spans.length) {
      pushKept(kept, old.spans, now.spans);
      continue;
    }
    for (const run of dropChance(align(old.forms, now.forms))) {
      pushKept(
        kept,
        old.spans.slice(run.old.start, run.old.end),
        now.spans.slice(run.now.start, run.now.end),
      );
    }
  }
  return kept;
}

function lineForms(text: string): Tokens {
  const spans = splitLines(text).filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const forms = spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim());
  return { spans, forms };
}

function cover(spans: readonly Span[], { start, end }: Span): Span {
  if (start >= end) return { start: 0, end: 0 };
  return { start: spans[start]!.start, end: spans[end - 1]!.end };
}

function tokenise(text: string, { start, end }: Span): Tokens {
  const spans: Span[] = [];
  const forms: string[] = [];
  for (const match of text.slice(start, end).matchAll(tokenPattern)) {
    const from = start + match.index;
    spans.push({ start: from, end: from + match[0].length });
    forms.push(match[0]);
  }
  return { spans, forms };
}

function pushKept(kept: Kept[], oldTokens: readonly Span[], nowTokens: readonly Span[]): void {
  if (oldTokens.length === 0) return;
  kept.push({
    old: { start: oldTokens[0]!.start, end: oldTokens.at(-1)!.end },
    now: { start: nowTokens[0]!.start, end: nowTokens.at(-1)!.end },
    oldTokens,
    nowTokens,
  });
}

interface Region {
  readonly same: boolean;
  readonly old: Span;
  readonly now: Span;
}

/** Equal and changed stretches of two lists, in order, as index ranges. */
function align(old: readonly string[], now: readonly string[]): Region[] {
  const whole: Region = {
    same: false,
    old: { start: 0, end: old.length },
    now: { start: 0, end: now.length },
  };
  if (old.length === 0 || now.length === 0) return [whole];
  const numbers = new Map<string, number>();
  const numbered = (forms: readonly string[]): number[] =>
    forms.map((form) => {
      const known = numbers.get(form) ?? numbers.size;
      numbers.set(form, known);
      return known;
    });
  const limit = { maxEditLength: maxChangedTokens };
  const changes = diffArrays(numbered(old), numbered(now), limit);
  if (!changes) return [whole];
  const regions: Region[] = [];
  let oldAt = 0;
  let nowAt = 0;
  for (const { added, removed, count } of changes) {
    const region = {
      same: !added && !removed,
      old: { start: oldAt, end: oldAt + (added ? 0 : count) },
      now: { start: nowAt, end: nowAt + (removed ? 0 : count) },
    };
    const last = regions.at(-1);
    if (last && !last.same && !region.same) {
      regions[regions.length - 1] = {
        same: false,
        old: { start: last.old.start, end: region.old.end },
        now: { start: last.now.start, end: region.now.end },
      };
    } else regions.push(region);
    oldAt = region.old.end;
    nowAt = region.now.end;
  }
  return regions;
}

/** The equal stretches that are longer than chance, judged by the changes on both sides of each. */
function dropChance(regions: readonly Region[]): readonly Region[] {
  const size = (region: Region | undefined): number =>
    region ? Math.max(length(region.old), length(region.now)) : 0;
  return regions.filter((region, index) => {
    if (!region.same) return false;
    const around = size(regions[index - 1]) + size(regions[index + 1]);
    const own = length(region.old);
    return own >= surelyKept || own * 2 >= around;
  });
}

function length({ start, end }: Span): number {
  return end - start;
}
