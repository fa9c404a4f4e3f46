import * as vscode from 'vscode';

/** What was learnt from corrections, folder by folder, for the analysis. Read once. */
export class Learned {
  private readonly texts = new Map<string, Promise<string>>();

  /** The text of the `learned.jsonl` that bears on an article; empty where there is none. */
  of(article: string): Promise<string> {
    const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(article))?.uri;
    if (!folder) return Promise.resolve('');
    const key = folder.toString();
    const known = this.texts.get(key) ?? read(folder);
    this.texts.set(key, known);
    return known;
  }

  /** The files are new: they are read again when asked for. */
  forget(): void {
    this.texts.clear();
  }
}

async function read(folder: vscode.Uri): Promise<string> {
  const file = vscode.Uri.joinPath(folder, '.dateline/learned.jsonl');
  return Promise.resolve(vscode.workspace.fs.readFile(file)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
}
