import * as vscode from 'vscode';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Indexer } from '../workspace/indexer';

/** Remembers that a workspace holds articles: there a search is worth reading its files for. */
const holdsArticles = 'dateline.holdsArticles';

/**
 * "Go to Symbol in Workspace" over the names and events of the corpus, before anything else of Dateline was
 * used: what answers is loaded with the first query, and a folder known to hold articles is read then.
 */
export function registerSymbols(
  load: () => Promise<vscode.WorkspaceSymbolProvider>,
  indexer: Indexer,
  mirror: CorpusMirror,
  memory: vscode.Memento,
): vscode.Disposable {
  return vscode.Disposable.from(
    indexer.onDidChangeState(({ running, finished }) => {
      if (finished && !running) void memory.update(holdsArticles, mirror.articles > 0);
    }),
    vscode.languages.registerWorkspaceSymbolProvider({
      async provideWorkspaceSymbols(query, token) {
        if (memory.get(holdsArticles)) await indexer.start();
        if (mirror.articles === 0 || token.isCancellationRequested) return [];
        return (await load()).provideWorkspaceSymbols(query, token);
      },
      async resolveWorkspaceSymbol(symbol, token) {
        return (await load()).resolveWorkspaceSymbol?.(symbol, token);
      },
    }),
  );
}
