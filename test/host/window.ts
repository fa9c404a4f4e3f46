import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeSynthesised } from '../bench/synthetic';
import { temporaryFolder } from './temporary';
import { eventually } from './ui/eventually';
import { endSession } from './ui/session';
import { Workbench } from './ui/workbench';

/** How soon the sidebar shows its rows in a real window on so many invented articles: `npm run package && npm run bench:window`. */
const articles = Number(process.argv[2] ?? 10_000);
const rounds = 5;
const longestIndexing = 30 * 60_000;
const events = '^Event:';
const others = '^(?!Event:)(?!\\d+ more)';
/** An opened window still works for a while on what nobody sees. */
const settleTime = 10_000;

const say = (what: string, times: readonly number[]): void => {
  const sorted = times.map(Math.round).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  console.log(`${what}: ${median} ms (${sorted.join(', ')})`);
};

const pane = '.sidebar .pane:not(:has([aria-label^="Event Details"]))';

/** Milliseconds from the last press to the first such row of the articles' view. */
const untilRow = (window: Workbench, label: string): Promise<number> =>
  window.page.evaluate(
    `window.datelineTest.untilRow(${JSON.stringify(pane)}, ${JSON.stringify(label)})`,
  );

async function times(count: number, measure: () => Promise<number>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < count; i++) all.push(await measure());
  return all;
}

/** Waits until the index is complete and kept: only then the unseen articles are counted. */
async function indexed(window: Workbench): Promise<void> {
  const isCounted = (badge: string | undefined): boolean => badge !== undefined;
  await eventually('the index', () => window.viewBadge('Dateline'), isCounted, longestIndexing);
}

async function openEvents(window: Workbench): Promise<number> {
  await window.openView('Dateline');
  return untilRow(window, events);
}

async function main(): Promise<void> {
  process.env['DATELINE_VSIX'] ??= join(__dirname, '../../dateline.vsix');
  const folder = join(temporaryFolder('window'), 'articles');
  mkdirSync(folder);
  writeSynthesised(folder, articles);
  const window = await Workbench.open({ folder });

  const first = await openEvents(window);
  say('the first start, to the first events', [first]);
  await indexed(window);

  const again = async (pause: number): Promise<number> => {
    await window.openView('Explorer');
    // The editor writes down which view is open some seconds later.
    await sleep(settleTime);
    await window.reload();
    await sleep(pause);
    const time = await openEvents(window);
    await indexed(window);
    return time;
  };
  const atOnce = (): Promise<number> => again(0);
  const settled = (): Promise<number> => again(settleTime);
  say('a window just opened, to the events as they were', await times(rounds, atOnce));
  say('a window that stands, to the events as they were', await times(rounds, settled));

  const back = async (): Promise<number> => {
    await window.openView('Explorer');
    return openEvents(window);
  };
  say('back from the Explorer', await times(rounds, back));

  for (const name of ['Name', 'Source', 'Day']) {
    const show = async (): Promise<number> => {
      await window.runCommand('Dateline: View by Event');
      await untilRow(window, events);
      await window.runCommand(`Dateline: View by ${name}`);
      return untilRow(window, others);
    };
    say(`viewed by ${name.toLowerCase()}`, await times(rounds, show));
  }
  await window.runCommand('Dateline: View by Event');
  say('viewed by event', [await untilRow(window, events)]);

  await window.clickRow('Event:');
  await window.page.keyboard.press('End');
  say('to the end of the list', [await untilRow(window, 'more: filter')]);
  await window.page.keyboard.press('Home');
  await untilRow(window, events);
  await sleep(settleTime);

  const titles = new Set((await window.treeRows('Events')).map(({ label }) => label));
  const touched = readdirSync(window.folder).find((name) => {
    const [headline = ''] = readFileSync(join(window.folder, name), 'utf8').split('\n', 1);
    return titles.has(headline.trim());
  });
  if (touched === undefined)
    throw new Error('No event on screen bears the headline of an article.');
  const drawn = await window.watchRows('Events');
  const written = Date.now();
  appendFileSync(join(window.folder, touched), 'More will follow.\n');
  const rows = await eventually('rows are drawn again', drawn, (all) => all.length > 0);
  const redrawn = Date.now() - written;
  say(`an article changed on disk, to ${rows.length} rows drawn again`, [redrawn]);
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(endSession);
