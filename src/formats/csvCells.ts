/** A sign that a spreadsheet would take for a formula, after any apostrophes. */
const formula = /^'*[=+\-@\t\r]/;

/** One row of RFC 4180. Cells that a spreadsheet would run as a formula get an apostrophe, which `readCsv` removes. */
export function csvRow(cells: readonly (string | number | undefined)[]): string {
  const written = cells.map((cell) => {
    const value = String(cell ?? '');
    const safe = typeof cell === 'string' && formula.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) || safe.trim() !== safe ? `"${safe.replace(/"/g, '""')}"` : safe;
  });
  return `${written.join(',')}\r\n`;
}

/** Reads RFC 4180 with any line ends into rows keyed by the header. Linear; never throws. */
export function readCsv(content: string): readonly ReadonlyMap<string, string>[] {
  const [header = [], ...rows] = splitRows(content.replace(/^\uFEFF/, ''));
  return rows.map((row) => new Map(header.map((name, i) => [name, row[i] ?? ''])));
}

function splitRows(content: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < content.length) {
    const { value, next } = readCell(content, at);
    row.push(/^'+[=+\-@\t\r]/.test(value) ? value.slice(1) : value);
    const sign = content[next];
    if (sign === ',') {
      at = next + 1;
      if (at === content.length) row.push('');
      continue;
    }
    at = sign === '\r' && content[next + 1] === '\n' ? next + 2 : next + 1;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function readCell(
  content: string,
  from: number,
): { readonly value: string; readonly next: number } {
  if (content[from] !== '"') {
    let next = from;
    while (next < content.length && !',\r\n'.includes(content.charAt(next))) next++;
    return { value: content.slice(from, next), next };
  }
  let end = content.indexOf('"', from + 1);
  while (end >= 0 && content[end + 1] === '"') end = content.indexOf('"', end + 2);
  if (end < 0) end = content.length;
  const value = content.slice(from + 1, end).replace(/""/g, '"');
  let next = end + 1;
  while (next < content.length && !',\r\n'.includes(content.charAt(next))) next++;
  return { value, next };
}
