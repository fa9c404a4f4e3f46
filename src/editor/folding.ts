import * as vscode from 'vscode';
import { boilerplateBlocks } from '../analysis/blocks';
import { articleSelector } from '../workspace/articleSelector';
import type { OpenArticles } from '../workspace/openArticles';

/** Lets boilerplate of two lines and more be folded. */
export function registerFolding(articles: OpenArticles): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    articles.onDidAnalyse(() => {
      changed.fire();
    }),
    vscode.languages.registerFoldingRangeProvider(articleSelector, {
      onDidChangeFoldingRanges: changed.event,
      async provideFoldingRanges(document) {
        const analysed = await articles.analysis(document);
        return (
          analysed &&
          boilerplateBlocks(analysed.article.lines)
            .filter(({ firstLine, lastLine }) => lastLine > firstLine)
            .map(
              ({ firstLine, lastLine }) =>
                new vscode.FoldingRange(firstLine, lastLine, vscode.FoldingRangeKind.Region),
            )
        );
      },
    }),
  );
}
