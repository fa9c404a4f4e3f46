/** What of a row tells whether it must be drawn again. */
export interface Face {
  readonly id: string;
  readonly stamp: number;
}

/**
 * The ids of the rows to draw again, where the same rows stand in the same order; undefined where rows came,
 * went or moved, so that the list itself is to be drawn again.
 */
export function changedRows(
  shown: readonly Face[],
  now: readonly Face[],
): readonly string[] | undefined {
  if (shown.length !== now.length) return undefined;
  if (now.some(({ id }, index) => id !== shown[index]!.id)) return undefined;
  return now.filter(({ stamp }, index) => stamp !== shown[index]!.stamp).map(({ id }) => id);
}
