import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeMany } from '../manyArticles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const articles = 300;

describe('A folder of some hundred articles', () => {
  it('draws only the rows again that a change touches', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'dl-many-')), 'many');
    mkdirSync(folder);
    writeMany(folder, articles);
    const window = await Workbench.open({ folder, size: { width: 1200, height: 1000 } });
    await window.openView('Dateline');
    const header = window.page.locator('.pane-header .description').first();
    await eventually(
      'all articles',
      () => header.innerText(),
      (text) => text.includes(String(articles)),
      60_000,
    );
    const rows = await eventually(
      'their events',
      () => window.treeRows('Events'),
      (shown) => shown.length > 10,
    );
    const isQuiet = async (): Promise<boolean> => {
      const since = await window.watchRows('Events');
      await sleep(4000);
      return (await since()).length === 0;
    };
    await eventually('the events are grouped and drawn', isQuiet, Boolean, 60_000);
    const drawn = await window.watchRows('Events');
    appendFileSync(join(window.folder, '2/299.txt'), 'Ruth Adams was in Tartu.\n');
    const touched = await eventually('a row is drawn again', drawn, (all) => all.length > 0);
    await sleep(1500);
    assert.deepEqual(await drawn(), touched, 'and no other later');
    assert.equal(touched.length, 1, `${touched.length} of ${rows.length}: ${touched.join(', ')}`);
  });
});
