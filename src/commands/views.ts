import * as vscode from 'vscode';
import { commands } from '../ids';
import type { ArticlesView } from '../views/articlesView';

/** What the sidebar shows: by what, and of that how much. */
export function registerViewCommands(view: ArticlesView): vscode.Disposable {
  const on = (command: string, run: () => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(command, run);
  const by = (command: string, model: Parameters<ArticlesView['show']>[0]): vscode.Disposable =>
    on(command, () => {
      view.show(model);
    });
  return vscode.Disposable.from(
    by(commands.viewByEvent, 'event'),
    by(commands.viewByName, 'name'),
    by(commands.viewBySource, 'source'),
    by(commands.viewByDay, 'day'),
    by(commands.viewReview, 'review'),
    on(commands.filterArticles, async () => {
      const query = await vscode.window.showInputBox({
        title: vscode.l10n.t('Filter Articles'),
        prompt: vscode.l10n.t('Words of the headline, the text, names or the source'),
        value: view.query,
      });
      if (query !== undefined) await view.filter(query);
    }),
    on(commands.clearFilter, () => view.filter('')),
  );
}
