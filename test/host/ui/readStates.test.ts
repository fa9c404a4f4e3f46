import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const harbour =
  'Elena Marchetti visits the harbour of Aarhus\nBy Mette Krogh\n9 June 2024\n\n' +
  'AARHUS — Elena Marchetti visited the harbour of Aarhus on Sunday, where a storm sank two boats.\n\n' +
  'Mayor Jens Holm told Elena Marchetti that the water rose by two metres within an hour.\n\n' +
  'Trains between Aarhus and Copenhagen were cancelled, and the ferry stayed in port until Monday.\n';

describe('What a person has seen, kept, discarded and watches', () => {
  let window: Workbench;

  const arias = async () => (await window.treeRows()).map(({ aria }) => aria);
  const shows = (what: string, isShown: (rows: readonly string[]) => boolean) =>
    eventually(what, arias, isShown);
  const press = (key: string) => window.page.keyboard.press(key);
  const badge = (number: string) =>
    eventually(
      `the badge ${number}`,
      () => window.viewBadge('Dateline'),
      (shown) => shown === number,
    );

  const focusOn = (what: string, label: string) =>
    eventually(
      `the focus on ${what}`,
      async () => {
        const row = window.page.locator('.sidebar .monaco-list-row.focused');
        return (await row.count()) > 0 ? row.first().getAttribute('aria-label') : '';
      },
      (aria) => aria?.startsWith(label) ?? false,
    );

  before(async () => {
    window = await Workbench.open({ folder: articles });
    await window.openView('Dateline');
    await shows('all events', (rows) => rows.length === 3 && rows[2]!.includes('2 articles'));
  });

  it('counts what was not yet seen, and says so on each row', async () => {
    await badge('4');
    assert.ok((await arias()).every((aria) => aria.includes('not yet seen')));
  });

  it('takes an opened article for seen', async () => {
    await window.openFile('gazette-fire.txt');
    await badge('3');
    await shows('the fire as seen', (rows) =>
      rows.some((row) => row.includes('furniture factory') && !row.includes('not yet seen')),
    );
  });

  it('discards by a key, says how many, shows them again, and takes it back', async () => {
    await window.expandRow('2 articles');
    await window.runCommand('Focus on Events View');
    await press('End');
    await focusOn('the last row', 'Article: Portugal and Norway sign');
    // The extension hears of the focus a moment later, which nobody sees.
    await sleep(1000);
    await press('Delete');
    const label = 'Show discarded: 1 article';
    await shows(
      'a row that tells of it',
      (rows) => rows.some((row) => row.includes(label)) && rows.length === 5,
    );
    await badge('2');
    await focusOn('the article beside it', 'Article: Fishing treaty');
    await window.screenshot('discarded hidden');
    await window.clickRow(label);
    await shows(
      'it again',
      (rows) => rows.some((row) => row.includes('discarded')) && rows.length === 6,
    );
    await window.screenshot('discarded shown');
    await window.clickRow('Hide discarded: 1 article');
    await shows('five rows', (rows) => rows.length === 5);
    await window.runCommand('Dateline: Undo Keep or Discard');
    await shows('all as before', (rows) => rows.length === 5 && !rows.join().includes('discarded'));
    await badge('3');
  });

  it('keeps, by the button on the row', async () => {
    await window.page.locator('.sidebar .monaco-list-row[aria-label^="Article: "]').first().hover();
    await window.page.locator('.sidebar .monaco-list-row a[aria-label^="Keep"]').first().click();
    await shows('kept', (rows) =>
      rows.some((row) => row.startsWith('Article: ') && row.includes('kept')),
    );
  });

  it('sorts, and remembers it for this view', async () => {
    await window.runCommand('Dateline: Sort Articles');
    await window.pickerItems();
    await window.typeInPicker('Most Articles First');
    await shows('the largest first', (rows) => rows[0]!.includes('2 articles'));
    await window.runCommand('Dateline: View by Day');
    await shows('days, newest first', (rows) =>
      /Aug|Sep|Oct|Nov|Dec|Apr|May|Jun|Jul/.test(rows[0]!),
    );
    await window.runCommand('Dateline: View by Event');
    await shows('the largest still first', (rows) => rows[0]!.includes('2 articles'));
  });

  it('lists news of a watched name at the top, and lets it go', async () => {
    await window.openFile('herald-treaty.txt');
    await window.decorationsOn('Elena Marchetti');
    await window.clickWord('Elena Marchetti');
    await window.runCommand('Dateline: Watch');
    await shows('nothing new', (rows) => rows[0] === 'Watched, nothing new');
    writeFileSync(join(window.folder, 'late.txt'), harbour);
    const rows = await shows('news', (all) => all[0] === 'Watched, 1 new');
    assert.match(rows[1]!, /^Article: .*harbour of Aarhus.*Elena Marchetti.*not yet seen/);
    assert.match(rows[2]!, /^Watched: Elena Marchetti, Person/);
    await window.screenshot('watched');
    await window.clickRow('Article: Elena Marchetti visits');
    await shows('seen, and so no news', (all) => all[0] === 'Watched, nothing new');
    await window.runCommand('Dateline: View by Name');
    await shows('watched there too', (all) => all[0] === 'Watched, nothing new');
    await window.reload();
    await window.openView('Dateline');
    await shows('after a reload too', (all) => all[0]?.startsWith('Watched') ?? false);
    // A tree that is drawn anew loses the click: once more, then.
    await eventually('nothing watched', async () => {
      const row = window.page.locator('.sidebar .monaco-list-row[aria-label^="Watched: "]');
      if (!(await row.isVisible())) return true;
      await row.hover({ timeout: 2000 }).catch(() => undefined);
      await row
        .locator('a[aria-label^="Stop Watching"]')
        .click({ timeout: 2000 })
        .catch(() => undefined);
      return false;
    });
  });

  it('looks right in every theme', async () => {
    await window.runCommand('Dateline: View by Event');
    await shows('events', (rows) => rows.some((row) => row.startsWith('Event: ')));
    for (const theme of ['light', 'contrast', 'dark'] as const) {
      await window.setTheme(theme);
      await window.screenshot(`read states ${theme}`);
    }
  });
});
