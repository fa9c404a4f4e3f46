import { applyRepeats, publisherOf, RepeatedLines } from '../corpus/repeats';
import type { AnalysedResult } from './engine';

/** Lines that many articles of one source hold become boilerplate. */
export function withFolderPass(results: readonly AnalysedResult[]): AnalysedResult[] {
  const repeats = new RepeatedLines();
  for (const { analysed } of results) {
    const { id, card, lines } = analysed.entry;
    repeats.set(id, publisherOf(id, card.source), lines);
  }
  return results.map((result) => {
    const article = applyRepeats(result.analysed.article, repeats.linesOf(result.input.id));
    return { ...result, analysed: { ...result.analysed, article } };
  });
}
