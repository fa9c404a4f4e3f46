/**
 * The sidebar in a real window on many articles whose index is warm: `npm run package`, then
 * `npx tsx test/bench/window.ts [articles]`.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeMany } from '../host/manyArticles';
import { eventually } from '../host/ui/eventually';
import { endSession } from '../host/ui/session';
import { Workbench } from '../host/ui/workbench';

const patience = 20 * 60_000;
const articles = Number(process.argv[2] ?? 3000);

/** Milliseconds from the next press of the mouse until the first row of the events is there. */
const untilFirstRow = `new Promise((resolve) => {
  let begin;
  document.addEventListener('mousedown', () => (begin = performance.now()), {
    ...{ capture: true, once: true },
  });
  const row = '.sidebar .pane:has([aria-label^="Events"]) .monaco-list-row .label-name';
  const look = () => {
    if (begin !== undefined && document.querySelector(row)) resolve(performance.now() - begin);
    else requestAnimationFrame(look);
  };
  look();
})`;

async function main(): Promise<void> {
  process.env['DATELINE_VSIX'] ??= join(__dirname, '../../dateline.vsix');
  const temporary = mkdtempSync(join(tmpdir(), 'dl-window-'));
  const folder = join(temporary, 'many');
  mkdirSync(folder);
  writeMany(folder, articles);
  const window = await Workbench.open({ folder, size: { width: 1200, height: 1000 } });
  const say = (value: string, what: string): void => {
    console.log(`${value.padStart(10)}  ${what}`);
  };
  const icon = window.page.locator('.activitybar .action-item:has([aria-label^="Dateline"])');
  const explorer = window.page.locator('.activitybar .action-item:has([aria-label^="Explorer"])');
  const allThere = (): Promise<unknown> =>
    eventually(
      'all articles',
      () => window.page.locator('.pane-header .description').first().innerText(),
      (text) => text.includes(String(articles)),
      patience,
    );
  const opened = async (): Promise<number> => {
    const time = window.page.evaluate<number>(untilFirstRow);
    await icon.click();
    return time;
  };
  const begin = Date.now();
  await icon.click();
  await allThere();
  say(`${((Date.now() - begin) / 1000).toFixed(0)} s`, `first index of ${articles} articles`);
  await explorer.click();
  // The index and the window's own state are kept a few seconds later.
  await sleep(12_000);
  await window.reload();
  await icon.waitFor();
  await sleep(3000);
  const first = await opened();
  say(`${first.toFixed(0)} ms`, 'from the click on the icon to the first row, index warm');
  await allThere();
  await sleep(5000);
  await explorer.click();
  const again = await opened();
  say(`${again.toFixed(0)} ms`, 'the same again in the same window');
  const rows = await window.treeRows('Events');
  const drawn = await window.watchRows('Events');
  const last = articles - 1;
  appendFileSync(
    join(window.folder, String(Math.floor(last / 100)), `${last}.txt`),
    'Ruth Adams was in Tartu.\n',
  );
  const touched = await eventually('a row is drawn again', drawn, (all) => all.length > 0);
  await sleep(2000);
  say(
    `${(await drawn()).length} of ${rows.length}`,
    `rows on screen drawn again after a change of one article (at first ${touched.length})`,
  );
  await endSession();
  rmSync(temporary, { recursive: true, force: true });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
