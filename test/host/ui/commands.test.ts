import assert from 'node:assert/strict';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

describe('The commands', () => {
  let window: Workbench;

  before(async () => {
    window = await Workbench.open({ folder: articles, file: 'gazette-fire.txt' });
    await window.decorationsOn('Martin Okafor');
  });

  it('Toggle Highlights takes the highlights away and brings them back', async () => {
    await window.runCommand('Dateline: Toggle Highlights');
    await window.decorationsOn('Martin Okafor', 0, false);
    await window.runCommand('Dateline: Toggle Highlights');
    await window.decorationsOn('Martin Okafor');
  });

  it('Next Mention and Previous Mention walk from name to name', async () => {
    const moved = (from: string) =>
      eventually(
        'the cursor moves',
        () => window.cursor(),
        (at) => at !== from,
      );
    const top = await window.cursor();
    await window.clickWord('night shift');
    const start = await moved(top);
    await window.runCommand('Dateline: Next Mention');
    const first = await moved(start);
    assert.match(first, /selected/);
    await window.runCommand('Dateline: Next Mention');
    const second = await moved(first);
    await window.runCommand('Dateline: Previous Mention');
    assert.equal(await moved(second), first);
  });

  it('Reveal Article in Events selects its row', async () => {
    await window.runCommand('Dateline: Reveal Article in Events');
    await window.treeRow('Article: Fire destroys');
    await window.page.waitForSelector(
      '.sidebar .monaco-list-row.selected[aria-label*="Article: Fire"]',
    );
  });

  it('Copy Clean Text copies the article without its boilerplate', async () => {
    await window.openFile('herald-treaty.txt');
    await window.decorationsOn('Elena Marchetti');
    await window.runCommand('Dateline: Copy Clean Text');
    const text = await eventually(
      'the copied text',
      () => window.clipboard(),
      (copied) => copied.includes('Fishing crews'),
    );
    assert.match(text, /^Portugal and Norway sign fishing treaty/);
    assert.match(text, /Fishing crews in Porto and Bergen/);
    for (const noise of ['Home | World', 'Share this article', 'newsletter', 'All rights']) {
      assert.ok(!text.includes(noise), noise);
    }
  });

  it('Fold Boilerplate folds the foot of the page', async () => {
    await window.runCommand('Dateline: Fold Boilerplate');
    const lines = await eventually(
      'a folded foot',
      () => window.editorLines(),
      (shown) => !shown.some((line) => line.includes('All rights reserved')),
    );
    assert.ok(lines.some((line) => line.includes('Fishing crews in Porto')));
  });

  it('Show Analysis Report tells what was analysed, what was skipped and why', async () => {
    const text = await window.report('the report of the whole folder', (said) =>
      /\b4\s+articles analysed/.test(said),
    );
    assert.match(text, /3\s+events/);
    for (const file of ['shopping.txt', 'empty.txt', 'binary.txt']) {
      assert.ok(text.includes(file), `${file} is accounted for`);
    }
    assert.match(text, /Time per stage/);
    assert.match(text, /Nothing was sent anywhere/);
  });
});
