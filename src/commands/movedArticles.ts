import * as vscode from 'vscode';
import { countName } from '../editor/card';
import { annotateCommands as ids } from '../ids';
import { AfterQuiet } from '../workspace/afterQuiet';
import type { Decisions } from '../workspace/decisions';
import type { Indexer } from '../workspace/indexer';
import type { AnalysisLog } from '../workspace/log';
import { goneArticles, type MovedArticle, movedArticles } from '../workspace/movedArticles';
import { moveAlong } from '../workspace/movingSidecars';
import type { CommandTable } from './annotate';

/** Files that go and come again, as when another branch is checked out, have come by then. */
const quiet = 2000;

const askedKey = 'dateline.movedArticles';

const pathOf = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri);

async function takeAlong(moved: readonly MovedArticle[], decisions: Decisions): Promise<void> {
  if (await moveAlong(moved, decisions)) {
    const count = countName(moved.length);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Annotations moved along: {0}', count), 4000);
    return;
  }
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The annotations could not be moved: somebody may have annotated the articles in their new place. Nothing was changed; the Analysis Report lists them.',
    ),
  );
}

/** Asks whether the annotations of articles that were moved past the editor are to go along. */
async function offer(moved: readonly MovedArticle[], decisions: Decisions): Promise<void> {
  const [first] = moved;
  if (!first) return;
  const yes = vscode.l10n.t('Move Annotations');
  const example = `${pathOf(first.oldUri)} → ${pathOf(first.newUri)}`;
  const asked =
    moved.length === 1
      ? vscode.l10n.t('An annotated article was moved: {0}. Move its annotations along?', example)
      : vscode.l10n.t(
          '{0} annotated articles were moved: {1} and others. Move their annotations along?',
          moved.length,
          example,
        );
  if ((await vscode.window.showInformationMessage(asked, yes)) === yes) {
    await takeAlong(moved, decisions);
  }
}

/** Finds the articles of annotations that are left behind, when a person wants that. */
export function movedArticleCommands(
  decisions: Decisions,
  indexer: Indexer,
  log: AnalysisLog,
): CommandTable {
  return {
    [ids.findMovedArticles]: async () => {
      const moved = await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('Looking for annotated articles that were moved…'),
          cancellable: true,
        },
        async (_progress, token) => {
          await indexer.start();
          const gone = await goneArticles(decisions.sideCars, log);
          if (gone.length === 0) return [];
          const found = await movedArticles(gone, decisions.sideCars, log, token);
          return token.isCancellationRequested ? undefined : found;
        },
      );
      if (!moved) return;
      if (moved.length > 0) await offer(moved, decisions);
      else if (log.gone.length === 0) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Every annotated article is in its place.'),
        );
      } else {
        void vscode.window.showInformationMessage(
          vscode.l10n.t(
            'Annotated articles that are gone and nowhere else: {0}. The Analysis Report lists them.',
            log.gone.length,
          ),
        );
      }
    },
  };
}

/** Notices that annotated articles were moved past the editor, and asks about them once. */
export function offerMovedArticles(
  decisions: Decisions,
  indexer: Indexer,
  log: AnalysisLog,
  asked: vscode.Memento,
): vscode.Disposable {
  const look = async (): Promise<void> => {
    if (indexer.state.running || !indexer.state.finished) return;
    const gone = await goneArticles(decisions.sideCars, log);
    // Every other article is read for this: not again while nothing is new.
    const state = [log.analysed.size, ...log.gone].join('\n');
    if (gone.length === 0 || asked.get(askedKey) === state) return;
    await asked.update(askedKey, state);
    await offer(await movedArticles(gone, decisions.sideCars, log), decisions);
  };
  const looking = new AfterQuiet(quiet, look);
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', true, true, false);
  const ask = (): void => {
    looking.ask();
  };
  return vscode.Disposable.from(
    looking,
    watcher,
    watcher.onDidDelete(ask),
    indexer.onDidChangeState(ask),
  );
}
