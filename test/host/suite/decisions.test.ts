import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { DatelineApi } from '../../../src/wire';
import { inventedReport } from '../invented';
import { dateline, eventually, fileUri, report } from './dateline';

const title = 'Named by another program';
const stamp = { by: 'Ana', ts: '2026-01-01T00:00:00.000Z' };
const jsonLine = (record: object): string => `${JSON.stringify({ ...record, ...stamp })}\n`;

describe('Decisions that another program brings', () => {
  const home = fileUri('.dateline').fsPath;
  const elsewhere = fileUri('../elsewhere').fsPath;
  let api: DatelineApi;

  const titles = (): string[] => api.events().map((event) => event.title);

  before(async () => {
    api = await dateline();
    await api.indexed();
    await mkdir(elsewhere);
  });

  after(async () => {
    for (const folder of [home, elsewhere]) await rm(folder, { recursive: true, force: true });
    await rm(fileUri('untold/noted.txt').fsPath, { force: true });
    await vscode.commands.executeCommand('dateline.refreshEvents');
  });

  it('are seen when their folder comes, and seen no more when it goes', async () => {
    const { id } = api.events()[0]!;
    const record = { t: 'title', id: 'hbrought', event: id, title };
    await writeFile(join(elsewhere, 'events.jsonl'), jsonLine(record));
    // The editor tells of the folder alone.
    await rename(elsewhere, home);
    await eventually('the title', titles, (all) => all.includes(title));
    await rename(home, elsewhere);
    await eventually('the events as found', titles, (all) => !all.includes(title));
  });

  it('are seen when all files are looked at, though nobody told of them', async () => {
    // Nothing is told of what happens there; see `run.ts`.
    const annotations = fileUri('.dateline/annotations/untold').fsPath;
    await mkdir(annotations, { recursive: true });
    await writeFile(fileUri('untold/noted.txt').fsPath, inventedReport(731, 0));
    await vscode.commands.executeCommand('dateline.refreshEvents');
    await eventually('no note', report, (text) => !/\d {2}notes by people/.test(text));

    const note = { t: 'note', id: 'n1', text: 'Ask them', st: 'accepted' };
    await writeFile(join(annotations, 'noted.txt.ana.jsonl'), jsonLine(note));
    await vscode.commands.executeCommand('dateline.refreshEvents');
    await eventually('the note', report, (text) => /\d {2}notes by people/.test(text));
  });
});
