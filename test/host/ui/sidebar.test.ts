import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articles } from './articles';
import { eventually, Workbench } from './workbench';

/** The copy of the treaty's event on screen. */
async function openTreaty(): Promise<{ window: Workbench; event: string }> {
  const window = await Workbench.open({ folder: articles });
  await window.openView('Dateline');
  const { label } = await window.treeRow('2 articles');
  return { window, event: label };
}

describe('The sidebar', () => {
  it('groups the articles by event, newest first, and opens an article', async () => {
    const { window, event } = await openTreaty();
    const events = await eventually(
      'three events',
      () => window.treeRows(),
      (rows) => rows.length === 3,
    );
    assert.deepEqual(
      events.map(({ level }) => level),
      [1, 1, 1],
    );
    assert.match(events[0]!.label, /museum/, 'the newest event stands first');
    assert.equal(events[2]!.label, event);
    assert.match(events[2]!.description, /2 articles.*14.*15/);

    await window.expandRow(event);
    const articleRows = (await window.treeRows()).filter(({ level }) => level === 2);
    assert.equal(articleRows.length, 2);
    await window.clickRow('Article: Portugal and Norway');
    await eventually(
      'the article is open',
      () => window.activeTab(),
      (tab) => tab === 'herald-treaty.txt',
    );
  });

  it('tells of an event when, who, where and why its articles belong together', async () => {
    const { window, event } = await openTreaty();
    const card = await window.rowTooltip(event);
    assert.match(card, /2 articles/);
    assert.match(card, /Marchetti/);
    assert.match(card, /Lisbon/);
    assert.match(card, /Why together/);
  });

  it('tells of an article its source, author, length and first sentence', async () => {
    const { window, event } = await openTreaty();
    await window.expandRow(event);
    const card = await window.rowTooltip('Article: Portugal and Norway');
    assert.match(card, /Tom Ashdown/);
    assert.match(card, /words/);
    assert.match(card, /boilerplate/);
    assert.match(card, /signed a fishing treaty on Thursday/);
    assert.match(card, /Why in this event/);
  });

  it('follows files that come and go', async () => {
    const { window } = await openTreaty();
    const file = join(window.folder, 'late.txt');
    writeFileSync(
      file,
      'Storm floods the harbour of Aarhus\nBy Mette Krogh\n9 June 2024\n\n' +
        'AARHUS — A storm flooded the harbour of Aarhus on Sunday and drove 200 people from their homes.\n\n' +
        'Mayor Jens Holm said that the water rose by two metres within an hour and that the army had sent pumps.\n\n' +
        'Trains between Aarhus and Copenhagen were cancelled, and the ferry stayed in port until Monday.\n',
    );
    await window.treeRow('Storm floods');
    rmSync(file);
    await eventually(
      'the event is gone',
      () => window.treeRows(),
      (rows) => !rows.some(({ label }) => label.includes('Storm floods')),
    );
  });

  it('says so where a folder holds no articles', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dl-none-'));
    writeFileSync(join(folder, 'shopping.txt'), 'milk\neggs\n');
    const window = await Workbench.open({ folder });
    rmSync(folder, { recursive: true });
    await window.openView('Dateline');
    const text = await eventually(
      'the welcome text',
      () => window.welcome(),
      (shown) => shown.includes('No news articles'),
    );
    assert.match(text, /Show Analysis Report/);
  });
});
