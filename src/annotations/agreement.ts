import type { Span } from '../analysis/article';

/** A span and its label as one annotator gave it. */
export interface LabelledSpan extends Span {
  readonly label: string;
}

export interface SpanScore {
  /** Share of the second annotator's spans that the first has. */
  readonly precision: number;
  /** Share of the first annotator's spans that the second has. */
  readonly recall: number;
  /** Their harmonic mean: the same whoever comes first. */
  readonly f1: number;
}

const keyOf = ({ start, end, label }: LabelledSpan): string => `${start} ${end} ${label}`;

/** Exact agreement of two people on spans with labels. Two empty layers agree fully. */
export function spanF1(a: readonly LabelledSpan[], b: readonly LabelledSpan[]): SpanScore {
  const [first, second] = [new Set(a.map(keyOf)), new Set(b.map(keyOf))];
  if (first.size === 0 && second.size === 0) return { precision: 1, recall: 1, f1: 1 };
  const both = [...first].filter((key) => second.has(key)).length;
  return {
    precision: second.size === 0 ? 0 : both / second.size,
    recall: first.size === 0 ? 0 : both / first.size,
    f1: (2 * both) / (first.size + second.size),
  };
}

/**
 * Cohen's kappa of two lists of labels of equal length (Cohen 1960): (Po − Pe) ÷ (1 − Pe). 1 where chance alone explains
 * everything and both agree fully.
 */
export function kappa(a: readonly string[], b: readonly string[]): number {
  const total = a.length;
  if (total === 0) return 1;
  const count = (labels: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    return counts;
  };
  const other = count(b);
  const observed = a.filter((label, i) => label === b[i]).length / total;
  const expected = [...count(a)].reduce(
    (sum, [label, times]) => sum + (times / total) * ((other.get(label) ?? 0) / total),
    0,
  );
  return expected === 1 ? 1 : (observed - expected) / (1 - expected);
}

/** The label of each token: that of the longest span that touches it; empty for none. */
export function tokenLabels(
  tokens: readonly Span[],
  spans: readonly LabelledSpan[],
): readonly string[] {
  const labels = tokens.map(() => '');
  const shortFirst = [...spans].sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const { start, end, label } of shortFirst) {
    for (let i = firstToken(tokens, start); i < tokens.length && tokens[i]!.start < end; i++) {
      labels[i] = label;
    }
  }
  return labels;
}

/** The first token that ends after an offset. */
export function firstToken(tokens: readonly Span[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
