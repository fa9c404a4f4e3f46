import { hits, type Page } from './page';
import { isProse, type Row } from './rows';

/** The portrait of the author under an article. */
export interface Portrait {
  /** Row indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The author's name as the portrait opens, and the row that is that name, or opens with it. */
  readonly author: string;
  readonly named: number;
}

const opening =
  /^(?<name>\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|al|bin)){1,4}) (?:is|was|has been|covers|writes|reports|joined|works)\b/u;
const trade =
  /\b(?:reporter|correspondent|journalist|editor|writer|columnist|contributor|author|covers|covering|writes|reports|newsroom|freelance|producer|photographer|fellow|staff|anchor)\b/i;
const shareBefore = 0.6;
const rowsAbove = 5;

/** Finds the portrait: behind most of the prose, "NAME is a reporter…", with the name and role above it. */
export function findPortrait(page: Page): Portrait | undefined {
  const { rows } = page;
  const prose = rows.map((row) => (isProse(row) ? row.words : 0));
  const all = prose.reduce((sum, words) => sum + words, 0);
  let before = 0;
  for (const [i, row] of rows.entries()) {
    const author = before >= shareBefore * all ? authorOf(row) : undefined;
    before += prose[i]!;
    if (author === undefined || before === 0) continue;
    return { to: i + 1, author, ...topOf(page, i, author) };
  }
  return undefined;
}

const heading = /^about the (?:authors?|writers?|reporters?)\W*$/i;
const longestNote = 160;

/** "About the author" behind most of the prose, and the paragraph under it; rows, `to` exclusive. */
export function findAuthorNote({ rows }: Page): { from: number; to: number } | undefined {
  const from = rows.findLastIndex(({ text, words }) => words <= 4 && heading.test(text));
  const below = rows[from + 1];
  if (from < 0 || below === undefined || below.words > longestNote) return undefined;
  const proseIn = (part: readonly Row[]) =>
    part.reduce((sum, row) => sum + (isProse(row) ? row.words : 0), 0);
  const isBehind = proseIn(rows.slice(0, from)) >= shareBefore * proseIn(rows);
  return isBehind ? { from, to: from + 2 } : undefined;
}

function authorOf(row: Row): string | undefined {
  if (row.words < 6 || row.words > 160) return undefined;
  const text = row.text.slice(0, 400);
  const name = opening.exec(text)?.groups?.['name'];
  return name !== undefined && trade.test(text.slice(name.length, name.length + 90))
    ? name
    : undefined;
}

function topOf(page: Page, index: number, author: string): { from: number; named: number } {
  let from = index;
  let named = index;
  for (let i = index - 1; i >= Math.max(0, index - rowsAbove); i--) {
    const row = page.rows[i]!;
    if (row.words > 6) break;
    const isName = row.text.replace(/^by /i, '') === author;
    if (isName) named = i;
    if (isName || hits(page, i, 'bio') > 0) from = i;
  }
  return { from, named };
}
