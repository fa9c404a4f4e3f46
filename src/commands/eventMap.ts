import * as vscode from 'vscode';
import { commands, views } from '../ids';
import type { ArticlesView } from '../views/articlesView';
import { MapPanel } from '../views/map/mapPanel';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Indexer } from '../workspace/indexer';

export interface EventMapCommand extends vscode.Disposable {
  /** Fills the panel of the last session. */
  restore(panel: vscode.WebviewPanel): void;
}

/** The picture of the corpus: a click on an event leads to its row, one on a name to the events that name it, a namesake's not among them. */
export function registerEventMap(
  extensionUri: vscode.Uri,
  view: ArticlesView,
  mirror: CorpusMirror,
  indexer: Indexer,
): EventMapCommand {
  const panel = new MapPanel(mirror, vscode.Uri.joinPath(extensionUri, 'dist', 'webview'), {
    event: (id) => view.revealEvent(id),
    name: async (id, name) => {
      await vscode.commands.executeCommand(`${views.events}.focus`);
      view.show('event');
      await view.filterByEntity(id, name);
    },
  });
  const registered = vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand(commands.showEventMap, () => {
      void indexer.start();
      panel.show();
    }),
  );
  return {
    restore: (kept) => {
      void indexer.start();
      panel.adopt(kept);
    },
    dispose: () => {
      registered.dispose();
    },
  };
}
