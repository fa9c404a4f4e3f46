import * as vscode from 'vscode';

const quiet = 300;

/**
 * Calls `visit` with the files that were created, changed or deleted, gathered until the file system has
 * been quiet for a moment: a checkout that touches a thousand files is one call.
 */
export function watchFiles(visit: (touched: readonly vscode.Uri[]) => void): vscode.Disposable {
  const touched = new Map<string, vscode.Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const touch = (uri: vscode.Uri): void => {
    touched.set(uri.toString(), uri);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const uris = [...touched.values()];
      touched.clear();
      visit(uris);
    }, quiet);
  };
  // All files, because the deletion of a folder is told for the folder alone.
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(touch),
    watcher.onDidChange(touch),
    watcher.onDidDelete(touch),
    {
      dispose: () => {
        clearTimeout(timer);
      },
    },
  );
}
