import type { MentionType, Span } from '../../analysis/article';
import {
  type EntityFigures,
  type EvaluatedRow,
  scoreEntities,
  type ScoredText,
} from '../../analysis/entities/evaluate';
import { type Analyse, pairs } from './gold';
import { figure, table } from './table';

interface GoldEntities {
  readonly text: string;
  readonly mentions: readonly (Span & { readonly type: MentionType })[];
  readonly noMISC?: boolean;
}

const rows: readonly (readonly [EvaluatedRow, string])[] = [
  ['PER', 'PER'],
  ['ORG', 'ORG'],
  ['LOC', 'LOC'],
  ['MISC', 'MISC'],
  ['micro', 'PER+ORG+LOC'],
  ['micro4', 'with MISC'],
];

function render(figures: EntityFigures['strict']): string {
  return table(
    ['', 'P', 'R', 'F1', 'gold', 'found', 'right'],
    rows.map(([row, label]) => {
      const { precision, recall, f1, gold, found, right } = figures[row];
      return [
        label,
        figure(precision),
        figure(recall),
        figure(f1),
        String(gold),
        String(found),
        String(right),
      ];
    }),
  );
}

/** Exact-span precision, recall and F1 by type, then by overlap, for gold `{"id","text","mentions"}`. */
export async function evaluateEntities(path: string, analyse: Analyse): Promise<string> {
  const texts: ScoredText[] = [];
  for await (const { gold, analysed } of pairs<GoldEntities>(path, ({ text }) => text, analyse)) {
    texts.push({
      gold: gold.mentions,
      found: analysed.article.mentions,
      ...(gold.noMISC !== undefined && { noMISC: gold.noMISC }),
    });
  }
  const { strict, overlap } = scoreEntities(texts);
  return `Exact spans, ${texts.length} texts\n${render(strict)}\n\nBy overlap\n${render(overlap)}`;
}
