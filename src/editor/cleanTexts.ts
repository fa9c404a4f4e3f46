import * as vscode from 'vscode';
import { cleanText } from '../analysis/cleanText';
import { schemes } from '../ids';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { OpenArticles } from '../workspace/openArticles';
import type { ArticleReader } from './articleReader';

/** The address of an article without its boilerplate; the language is that of articles, whose lines wrap. */
export function cleanUri(article: string): vscode.Uri {
  const { path } = vscode.Uri.parse(article);
  return vscode.Uri.from({ scheme: schemes.clean, path: `${path}.article`, query: article });
}

/** Documents that show articles without boilerplate, as they now stand. */
export function registerCleanTexts(
  mirror: CorpusMirror,
  articles: OpenArticles,
  texts: ArticleReader,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const shown = (): vscode.Uri[] =>
    vscode.workspace.textDocuments
      .map(({ uri }) => uri)
      .filter(({ scheme }) => scheme === schemes.clean);
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(schemes.clean, {
      onDidChange: changed.event,
      async provideTextDocumentContent({ query }) {
        const read = await texts.read(query);
        return read
          ? cleanText(read.text, read.article.lines)
          : vscode.l10n.t('This article is gone.');
      },
    }),
    articles.onDidAnalyse(({ uri }) => {
      const own = uri.toString();
      for (const clean of shown()) if (clean.query === own) changed.fire(clean);
    }),
    mirror.onDidChange(() => {
      for (const clean of shown()) changed.fire(clean);
    }),
  );
}
