import * as vscode from 'vscode';

/** Where an article or a folder is: its workspace folder and its path in there. */
export interface Place {
  readonly folder: vscode.WorkspaceFolder;
  readonly path: string;
}

/** The workspace folder of an article and its path in there. */
export function placeOf(article: vscode.Uri): Place | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(article);
  return (
    folder && { folder, path: article.path.slice(folder.uri.path.replace(/\/$/, '').length + 1) }
  );
}
