import * as vscode from 'vscode';

/** The part of the git extension's API that is used here. */
interface GitApi {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): GitRepository | null };
}
interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
  /** The file as a commit holds it. */
  buffer(ref: string, path: string): Promise<Uint8Array>;
}

/** The git repository of a file or folder, if git runs in this host already. */
export function repositoryOf(uri: vscode.Uri): GitRepository | null {
  try {
    const git = vscode.extensions.getExtension<GitApi>('vscode.git');
    // Never waited for: an article must not be shown later because git starts slowly, or in another host.
    return git?.isActive ? git.exports.getAPI(1).getRepository(uri) : null;
  } catch {
    // Git is switched off.
    return null;
  }
}

/** The text of a file in the last commit; nothing where there is no git or no such file in it. */
export async function committedText(file: vscode.Uri): Promise<string | undefined> {
  const bytes = await repositoryOf(file)
    ?.buffer('HEAD', file.fsPath)
    .catch(() => undefined);
  return bytes && new TextDecoder().decode(bytes);
}
