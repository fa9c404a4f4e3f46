import assert from 'node:assert/strict';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { DatelineApi } from '../../../src/wire';
import { inventedReport } from '../invented';
import { dateline, eventually, fileUri, openArticle } from './dateline';

const refresh = 'dateline.refreshEvents';
/** More than the editor may be trusted to tell all of; see `indexer.ts`. */
const many = 60;

/** Changes many files, which is told, as another program does. */
async function writeMany(happening: number): Promise<void> {
  for (let i = 0; i < many; i++) {
    const path = fileUri(`told/${i}.txt`).fsPath;
    await writeFile(path, inventedReport(happening + Math.floor(i / 3), i % 3));
  }
}

const untold = (name: string): vscode.Uri => fileUri(`untold/${name}`);
const write = (uri: vscode.Uri, happening: number) =>
  writeFile(uri.fsPath, inventedReport(happening, 0));
/** The name that the headline of a report begins with. */
const nameIn = (happening: number): string => inventedReport(happening, 0).split(' ', 1)[0]!;

describe('Many changes of which the editor tells a part', () => {
  let api: DatelineApi;

  const titleOf = (uri: vscode.Uri): string | undefined =>
    api.events().find(({ articles }) => articles.includes(uri.toString()))?.title;
  const tells = (uri: vscode.Uri, word: string) =>
    eventually(
      uri.path,
      () => titleOf(uri),
      (title) => title?.includes(word) === true,
    );

  before(async () => {
    api = await dateline();
    await api.indexed();
    await mkdir(fileUri('told').fsPath);
    await writeMany(400);
  });

  after(async () => {
    const files = (await readdir(fileUri('untold').fsPath)).map((name) => untold(name));
    for (const uri of [fileUri('told'), ...files]) await rm(uri.fsPath, { recursive: true });
    await vscode.commands.executeCommand(refresh);
    const left = api.events().filter(({ articles }) => articles.some((id) => id.includes('told/')));
    assert.deepEqual(left, []);
  });

  it('are all found, as files come, change and go', async () => {
    await write(untold('changed.txt'), 701);
    await write(untold('gone.txt'), 702);
    await writeMany(500);
    await tells(untold('changed.txt'), nameIn(701));
    await tells(untold('gone.txt'), nameIn(702));

    await write(untold('changed.txt'), 703);
    await write(untold('new.txt'), 704);
    await rm(untold('gone.txt').fsPath);
    await writeMany(600);
    await tells(untold('changed.txt'), nameIn(703));
    await tells(untold('new.txt'), nameIn(704));
    await eventually(
      'what is gone',
      () => titleOf(untold('gone.txt')),
      (title) => title === undefined,
    );
  });

  it('leave an article with unsaved words as its editor shows it; so does a look at every file', async () => {
    const document = await openArticle('told/0.txt');
    const edit = new vscode.WorkspaceEdit();
    const all = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
    // Too little to be told for an article by itself: only its editor knows it for one.
    edit.replace(document.uri, all, 'Zebra parade');
    await vscode.workspace.applyEdit(edit);
    await tells(document.uri, 'Zebra');

    await write(untold('later.txt'), 705);
    await writeMany(800);
    await tells(untold('later.txt'), nameIn(705));
    assert.match(titleOf(document.uri) ?? '', /Zebra/);
    await vscode.commands.executeCommand(refresh);
    assert.match(titleOf(document.uri) ?? '', /Zebra/);

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await tells(document.uri, nameIn(800));
  });
});
