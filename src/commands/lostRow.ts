import * as vscode from 'vscode';

/**
 * Was a command given a row that is no longer there? While a list is painted anew, the editor hands over nothing for
 * it, and the article in the editor, which the palette means, was not meant. The person is told.
 * @param args as the command was given them
 */
export function isRowLost(args: readonly unknown[]): boolean {
  if (args.length === 0 || (args[0] !== undefined && args[0] !== null)) return false;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The list has just changed. Choose the row once more.'),
  );
  return true;
}
