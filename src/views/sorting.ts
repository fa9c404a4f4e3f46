import { compare } from '../corpus/order';

export const sortOrders = ['newest', 'size', 'name'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** What of an event, a name, a source or a day its place in a list depends on. */
export interface Sortable {
  readonly id: string;
  readonly name: string;
  readonly articles: number;
  /** The latest day, `YYYY-MM-DD`; absent or empty where none is known. */
  readonly latest?: string | undefined;
}

const orders: Record<SortOrder, (a: Sortable, b: Sortable) => number> = {
  newest: (a, b) => compare(b.latest ?? '', a.latest ?? ''),
  size: (a, b) => b.articles - a.articles,
  name: (a, b) => a.name.localeCompare(b.name),
};

/** A sorted copy. What has no name comes last; equals stay as they were. */
export function sortRows<R extends Sortable>(rows: readonly R[], order: SortOrder): R[] {
  return [...rows].sort(
    (a, b) => Number(a.name === '') - Number(b.name === '') || orders[order](a, b),
  );
}
