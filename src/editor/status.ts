import * as vscode from 'vscode';
import { commands } from '../ids';
import type { Indexer } from '../workspace/indexer';
import { articleSelector, type OpenArticles } from '../workspace/openArticles';

/** The entry of the language status of an article: what was found, or how far the index is. */
export function registerStatus(articles: OpenArticles, indexer: Indexer): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('dateline.status', articleSelector);
  item.name = 'Dateline';
  item.command = { title: vscode.l10n.t('Show Report'), command: commands.showReport };

  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const analysed = document && articles.current(document);
    const { running, done, total } = indexer.state;
    item.busy = running;
    if (document && !articles.isArticle(document)) {
      item.text = vscode.l10n.t('Not a news article');
    } else if (analysed) {
      const { words, entities } = analysed.article;
      const named = entities.filter((entity) => entity.count > 0).length;
      const share = words.all === 0 ? 0 : Math.round(100 * (1 - words.article / words.all));
      item.text = vscode.l10n.t('{0} names · {1} % boilerplate', named, share);
    } else {
      item.text = vscode.l10n.t('Analysing…');
    }
    item.detail = running ? vscode.l10n.t('Indexing {0} of {1} files', done, total) : 'Dateline';
  };
  show();
  return vscode.Disposable.from(
    item,
    articles.onDidAnalyse(show),
    indexer.onDidChangeState(show),
    vscode.window.onDidChangeActiveTextEditor(show),
  );
}
