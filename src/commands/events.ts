import * as vscode from 'vscode';
import { commands, views } from '../ids';
import type { ArticlesView } from '../views/articlesView';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Indexer } from '../workspace/indexer';

/** Commands of the events view. */
export function registerEventCommands(
  view: ArticlesView,
  indexer: Indexer,
  mirror: CorpusMirror,
): vscode.Disposable {
  const indexed = async (): Promise<void> => {
    if (indexer.state.finished) return;
    await vscode.window.withProgress(
      { location: { viewId: views.events }, title: vscode.l10n.t('Indexing articles') },
      () => indexer.start(),
    );
  };
  const on = (command: string, run: (...args: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(command, run as (...args: unknown[]) => unknown);

  return vscode.Disposable.from(
    on(commands.refreshEvents, () =>
      vscode.window.withProgress({ location: { viewId: views.events } }, () => indexer.refresh()),
    ),
    on(commands.cancelIndexing, () => {
      indexer.cancel();
    }),
    on(commands.clearIndex, () =>
      vscode.window.withProgress({ location: { viewId: views.events } }, () => indexer.clear()),
    ),
    on(commands.revealEvent, (id: string) => view.revealEvent(id)),
    on(commands.revealInEvents, async (given?: vscode.Uri) => {
      const uri = given ?? vscode.window.activeTextEditor?.document.uri;
      if (!uri) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open a news article first.'));
        return;
      }
      await indexed();
      const id = uri.toString();
      if (mirror.eventOf(id) && (await view.revealArticle(id))) return;
      const answer = await vscode.window.showInformationMessage(
        vscode.l10n.t(
          'This file is in no event: it is not in the workspace or not a news article.',
        ),
        vscode.l10n.t('Show Report'),
      );
      if (answer) await vscode.commands.executeCommand(commands.showReport);
    }),
  );
}
