import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

/** Part of the row of the event that two articles of the folder report. */
const treaty = '2 articles';

describe('The sidebar', () => {
  let window: Workbench;

  before(async () => {
    window = await Workbench.open({ folder: articles });
    await window.openView('Dateline');
    await eventually(
      'all events',
      () => window.treeRows(),
      (rows) => rows.length === 3 && rows.some(({ aria }) => aria.includes(treaty)),
    );
  });

  it('shows the events, newest first, with counts and dates', async () => {
    const rows = await window.treeRows();
    assert.match(rows[0]!.label, /museum/);
    assert.match(rows[1]!.label, /furniture factory/);
    assert.match(rows[2]!.description, /Mar 14.*Mar 15.*2 articles/);
  });

  it('tells of an event when, who, where and why its articles belong together', async () => {
    const card = await window.rowTooltip(treaty);
    assert.match(card, /2 articles/);
    assert.match(card, /Marchetti/);
    assert.match(card, /Lisbon/);
    assert.match(card, /Why together/);
  });

  it('tells of an article its source, author, length and first sentence', async () => {
    await window.expandRow(treaty);
    const card = await window.rowTooltip('Article: Portugal and Norway');
    assert.match(card, /Tom Ashdown/);
    assert.match(card, /words/);
    assert.match(card, /boilerplate/);
    assert.match(card, /signed a fishing treaty on Thursday/);
    assert.match(card, /Why in this event/);
  });

  it('opens an article by a click', async () => {
    await window.expandRow(treaty);
    await window.clickRow('Article: Portugal and Norway');
    await eventually(
      'the article is open',
      () => window.activeTab(),
      (tab) => tab === 'herald-treaty.txt',
    );
  });

  it('shows the markup of an article letter by letter', async () => {
    await window.expandRow('Event: Mayor');
    const card = await window.rowTooltip('Article: Mayor');
    assert.ok(card.includes('[of Ghent](command:workbench.action.quit)'), card);
    assert.ok(card.includes('<b>museum</b> $(flame)'), card);
    const links = window.page.locator('.workbench-hover a[data-href^="command:workbench"]');
    assert.equal(await links.count(), 0);
  });

  it('follows files that come and go', async () => {
    const file = join(window.folder, 'late.txt');
    writeFileSync(
      file,
      'Storm floods the harbour of Aarhus\nBy Mette Krogh\n9 June 2024\n\n' +
        'AARHUS — A storm flooded the harbour of Aarhus on Sunday and drove 200 people from their homes.\n\n' +
        'Mayor Jens Holm said that the water rose by two metres within an hour and that the army had sent pumps.\n\n' +
        'Trains between Aarhus and Copenhagen were cancelled, and the ferry stayed in port until Monday.\n',
    );
    await window.treeRow('Event: Storm floods');
    rmSync(file);
    await eventually(
      'the event is gone',
      () => window.treeRows(),
      (rows) => !rows.some(({ aria }) => aria.includes('Storm floods')),
    );
  });

  it('says so where a folder holds no articles', async () => {
    const folder = temporaryFolder('none');
    writeFileSync(join(folder, 'shopping.txt'), 'milk\neggs\n');
    window = await Workbench.open({ folder });
    await window.openView('Dateline');
    const text = await eventually(
      'the welcome text',
      () => window.welcome(),
      (shown) => shown.includes('No news articles'),
    );
    assert.match(text, /Show Analysis Report/);
  });
});
