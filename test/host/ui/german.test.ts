import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const samples = join(__dirname, '../../../samples');

describe('In German', () => {
  let window: Workbench;

  before(async () => {
    window = await Workbench.open({
      folder: samples,
      file: 'meridian-post/velmar-portugal-pact-signed.txt',
      language: 'de',
      size: { width: 1400, height: 1000 },
      settings: { 'dateline.annotator': 'Ana' },
    });
    await window.openView('Dateline');
    await window.decorationsOn('Ilse Tarkova');
    // The card of an event that still grows says less.
    await window.indexed();
    await window.treeRow('5 Artikel', 'Ereignisse');
  });

  it('the sidebar, its rows and their cards', async () => {
    const row = await window.treeRow('Ereignis: ', 'Ereignisse');
    assert.match(row.aria, /Artikel/);
    assert.match(await window.rowTooltip('Velmar', 'Ereignisse'), /Personen.*Warum|Namen/s);
    await window.screenshot('German sidebar');
  });

  it('the cards over names, and dates as Germans write them', async () => {
    const card = await eventually(
      'the card of a name',
      () => window.hoverWord('Ilse Tarkova'),
      (text) => text.includes('Alle Nennungen'),
    );
    assert.match(card, /in diesem Artikel/);
    assert.match(card, /\d\d\.\d\d\.2026/);
    await window.screenshot('German card');
  });

  it('the views by name and by day', async () => {
    await window.runCommand('Dateline: Nach Namen anzeigen');
    await window.expandRow('Personen');
    await window.treeRow('Person: Ilse Tarkova');
    await window.screenshot('German names');
    await window.runCommand('Dateline: Nach Tagen anzeigen');
    await window.screenshot('German days');
    await window.runCommand('Dateline: Nach Ereignissen anzeigen');
  });

  it('the report', async () => {
    await window.runCommand('Dateline: Analysebericht anzeigen');
    await eventually(
      'the report',
      async () => (await window.editorLines()).join('\n'),
      (text) => text.includes('Artikel analysiert') && text.includes('Ereignisse'),
    );
    assert.equal(await window.activeTab(), 'Analysebericht');
    await window.screenshot('German report');
  });

  it('the event map', async () => {
    await window.runCommand('Dateline: Ereigniskarte anzeigen');
    const page = window.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await page.getByRole('heading', { name: 'Ereigniskarte' }).waitFor();
    await eventually(
      'the picture',
      async () => (await page.locator('#timeline .node').count()) > 0,
    );
    await window.screenshot('German map');
  });

  it('the words of the palette', async () => {
    await window.page.keyboard.press('F1');
    await window.page.locator('.quick-input-widget input.input').fill('>Dateline: ');
    const items = await window.pickerItems();
    assert.ok(items.length > 5 && items.every((item) => item.includes('Dateline: ')), items.join());
    await window.screenshot('German palette');
    await window.page.keyboard.press('Escape');
  });
});
