import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const samples = join(__dirname, '../../../samples');

describe('Articles of one event beside each other', () => {
  let window: Workbench;

  before(async () => {
    window = await Workbench.open({
      folder: samples,
      file: 'vale-tribune/floods-four-dead.txt',
      size: { width: 1500, height: 1000 },
    });
    await window.openView('Dateline');
    await window.treeRow('12,000 or 11,000 people', 'Event Details');
  });

  it('Show What Is New dims what earlier articles told, says by whom, and undoes it', async () => {
    await window.decorationsOn('a river in the kitchen', 0, false);
    await window.runCommand('Dateline: Show What Is New');
    const [dimmed] = await window.decorationsOn('a river in the kitchen');
    assert.equal(dimmed!.slant, 'italic');
    await eventually(
      'the count of new paragraphs',
      () => window.statusBar(),
      (texts) => texts.some((text) => /\b\d+ of \d+ paragraphs new/.test(text)),
    );
    const card = await eventually(
      'who told it',
      () => window.hoverWord('a river in the kitchen'),
      (text) => text.includes('Already told'),
    );
    assert.match(card, /Already told by Northline Wire on Mar 2, 2026/);
    for (const theme of ['dark', 'light', 'contrast'] as const) {
      await window.setTheme(theme);
      await window.decorationsOn('a river in the kitchen');
      await window.screenshot(`what is new ${theme}`);
    }
    await window.runCommand('Dateline: Show What Is New');
    await window.decorationsOn('a river in the kitchen', 0, false);
    await eventually(
      'no count any more',
      () => window.statusBar(),
      (texts) => !texts.some((text) => text.includes('paragraphs new')),
    );
  });

  it('Compare Coverage shows two of them side by side without boilerplate', async () => {
    await window.runCommand('Dateline: Compare Coverage');
    const items = await window.pickerItems();
    assert.equal(items.length, 4, items.join('\n'));
    await window.pick('Harbour Courier');
    await window.page.keyboard.press('Enter');
    const lines = await eventually(
      'both articles',
      () => window.editorLines(),
      (shown) =>
        shown.some((line) => line.includes('A fifth body has been found')) &&
        shown.some((line) => line.includes('The water rose by almost')),
    );
    assert.ok(!lines.some((line) => line.includes('Share this article')), lines.join('\n'));
    for (const theme of ['dark', 'light', 'contrast'] as const) {
      await window.setTheme(theme);
      await window.screenshot(`compare ${theme}`);
    }
  });

  it('and tells what only one of them says, sentence by sentence', async () => {
    await window.runCommand('Dateline: Show What Only One Article Says');
    const lines = await eventually(
      'the page',
      () => window.editorLines(),
      (shown) => shown.filter((line) => line.startsWith('ONLY IN')).length === 2,
    );
    assert.ok(lines.some((line) => line.includes('Beatriz Holroyd')));
    await window.screenshot('only said');
    await window.clickWord('Beatriz Holroyd');
    await window.runCommand('Open Link');
    await eventually(
      'the article of the sentence',
      () => window.activeTab(),
      (tab) => tab === 'orrin-floods-fifth-victim.txt',
    );
  });

  it('several are compared with the earliest', async () => {
    await window.runCommand('Dateline: Compare Coverage');
    await window.pickerItems();
    await window.pick('Northline Wire, Mar 2');
    await window.pick('Vale Tribune');
    await window.page.keyboard.press('Enter');
    await eventually(
      'several comparisons in one editor',
      () => window.editorLines(),
      (shown) => shown.some((line) => line.includes('The water rose by almost')),
    );
    await window.screenshot('compare several');
  });
});
