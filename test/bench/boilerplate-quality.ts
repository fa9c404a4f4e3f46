import { existsSync, readFileSync } from 'node:fs';
import { corpora, readCorpus, type GoldPage } from '../../scripts/boilerplate/corpus';
import {
  evaluateBoilerplate,
  type BoilerplateFigures,
} from '../../src/analysis/boilerplate/evaluate';
import { createStructure, type Structure } from '../../src/analysis/structure';
import { measureCopies } from './boilerplate-copies';
import { measureDatelines } from './boilerplate-datelines';

const percent = (share: number) => (100 * share).toFixed(1);
const shareOf = ({ right, of }: { right: number; of: number }) =>
  of === 0 ? '–' : `${percent(right / of)} (${right}/${of})`;

/**
 * The boilerplate figures on the val part, as lines for the console: whole pages ("full"), the container of
 * headline and body ("near"), the same of the news corpora alone, all pages again with every letter exchanged so that no word is English, bodies pasted
 * twice, and datelines. No lines where the corpora are absent.
 *
 * @param folder the folder of corpora, `../shared/corpora/boilerplate`
 * @param model the model file
 */
export function boilerplateQuality(folder: string, model: string): string[] {
  if (!existsSync(folder)) return [];
  const analyse = createStructure(readFileSync(model));
  const structure = (text: string): Structure => analyse(text, {});
  const keepAll = (text: string): Structure => {
    const found = structure(text);
    return { ...found, lines: found.lines.map((line) => ({ ...line, kind: 'body' })) };
  };
  const pagesOf = (names: readonly (typeof corpora)[number][]) =>
    names.flatMap((name) => readCorpus(folder, name)).filter(({ split }) => split === 'val');
  const nearOf = (pages: readonly GoldPage[]) =>
    pages.map((page) => ({ ...page, lines: page.lines.filter((line) => line.near > 0) }));
  const full = pagesOf(corpora);
  const near = nearOf(full);
  const news = pagesOf(corpora.filter((name) => name !== 'wcxb'));
  const measure = (name: string, pages: readonly GoldPage[]) => {
    const figures = evaluateBoilerplate(pages, structure);
    const { wordF1 } = evaluateBoilerplate(pages, keepAll);
    return report(name, figures, wordF1, linesPerSecond(pages, structure));
  };
  return [
    ...measure('full', full),
    ...measure('near', near),
    ...measure('news alone, full', news),
    ...measure('news alone, near', nearOf(news)),
    ...measure('full, no English word', full.map(exchangeLetters)).slice(0, 3),
    ...measure('near, no English word', near.map(exchangeLetters)).slice(0, 3),
    ...[0, 0.2].map((edited) => {
      const { found, of, lines, linesOf, falseLines, pages } = measureCopies(folder, edited);
      return `pasted twice, ${percent(edited)} % of lines edited: found ${shareOf({ right: found, of })}, lines ${shareOf({ right: lines, of: linesOf })}, false lines ${falseLines} on ${pages} pages`;
    }),
    datelineReport(measureDatelines(folder, structure)),
  ];
}

function datelineReport({
  right,
  found,
  of,
}: {
  right: number;
  found: number;
  of: number;
}): string {
  return `datelines, train and val: precision ${shareOf({ right, of: found })}, recall ${shareOf({ right, of })}`;
}

/** Moves every letter of the alphabet by 13: the shape stays, the words go. */
function exchangeLetters(page: GoldPage): GoldPage {
  const exchange = (text: string) =>
    text.replace(/[a-z]/gi, (letter) => {
      const code = letter.charCodeAt(0);
      const base = code >= 97 ? 97 : 65;
      return String.fromCharCode(base + ((code - base + 13) % 26));
    });
  return { ...page, lines: page.lines.map((line) => ({ ...line, text: exchange(line.text) })) };
}

/** Of the analysis alone, once it has run warm. */
function linesPerSecond(
  pages: readonly GoldPage[],
  structure: (text: string) => Structure,
): number {
  const texts = pages.map(({ lines }) => lines.map(({ text }) => text).join('\n'));
  const lines = pages.reduce((sum, page) => sum + page.lines.length, 0);
  const started = performance.now();
  for (const text of texts) structure(text);
  return Math.round((1000 * lines) / (performance.now() - started));
}

function report(
  name: string,
  figures: BoilerplateFigures,
  keptAll: number,
  rate: number,
): string[] {
  const { content, boilerplate } = figures;
  return [
    `boilerplate, ${name}: ${figures.texts} pages, ${figures.lines} lines, ${rate} lines/s`,
    `  word F1 ${percent(figures.wordF1)} (every line kept: ${percent(keptAll)})  caught safely ${percent(figures.caughtSafely)}`,
    `  content P/R/F1 ${percent(content.precision)}/${percent(content.recall)}/${percent(content.f1)}  boilerplate P/R/F1 ${percent(boilerplate.precision)}/${percent(boilerplate.recall)}/${percent(boilerplate.f1)}`,
    `  headline ${shareOf(figures.headline)}  author ${shareOf(figures.author)} precision ${shareOf(figures.authorPrecision)}  date ${shareOf(figures.date)}`,
  ];
}
