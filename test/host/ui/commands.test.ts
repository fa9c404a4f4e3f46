import assert from 'node:assert/strict';
import { articles } from './articles';
import { eventually, Workbench } from './workbench';

async function openArticle(file: string): Promise<Workbench> {
  const window = await Workbench.open({ folder: articles, file });
  await window.decorationsOn(file === 'herald-treaty.txt' ? 'Elena Marchetti' : 'Martin Okafor');
  return window;
}

describe('The commands', () => {
  it('Toggle Highlights takes the highlights away and brings them back', async () => {
    const window = await openArticle('gazette-fire.txt');
    await window.runCommand('Dateline: Toggle Highlights');
    await window.decorationsOn('Martin Okafor', 0, false);
    await window.runCommand('Dateline: Toggle Highlights');
    await window.decorationsOn('Martin Okafor');
  });

  it('Copy Clean Text copies the article without its boilerplate', async () => {
    const window = await openArticle('herald-treaty.txt');
    await window.runCommand('Dateline: Copy Clean Text');
    const text = await eventually('copied text', () => window.clipboard());
    assert.match(text, /^Portugal and Norway sign fishing treaty/);
    assert.match(text, /Fishing crews in Porto and Bergen/);
    for (const noise of ['Home | World', 'Share this article', 'newsletter', 'All rights']) {
      assert.ok(!text.includes(noise), noise);
    }
  });

  it('Fold Boilerplate folds the foot of the page to one line', async () => {
    const window = await openArticle('herald-treaty.txt');
    await window.runCommand('Dateline: Fold Boilerplate');
    const lines = await eventually(
      'a folded foot',
      () => window.editorLines(),
      (shown) => !shown.some((line) => line.includes('All rights reserved')),
    );
    assert.ok(lines.some((line) => line.includes('Fishing crews in Porto')));
  });

  it('Next Mention and Previous Mention walk from name to name', async () => {
    const window = await openArticle('gazette-fire.txt');
    await window.clickWord('LEEDS');
    const before = await window.cursor();
    await window.runCommand('Dateline: Next Mention');
    const next = await eventually(
      'a step',
      () => window.cursor(),
      (at) => at !== before,
    );
    assert.match(next, /selected/);
    await window.runCommand('Dateline: Next Mention');
    const third = await eventually(
      'a second step',
      () => window.cursor(),
      (at) => at !== next,
    );
    await window.runCommand('Dateline: Previous Mention');
    await eventually(
      'a step back',
      () => window.cursor(),
      (at) => at === next,
    );
    assert.notEqual(third, next);
  });

  it('Reveal Article in Events selects its row', async () => {
    const window = await openArticle('gazette-fire.txt');
    await window.runCommand('Dateline: Reveal Article in Events');
    await window.treeRow('Article: Fire destroys');
    await window.page.waitForSelector(
      '.sidebar .monaco-list-row.selected[aria-label*="Article: Fire"]',
    );
  });

  it('Show Analysis Report tells what was analysed, what was skipped and why', async () => {
    const window = await openArticle('gazette-fire.txt');
    await window.runCommand('Dateline: Show Analysis Report');
    const lines = await eventually(
      'the report of the whole folder',
      () => window.editorLines(),
      (shown) => shown.some((line) => /\b4\s+articles analysed/.test(line)),
    );
    const text = lines.join('\n');
    assert.match(text, /3\s+events/);
    for (const file of ['shopping.txt', 'empty.txt', 'binary.txt']) {
      assert.ok(text.includes(file), `${file} is accounted for`);
    }
    assert.match(text, /Time per stage/);
    assert.match(text, /Nothing was sent anywhere/);
  });
});
