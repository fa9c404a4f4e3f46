import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inventedReport } from '../invented';
import { dateline, eventually, fileUri, openArticle, writeFile } from './dateline';

const stamp = { by: 'Ana', ts: '2026-01-01T00:00:00.000Z' };

const exists = (name: string): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(fileUri(name))).then(
    () => true,
    () => false,
  );

async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(fileUri(from), fileUri(to));
  assert.ok(await vscode.workspace.applyEdit(edit));
}

const isThere = (name: string): Promise<boolean> => eventually(name, () => exists(name), Boolean);

describe('An article that is renamed', () => {
  after(async () => {
    for (const name of ['.dateline', 'moved']) {
      await vscode.workspace.fs.delete(fileUri(name), { recursive: true });
    }
    const api = await dateline();
    const ids = () => api.events().map(({ id }) => id);
    await eventually('the events as found', ids, (all) => !all.includes('by-hand'));
  });

  it('keeps what people decided, and again with its folder', async () => {
    const api = await dateline();
    const note = { t: 'note', id: 'n1', text: 'Ask them', st: 'accepted', ...stamp };
    const pin = { t: 'pin', article: 'moving/old.txt', event: 'by-hand', id: 'p1', ...stamp };
    await writeFile('moving/old.txt', inventedReport(901, 0));
    await writeFile('.dateline/annotations/moving/old.txt.ana.jsonl', `${JSON.stringify(note)}\n`);
    await writeFile('.dateline/events.jsonl', `${JSON.stringify(pin)}\n`);
    await api.indexed();
    await openArticle('moving/old.txt');
    const eventOf = (name: string) => (): string | undefined =>
      api.events().find(({ articles }) => articles.includes(fileUri(name).toString()))?.id;
    await eventually('its event', eventOf('moving/old.txt'), (id) => id === 'by-hand');
    await vscode.workspace
      .getConfiguration('dateline')
      .update('annotator', 'Ana', vscode.ConfigurationTarget.Workspace);

    await rename('moving/old.txt', 'moving/new.txt');
    await isThere('.dateline/annotations/moving/new.txt.ana.jsonl');
    assert.equal(await exists('.dateline/annotations/moving/old.txt.ana.jsonl'), false);
    await eventually('its event', eventOf('moving/new.txt'), (id) => id === 'by-hand');

    await rename('moving', 'moved');
    await isThere('.dateline/annotations/moved/new.txt.ana.jsonl');
    await eventually('its event', eventOf('moved/new.txt'), (id) => id === 'by-hand');
  });
});
