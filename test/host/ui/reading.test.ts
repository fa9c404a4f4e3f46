import assert from 'node:assert/strict';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

describe('The reading room', () => {
  let window: Workbench;

  const labels = async () => (await window.treeRows()).map(({ label }) => label);
  const shows = (what: string, isShown: (rows: string[]) => boolean) =>
    eventually(what, labels, isShown);

  before(async () => {
    window = await Workbench.open({ folder: articles, file: 'herald-treaty.txt' });
    await window.openView('Dateline');
    await shows('all events', (rows) => rows.length === 3);
  });

  it('shows names and the articles that hold them', async () => {
    await window.runCommand('Dateline: View by Name');
    await shows('the headings', (rows) => rows.includes('People') && rows.includes('Places'));
    await window.expandRow('People');
    const row = await window.treeRow('Person: Elena Marchetti');
    assert.equal(row.description, '2 articles');
    assert.match(await window.rowTooltip('Person: Elena Marchetti'), /First:.*Latest:/s);
  });

  it('shows sources and days', async () => {
    await window.runCommand('Dateline: View by Day');
    await shows('days, newest first', (rows) => rows.some((row) => row.includes('Mar 14')));
    await window.runCommand('Dateline: View by Source');
    await shows('no days', (rows) => !rows.some((row) => row.includes('Mar 14')));
    await window.runCommand('Dateline: View by Event');
    await shows('events', (rows) => rows.some((row) => row.includes('museum')));
  });

  it('shows only what a search finds, until the filter is cleared', async () => {
    await window.runCommand('Dateline: Filter Articles');
    await window.typeInPicker('furniture factory');
    await shows('one event', (rows) => rows.length === 1 && rows[0]!.includes('factory'));
    await window.runCommand('Dateline: Clear Filter');
    await shows('all events', (rows) => rows.length === 3);
  });

  it('tells over a quote who speaks', async () => {
    await window.cardSays('Both coasts', /Speaker/);
  });

  it('finds a name of the workspace and goes to where it is said first', async () => {
    await window.page.keyboard.press('Control+T');
    await window.page.locator('.quick-input-widget input.input').fill('#Okafor');
    const items = await eventually(
      'the symbol',
      () => window.pickerItems(),
      (all) => all.some((item) => item.includes('Martin Okafor')),
    );
    assert.ok(items.some((item) => item.includes('Person')));
    await window.pick('Martin Okafor');
    await eventually(
      'the article is open',
      () => window.activeTab(),
      (tab) => tab === 'gazette-fire.txt',
    );
    await eventually(
      'his name is selected',
      () => window.cursor(),
      (at) => at.startsWith('Ln 7'),
      8000,
    );
  });

  it('goes to the first mention in the corpus and lists all of them', async () => {
    await window.openFile('herald-treaty.txt');
    await window.decorationsOn('Elena Marchetti');
    await window.clickWord('Elena Marchetti');
    await window.page.keyboard.press('Shift+F12');
    const peek = window.page.locator('.peekview-widget .ref-tree .monaco-list-row');
    const rows = await eventually(
      'references in both articles',
      () => peek.allInnerTexts(),
      (all) => ['herald', 'courier'].every((name) => all.join().includes(name)),
    );
    assert.ok(rows.length >= 2);
    await window.page.keyboard.press('Escape');
  });

  it('copies a citation that can be checked', async () => {
    await window.clickWord('Elena Marchetti');
    await window.runCommand('Dateline: Copy Citation');
    const text = await eventually(
      'the copied citation',
      () => window.clipboard(),
      // Another citation may be there from before.
      (copied) => copied.includes('Marchetti'),
    );
    assert.match(text, /herald-treaty\.txt, characters \d+–\d+/);
    assert.match(text, /[0-9a-f]{64}/);
  });

  it('opens the sample articles', async () => {
    const opened = window.page.context().waitForEvent('page');
    await window.runCommand('Dateline: Open Sample Articles');
    const samples = await opened;
    assert.match(decodeURIComponent(samples.url()), /samples/);
    await samples.close();
  });
});
