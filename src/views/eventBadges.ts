import * as vscode from 'vscode';
import { countName } from '../editor/card';
import { schemes } from '../ids';
import type { CorpusMirror } from '../workspace/corpusMirror';

/** The address by which an event's row asks for its badge. */
export function eventUri(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: schemes.event, path: `/${id}` });
}

/** Shows at the end of an event's row, however narrow the sidebar is, how many articles it has. */
export function registerEventBadges(mirror: CorpusMirror): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri[]>();
  return vscode.Disposable.from(
    changed,
    mirror.onDidChange((changes) => {
      changed.fire(changes.changed.map(eventUri));
    }),
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration(uri) {
        if (uri.scheme !== schemes.event) return undefined;
        const articles = mirror.event(uri.path.slice(1))?.articles.length ?? 0;
        return articles < 2
          ? undefined
          : new vscode.FileDecoration(articles > 99 ? '…' : String(articles), countName(articles));
      },
    }),
  );
}
