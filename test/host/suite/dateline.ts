import * as vscode from 'vscode';
import type { DatelineApi } from '../../../src/wire';

/** The extension under test, activated. */
export async function dateline(): Promise<DatelineApi> {
  const extension = vscode.extensions.getExtension<DatelineApi>('dateline.dateline');
  if (!extension) throw new Error('Dateline is not installed.');
  return extension.activate();
}

/** A file of the open folder. */
export function fileUri(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

export async function openArticle(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  await vscode.window.showTextDocument(document);
  return document;
}

export async function writeFile(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = fileUri(name);
  await vscode.workspace.fs.writeFile(
    uri,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
  return uri;
}

/** The Analysis Report as it now is. */
export async function report(): Promise<string> {
  await vscode.commands.executeCommand('dateline.showReport');
  return vscode.window.activeTextEditor!.document.getText();
}

/** Waits for what must come about; the error tells what was seen last. */
export async function eventually<T>(
  what: string,
  look: () => T | Promise<T>,
  isGood: (value: T) => boolean,
): Promise<T> {
  const end = Date.now() + 90_000;
  for (;;) {
    const value = await look();
    if (isGood(value)) return value;
    if (Date.now() > end) throw new Error(`${what}: last seen ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
