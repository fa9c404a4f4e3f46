import type { Article } from '../../analysis/article';
import {
  evaluateBoilerplate,
  type GoldText,
  type Share,
} from '../../analysis/boilerplate/evaluate';
import { type Analyse, pairs } from './gold';
import { figure, table } from './table';

const percent = (share: number): string => figure(100 * share);

function shareRow(name: string, { right, of }: Share): string[] {
  return [name, of === 0 ? '–' : percent(right / of), `${right} of ${of}`];
}

/** Word-F1, both classes of lines, and the head where gold has it, for gold `{"id","lines":[{"text","label"}]}`. */
export async function evaluateBoilerplateFile(path: string, analyse: Analyse): Promise<string> {
  const golds: GoldText[] = [];
  const articles = new Map<string, Article>();
  const textOf = ({ lines }: GoldText): string =>
    lines.map(({ text }) => text.replace(/[\r\n]/g, ' ')).join('\n');
  for await (const { gold, text, analysed } of pairs<GoldText>(path, textOf, analyse)) {
    golds.push(gold);
    articles.set(text, analysed.article);
  }
  const figures = evaluateBoilerplate(golds, (text) => articles.get(text)!);
  const { content, boilerplate } = figures;
  return [
    `${figures.texts} texts, ${figures.lines} lines, word-F1 ${percent(figures.wordF1)}`,
    '',
    table(
      ['lines', 'P', 'R', 'F1'],
      [
        ['content', ...[content.precision, content.recall, content.f1].map(percent)],
        [
          'boilerplate',
          ...[boilerplate.precision, boilerplate.recall, boilerplate.f1].map(percent),
        ],
      ],
    ),
    '',
    table(
      ['head', '%', ''],
      [
        shareRow('headline', figures.headline),
        shareRow('author found', figures.author),
        shareRow('author precision', figures.authorPrecision),
        shareRow('date', figures.date),
      ],
    ),
  ].join('\n');
}
