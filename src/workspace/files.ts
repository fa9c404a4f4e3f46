import * as vscode from 'vscode';
import zeptomatch from 'zeptomatch';
import { readSettings } from './settings';

const always = ['**/.dateline/**', '**/.git/**', '**/node_modules/**'];

/** Globs that the user has switched on in `files.exclude` and `search.exclude`. */
function userExcludes(scope: vscode.ConfigurationScope): string[] {
  return ['files', 'search'].flatMap((section) =>
    Object.entries(
      vscode.workspace.getConfiguration(section, scope).get<Record<string, unknown>>('exclude', {}),
    ).flatMap(([glob, on]) => (on === true ? [glob] : [])),
  );
}

const excludes = (folder: vscode.WorkspaceFolder): string[] => [
  ...always,
  ...readSettings(folder).exclude,
  ...userExcludes(folder),
];

const braces = (globs: readonly string[]): string =>
  globs.length === 1 ? globs[0]! : `{${globs.join(',')}}`;

/** The files of a workspace folder that may be articles, by the include and exclude settings, sorted by path. */
export async function discover(
  folder: vscode.WorkspaceFolder,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const { include } = readSettings(folder);
  if (include.length === 0) return [];
  const found = await vscode.workspace.findFiles(
    new vscode.RelativePattern(folder, braces(include)),
    braces(excludes(folder)),
    undefined,
    token,
  );
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Would `discover` give this file, if it exists? */
export function isCandidate(uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return false;
  const path = uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
  const isMatch = (globs: readonly string[]): boolean => zeptomatch([...globs], path);
  return isMatch(readSettings(folder).include) && !isMatch(excludes(folder));
}
