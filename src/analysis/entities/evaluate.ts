import type { MentionType, Span } from '../article';

/** A mention as gold and prediction share it. */
export interface Labelled extends Span {
  readonly type: MentionType;
}

/** Counts and the figures made of them, 0–100. */
export interface Figures {
  readonly gold: number;
  readonly found: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface EntityFigures {
  /** Span and type exactly right (CoNLL-2003 scoring). */
  readonly strict: Readonly<Record<EvaluatedRow, Figures>>;
  /** Same type and at least one character shared, each mention used once. */
  readonly overlap: Readonly<Record<EvaluatedRow, Figures>>;
}

export const evaluatedTypes = ['PER', 'ORG', 'LOC', 'MISC'] as const;
/** `micro` is over PER, ORG and LOC; `micro4` takes MISC in. */
export type EvaluatedRow = (typeof evaluatedTypes)[number] | 'micro' | 'micro4';

interface Tally {
  gold: number;
  found: number;
  strict: number;
  overlap: number;
}

/** Gold and predicted mentions of one text. */
export interface ScoredText {
  readonly gold: readonly Labelled[];
  readonly found: readonly Labelled[];
  /** MISC is not labelled in this text: leave it out. */
  readonly noMISC?: boolean;
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** How many mentions of the same type share text, pairing each once, in text order. */
function overlapping(gold: readonly Labelled[], found: readonly Labelled[]): number {
  const a = [...gold].sort(byStart);
  const b = [...found].sort(byStart);
  let i = 0;
  let j = 0;
  let pairs = 0;
  while (i < a.length && j < b.length) {
    if (a[i]!.end <= b[j]!.start) i++;
    else if (b[j]!.end <= a[i]!.start) j++;
    else {
      pairs++;
      i++;
      j++;
    }
  }
  return pairs;
}

function figures(gold: number, found: number, right: number): Figures {
  const precision = found === 0 ? 0 : (100 * right) / found;
  const recall = gold === 0 ? 0 : (100 * right) / gold;
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { gold, found, right, precision, recall, f1 };
}

/** Precision, recall and F1 by type and micro-averaged, over all texts together. */
export function scoreEntities(texts: Iterable<ScoredText>): EntityFigures {
  const tallies = new Map<EvaluatedRow, Tally>();
  for (const row of [...evaluatedTypes, 'micro', 'micro4'] as const) {
    tallies.set(row, { gold: 0, found: 0, strict: 0, overlap: 0 });
  }
  for (const text of texts) {
    for (const type of evaluatedTypes) {
      if (type === 'MISC' && text.noMISC) continue;
      const gold = text.gold.filter((mention) => mention.type === type);
      const found = text.found.filter((mention) => mention.type === type);
      const keys = new Set(gold.map(({ start, end }) => `${start}-${end}`));
      const strict = found.filter(({ start, end }) => keys.has(`${start}-${end}`)).length;
      const overlap = overlapping(gold, found);
      for (const row of [type, ...(type === 'MISC' ? [] : ['micro' as const]), 'micro4'] as const) {
        const tally = tallies.get(row)!;
        tally.gold += gold.length;
        tally.found += found.length;
        tally.strict += strict;
        tally.overlap += overlap;
      }
    }
  }
  const table = (kind: 'strict' | 'overlap'): Record<EvaluatedRow, Figures> =>
    Object.fromEntries(
      [...tallies].map(([row, tally]) => [row, figures(tally.gold, tally.found, tally[kind])]),
    ) as Record<EvaluatedRow, Figures>;
  return { strict: table('strict'), overlap: table('overlap') };
}
