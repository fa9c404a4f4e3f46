import * as vscode from 'vscode';
import type { SideCars } from './sidecars';

const askedKey = 'dateline.gitAttributes';

/**
 * Offers, once in a workspace and after its first decision, to let git join side-cars line by line, so that
 * the work of two people merges without conflicts.
 */
export function offerGitAttributes(sideCars: SideCars, asked: vscode.Memento): vscode.Disposable {
  return sideCars.onDidChange(async ({ articles, corpus }) => {
    const changed = [...articles, ...corpus].at(0);
    const folder = changed && vscode.workspace.getWorkspaceFolder(changed)?.uri;
    if (!folder || asked.get<boolean>(askedKey) === true) return;
    if (!(await sideCars.wantsGitAttributes(folder))) return;
    await asked.update(askedKey, true);
    const yes = vscode.l10n.t('Add .gitattributes');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Let git merge annotation files line by line, so that two people’s work never conflicts? This adds .dateline/.gitattributes.',
      ),
      yes,
    );
    if (answer === yes) await sideCars.writeGitAttributes(folder);
  });
}
