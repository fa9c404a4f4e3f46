import type { CorpusEntry } from './entry';

/** Code-unit order, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Earlier articles first, those without a day last; ids decide ties. */
export function byDayThenId(a: CorpusEntry, b: CorpusEntry): number {
  return compare(a.card.day ?? '9999', b.card.day ?? '9999') || compare(a.id, b.id);
}
