import * as vscode from 'vscode';
import { commands } from '../ids';

/** Opens a copy of the sample articles, which outlives updates and what the user does with it. */
export function registerSamples({
  extensionUri,
  globalStorageUri,
}: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand(commands.openSamples, async () => {
    const { fs } = vscode.workspace;
    const copy = vscode.Uri.joinPath(globalStorageUri, 'samples');
    try {
      await fs.createDirectory(globalStorageUri);
      await fs.copy(vscode.Uri.joinPath(extensionUri, 'samples'), copy, { overwrite: false });
    } catch (error) {
      const isThere = error instanceof vscode.FileSystemError && error.code === 'FileExists';
      if (!isThere) {
        void vscode.window.showErrorMessage(
          vscode.l10n.t('The sample articles could not be copied: {0}', String(error)),
        );
        return;
      }
    }
    await vscode.commands.executeCommand('vscode.openFolder', copy, { forceNewWindow: true });
  });
}
