import { makeRandom } from '../../scripts/boilerplate/random';
import { corpora, readCorpus, type GoldPage } from '../../scripts/boilerplate/corpus';
import { findSecondCopies } from '../../src/analysis/boilerplate/pasted';
import { likeness, readRows } from '../../src/analysis/boilerplate/rows';

const fewestLines = 6;
const fewestWords = 120;

/** How many bodies pasted twice are found, how many of their lines, and how many lines of real pages wrongly. */
export interface CopyFigures {
  readonly found: number;
  readonly of: number;
  readonly lines: number;
  readonly linesOf: number;
  readonly falseLines: number;
  readonly pages: number;
}

/**
 * Pastes the bodies of the val pages under themselves, a share of the lines edited (a word dropped, one in eight
 * replaced), and looks for the second copies.
 */
export function measureCopies(folder: string, editedShare: number): CopyFigures {
  const random = makeRandom(7);
  const figures = { found: 0, of: 0, lines: 0, linesOf: 0, falseLines: 0, pages: 0 };
  const pages = corpora
    .flatMap((name) => readCorpus(folder, name))
    .filter(({ split }) => split === 'val');
  for (const page of pages) {
    figures.pages++;
    figures.falseLines += falselyFound(page);
    const body = page.lines.filter(({ label }) => label === 'C').map(({ text }) => oneLine(text));
    const words = body.reduce((sum, text) => sum + text.split(' ').length, 0);
    if (body.length < fewestLines || words < fewestWords) continue;
    const copy = body.map((text) => (random() < editedShare ? edit(text, random) : text));
    const rows = readRows([...body, ...copy].join('\n'));
    const from = rows.findIndex(({ number }) => number >= body.length);
    const marked = new Set<number>();
    for (const { from: start, firstOf } of findSecondCopies(rows))
      for (const [i, first] of firstOf.entries()) if (first >= 0) marked.add(start + i);
    let hits = 0;
    for (let i = from; i < rows.length; i++) if (marked.has(i)) hits++;
    figures.of++;
    if (hits * 2 > rows.length - from) figures.found++;
    figures.lines += hits;
    figures.linesOf += rows.length - from;
  }
  return figures;
}

const oneLine = (text: string) => text.replace(/[\r\n]/g, ' ');

function edit(text: string, random: () => number): string {
  const words = text.split(' ');
  const kept = words.length > 3 ? words.filter((_word, i) => i !== words.length >> 1) : words;
  return kept.map((word) => (random() < 0.125 ? 'otherwise' : word)).join(' ');
}

/** From this share of common words on, a line of the page as it is does stand there twice. */
const alike = 0.8;

/** Body lines of the page as it is that are called second copies although they stand there once. */
function falselyFound(page: GoldPage): number {
  const rows = readRows(page.lines.map(({ text }) => oneLine(text)).join('\n'));
  let wrong = 0;
  for (const { from, firstOf } of findSecondCopies(rows))
    for (const [i, first] of firstOf.entries()) {
      const second = rows[from + i]!;
      const isNew = first >= 0 && likeness(rows[first]!, second) < alike;
      if (isNew && page.lines[second.number]!.label === 'C') wrong++;
    }
  return wrong;
}
