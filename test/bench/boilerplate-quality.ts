import { existsSync, readFileSync } from 'node:fs';
import {
  evaluateBoilerplate,
  type BoilerplateFigures,
} from '../../src/analysis/boilerplate/evaluate';
import { createStructure } from '../../src/analysis/structure';
import { corpora, readCorpus, type GoldPage } from '../../scripts/boilerplate/corpus';

const percent = (share: number) => (100 * share).toFixed(1);
const shareOf = ({ right, of }: { right: number; of: number }) =>
  of === 0 ? '–' : `${percent(right / of)} (${right}/${of})`;

/**
 * The boilerplate figures on the val part, as lines for the console: whole pages, and the container of headline
 * and body. No lines where the corpora are absent.
 *
 * @param folder the folder of corpora, `../shared/corpora/boilerplate`
 * @param model the model file
 */
export function boilerplateQuality(folder: string, model: string): string[] {
  if (!existsSync(folder)) return [];
  const structure = createStructure(readFileSync(model));
  const pages = corpora
    .flatMap((name) => readCorpus(folder, name))
    .filter(({ split }) => split === 'val');
  const views = [
    ['full', pages],
    ['near', pages.map(nearOf)],
  ] as const;
  return views.flatMap(([name, golds]) => {
    const started = performance.now();
    const figures = evaluateBoilerplate(golds, (text) => structure(text, {}));
    const rate = figures.lines / ((performance.now() - started) / 1000);
    return report(name, figures, rate);
  });
}

function nearOf(page: GoldPage): GoldPage {
  return { ...page, lines: page.lines.filter(({ near }) => near > 0) };
}

function report(name: string, figures: BoilerplateFigures, rate: number): string[] {
  const { content, boilerplate } = figures;
  return [
    `boilerplate, ${name}: ${figures.texts} pages, ${figures.lines} lines, ${Math.round(rate)} lines/s`,
    `  word F1 ${percent(figures.wordF1)}  caught safely ${percent(figures.caughtSafely)}`,
    `  content P/R/F1 ${percent(content.precision)}/${percent(content.recall)}/${percent(content.f1)}  boilerplate P/R/F1 ${percent(boilerplate.precision)}/${percent(boilerplate.recall)}/${percent(boilerplate.f1)}`,
    `  headline ${shareOf(figures.headline)}  author ${shareOf(figures.author)} precision ${shareOf(figures.authorPrecision)}  date ${shareOf(figures.date)}`,
  ];
}
