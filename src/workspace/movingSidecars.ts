import * as vscode from 'vscode';
import { message } from '../analysis/message';
import type { CorpusDecision, Decisions } from './decisions';
import { placeOf } from './placeOf';
import { inLanes } from './inLanes';
import type { SideCars } from './sidecars';

const filesAtOnce = 8;

type Rename = vscode.FileRenameEvent['files'][number];

async function sideCarMoves(
  files: readonly Rename[],
  sideCars: SideCars,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const { oldUri, newUri } of files) {
    for (const { from, to } of await sideCars.moves(oldUri, newUri)) edit.renameFile(from, to);
  }
  return edit;
}

/** What people said of the events of articles under their old names, said of their new ones. */
async function pinsOf(
  { oldUri, newUri }: Rename,
  { sideCars, calls }: Decisions,
): Promise<readonly CorpusDecision[]> {
  const [before, after] = [placeOf(oldUri), placeOf(newUri)];
  if (!before || before.folder !== after?.folder) return [];
  const folder = before.folder.uri;
  const file = await sideCars.corpusFile(folder, 'events');
  if (file.text === '') return [];
  const { pins, brought } = await calls.planEvents(file);
  const isBrought = new Set(brought);
  return [...pins].flatMap(([path, event]) => {
    if (path !== before.path && !path.startsWith(`${before.path}/`)) return [];
    const article = after.path + path.slice(before.path.length);
    const draft = isBrought.has(path)
      ? { t: 'move', articles: [article], event }
      : { t: 'pin', article, event };
    return { folder, file: 'events', draft: { ...draft, id: crypto.randomUUID() } };
  });
}

async function movePins(files: readonly Rename[], decisions: Decisions): Promise<void> {
  const pins = (await Promise.all(files.map((file) => pinsOf(file, decisions)))).flat();
  if (pins.length === 0) return;
  await decisions.decide(message('Keep the events of renamed articles'), pins);
}

/**
 * Takes what people decided to where its articles are now. False where that cannot be, as when a new place has
 * annotations of the same person: then nothing is moved.
 */
export async function moveAlong(files: readonly Rename[], decisions: Decisions): Promise<boolean> {
  const edit = await sideCarMoves(files, decisions.sideCars);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  await follow(files, decisions);
  return true;
}

async function follow(files: readonly Rename[], decisions: Decisions): Promise<void> {
  // Of a folder that has just been made, the editor may not tell what was put into it at once.
  const uris = files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]);
  await inLanes(uris, filesAtOnce, (uri) => decisions.sideCars.reread(uri));
  await movePins(files, decisions);
}

/**
 * What people decided goes where its article goes, as far as files are renamed in the editor: side-cars within the same
 * edit, so that its undo takes them back too; the word on events under the new path.
 */
export function moveSideCars(decisions: Decisions): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onWillRenameFiles((event) => {
      event.waitUntil(sideCarMoves(event.files, decisions.sideCars));
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => void follow(files, decisions)),
  );
}
