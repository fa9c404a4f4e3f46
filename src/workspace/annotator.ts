import * as vscode from 'vscode';
import { settings } from '../ids';
import { repositoryOf } from './git';

/** `name` in the section `[user]` of a git configuration. */
function nameInConfig(config: string): string | undefined {
  let section = '';
  for (const line of config.split('\n').map((one) => one.trim())) {
    if (line.startsWith('[')) section = line;
    const [key, value] = line.split('=', 2).map((part) => part.trim());
    if (section === '[user]' && key === 'name' && value) return value;
  }
  return undefined;
}

async function gitName(folder: vscode.Uri): Promise<string | undefined> {
  try {
    const repository = repositoryOf(folder);
    const own = await repository?.getConfig('user.name').catch(() => '');
    if (own) return own;
    const everywhere = await repository?.getGlobalConfig('user.name').catch(() => '');
    if (everywhere) return everywhere;
  } catch {
    // Git is switched off or absent: its file may still be there.
  }
  try {
    const config = vscode.Uri.joinPath(folder, '.git', 'config');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(config));
    return nameInConfig(text);
  } catch {
    return undefined;
  }
}

/** Who annotates: the setting, else git's `user.name`, else who the person said to be. */
export class Annotator {
  private readonly fromGit = new Map<string, string>();

  /** The name, if it is known without asking. */
  async known(folder: vscode.Uri): Promise<string | undefined> {
    const set = vscode.workspace
      .getConfiguration(settings.section, folder)
      .get<string>(settings.annotator, '')
      .trim();
    if (set !== '') return set;
    const key = folder.toString();
    const name = await (this.fromGit.get(key) ?? gitName(folder));
    if (name !== undefined) this.fromGit.set(key, name);
    return name;
  }

  /** The name, asked for once where it is not known; nothing if the person does not say. */
  async name(folder: vscode.Uri): Promise<string | undefined> {
    const known = await this.known(folder);
    if (known !== undefined) return known;
    const given = await vscode.window.showInputBox({
      title: vscode.l10n.t('Who annotates?'),
      prompt: vscode.l10n.t('Your name stands in every decision you make.'),
      ignoreFocusOut: true,
      validateInput: (value) =>
        value.trim() === '' ? vscode.l10n.t('A name, please.') : undefined,
    });
    const name = given?.trim();
    if (!name) return undefined;
    const { Global } = vscode.ConfigurationTarget;
    await vscode.workspace
      .getConfiguration(settings.section)
      .update(settings.annotator, name, Global);
    return name;
  }
}
