/** Figures of 0–100 with one decimal. */
export function figure(value: number): string {
  return value.toFixed(1);
}

/** A plain-text table: the first column to the left, the others to the right. */
export function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...body.map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...body]
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]! + 2),
        )
        .join(''),
    )
    .join('\n');
}
