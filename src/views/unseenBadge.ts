import * as vscode from 'vscode';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Indexer } from '../workspace/indexer';
import type { Reader } from './reader';
import type { WatchedRows } from './watchedRows';

const pause = 300;

/** Counts on the view's icon the articles that nobody has seen yet; the only notice that news give. */
export function keepUnseenBadge(
  view: Pick<vscode.TreeView<unknown>, 'badge'>,
  mirror: CorpusMirror,
  indexer: Indexer,
  reader: Reader,
  watched: WatchedRows,
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = async (): Promise<void> => {
    timer = undefined;
    await watched.refresh();
    // While the articles come in, a number that runs would only distract.
    if (!indexer.state.finished) return;
    let unseen = 0;
    for (const { articles } of mirror.events()) {
      for (const id of articles) if (reader.stateOf(id) === 'unseen') unseen++;
    }
    const news = watched.news.size;
    const tooltip = [
      vscode.l10n.t('{0} articles not yet seen', unseen),
      ...(news > 0 ? [vscode.l10n.t('{0} of them tell of what you watch', news)] : []),
    ].join(' · ');
    view.badge = unseen > 0 ? { value: unseen, tooltip } : undefined;
  };
  const soon = (): void => {
    timer ??= setTimeout(() => void count(), pause);
  };
  soon();
  return vscode.Disposable.from(
    mirror.onDidChange(soon),
    indexer.onDidChangeState(soon),
    reader.onDidChangeStates(soon),
    reader.onDidChangeWatches(soon),
    {
      dispose: () => {
        clearTimeout(timer);
      },
    },
  );
}
