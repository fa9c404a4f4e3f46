import * as vscode from 'vscode';

/** Takes away the card over the text: one whose link was pressed stays, and says what was so before. */
export async function hideCard(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.hideHover');
}
