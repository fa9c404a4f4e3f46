import * as vscode from 'vscode';
import { localise } from '../editor/card';
import type { Loss } from '../formats/exchange';

/** What was lost on the way, one line a kind and article. */
function lossLines(losses: readonly Loss[]): string[] {
  return losses.map(({ document, what, count }) => `${document}: ${localise(what)} (${count})`);
}

/** Says that it is done, and offers the report of what did not come through. */
export async function showLosses(done: string, losses: readonly Loss[]): Promise<void> {
  if (losses.length === 0) {
    void vscode.window.showInformationMessage(done);
    return;
  }
  const show = vscode.l10n.t('Show Loss Report');
  const lost = vscode.l10n.t('{0} Not everything came through.', done);
  if ((await vscode.window.showInformationMessage(lost, show)) !== show) return;
  const content = ['# Dateline: Loss Report', '', ...lossLines(losses), ''].join('\n');
  const document = await vscode.workspace.openTextDocument({ content, language: 'log' });
  await vscode.window.showTextDocument(document);
}
