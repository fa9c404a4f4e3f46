import * as vscode from 'vscode';
import { articleSelector } from '../workspace/articleSelector';
import type { OpenArticles } from '../workspace/openArticles';
import { selectionSteps } from './selectionSteps';
import { toRange } from './spans';

/** "Expand Selection" by name, quote, sentence and paragraph. */
export function registerSelection(articles: OpenArticles): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(articleSelector, {
    async provideSelectionRanges(document, positions) {
      const analysed = await articles.analysis(document);
      if (!analysed) return undefined;
      const text = document.getText();
      const whole = new vscode.SelectionRange(toRange(document, { start: 0, end: text.length }));
      return positions.map((position) =>
        selectionSteps(text, analysed.article, document.offsetAt(position)).reduceRight(
          (outer, step) => new vscode.SelectionRange(toRange(document, step), outer),
          whole,
        ),
      );
    },
  });
}
