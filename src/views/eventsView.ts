import * as vscode from 'vscode';
import { contexts, views } from '../ids';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Indexer } from '../workspace/indexer';
import { registerEventBadges } from './eventBadges';
import { type EventsNode, EventsTree } from './eventsTree';

/** The sidebar view of events, and ways to bring one of its rows to sight. */
export interface EventsView extends vscode.Disposable {
  revealArticle(uri: string): Promise<boolean>;
  revealEvent(id: string): Promise<boolean>;
}

export function createEventsView(mirror: CorpusMirror, indexer: Indexer): EventsView {
  const tree = new EventsTree(mirror, indexer);
  const view: vscode.TreeView<EventsNode> = vscode.window.createTreeView(views.events, {
    treeDataProvider: tree,
    showCollapseAll: true,
  });

  const showState = (): void => {
    const { running, done, total, finished } = indexer.state;
    void vscode.commands.executeCommand('setContext', contexts.indexing, running);
    void vscode.commands.executeCommand(
      'setContext',
      contexts.noArticles,
      finished && !running && mirror.articles === 0,
    );
    if (running && total > 0)
      view.message = vscode.l10n.t('Indexing {0} of {1} files…', done, total);
    else delete view.message;
    view.description =
      mirror.articles > 0
        ? vscode.l10n.t('{0} from {1} articles', mirror.events().length, mirror.articles)
        : '';
  };

  const reveal = async (node: EventsNode | undefined): Promise<boolean> => {
    if (!node) return false;
    await view.reveal(node, { select: true, focus: false, expand: true });
    return true;
  };

  const registration = vscode.Disposable.from(
    tree,
    view,
    registerEventBadges(mirror),
    indexer.onDidChangeState(showState),
    mirror.onDidChange(showState),
  );
  return {
    dispose: () => {
      registration.dispose();
    },
    revealArticle: async (uri) => reveal(await tree.articleNode(uri)),
    revealEvent: async (id) => reveal(mirror.event(id) && tree.eventNode(id)),
  };
}
