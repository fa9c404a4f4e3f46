import * as vscode from 'vscode';
import zeptomatch from 'zeptomatch';
import { breathe } from './breathe';
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
  // The editor has just made all of them out of their message.
  await breathe();
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Tells files by the settings as they stood when it was made: asked for a thousand files, they cost too much. */
export class FileChoice {
  private readonly globs = new Map<string, { readonly in: RegExp; readonly out: RegExp }>();

  /** Would `discover` give this file, if it exists? */
  isCandidate(uri: vscode.Uri): boolean {
    const place = this.place(uri);
    return place !== undefined && place.in.test(place.path) && !place.out.test(place.path);
  }

  /** Is nothing below this folder ever looked at? */
  isShut(uri: vscode.Uri): boolean {
    const place = this.place(uri);
    return place === undefined || place.out.test(`${place.path}/x`);
  }

  private place(uri: vscode.Uri) {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (!folder) return undefined;
    const key = folder.uri.toString();
    const globs = this.globs.get(key) ?? {
      in: zeptomatch.compile([...readSettings(folder).include]),
      out: zeptomatch.compile(excludes(folder)),
    };
    this.globs.set(key, globs);
    return { ...globs, path: uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1) };
  }
}

/** The files below a folder that `discover` would give; undefined where a file stands in its place. */
export async function filesBelow(
  folder: vscode.Uri,
  choice: FileChoice,
): Promise<readonly vscode.Uri[] | undefined> {
  let entries: readonly [string, vscode.FileType][];
  try {
    const { type } = await vscode.workspace.fs.stat(folder);
    if ((type & vscode.FileType.Directory) === 0) return undefined;
    entries = await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    const isGone = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return isGone ? [] : undefined;
  }
  const found = entries.map(async ([name, type]) => {
    const uri = vscode.Uri.joinPath(folder, name);
    // A link to a folder may lead in circles.
    if (type !== vscode.FileType.Directory) return choice.isCandidate(uri) ? [uri] : [];
    return choice.isShut(uri) ? [] : ((await filesBelow(uri, choice)) ?? []);
  });
  return (await Promise.all(found)).flat();
}
