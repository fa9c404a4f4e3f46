import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const samples = join(__dirname, '../../../samples');
const pane = 'Event Details';

describe('The event details', () => {
  let window: Workbench;

  const spoken = async () => (await window.treeRows(pane)).map(({ aria }) => aria);
  const shows = (what: string, isShown: (rows: string[]) => boolean) =>
    eventually(what, spoken, isShown);

  before(async () => {
    window = await Workbench.open({
      folder: samples,
      file: 'northline-wire/storm-petra-orrin-floods.txt',
      size: { width: 1280, height: 1400 },
    });
    await window.openView('Dateline');
    await shows('the event of the open article', (rows) =>
      rows.some((row) => row.includes('12,000 or 11,000 people')),
    );
  });

  it('show the timeline, earliest first, and which article is a copy of which', async () => {
    const rows = await shows('a copy', (all) => all.some((row) => row.includes('copy of')));
    const timeline = rows.filter((row) => row.startsWith('Timeline: '));
    assert.equal(timeline.length, 4, timeline.join('\n'));
    const copy = timeline.find((row) => row.includes('copy of'))!;
    assert.match(copy, /copy of Northline Wire, \d\d %/);
    const days = timeline.map((row) => Number(/Mar (\d+), 2026/.exec(row)?.[1] ?? 99));
    assert.deepEqual(days, [2, 2, 3, 9], timeline.join('\n'));
  });

  it('open the place where a figure stands', async () => {
    await window.clickRow('11,000 · ', pane);
    await eventually(
      'the other article',
      () => window.activeTab(),
      (tab) => tab === 'orrin-floods-fifth-victim.txt',
    );
    await eventually(
      'the figure is selected',
      () => window.cursor(),
      (at) => at.includes('(6 selected)'),
    );
  });

  it('are drawn anew when the articles agree after an edit', async () => {
    await window.page.keyboard.type('12,000');
    await shows('no such difference', (rows) => !rows.some((row) => row.includes('or 11,000')));
    await window.page.keyboard.press('Control+Z');
    await shows('the difference again', (rows) => rows.some((row) => row.includes('or 11,000')));
  });

  it('list who is quoted, with what', async () => {
    await window.collapseRow('Stated differently', pane);
    // The editor folds a section again that is unfolded while it takes in a tree drawn anew.
    await eventually('the speakers', async () => {
      await window.expandRow('Quotes', pane);
      return (await spoken()).some((row) => row.includes('Gethin Prosser'));
    });
    await window.expandRow('Speaker: Gethin Prosser', pane);
    await shows('his words', (rows) => rows.some((row) => row.includes('a river in the kitchen')));
    await window.expandRow('Stated differently', pane);
  });

  it('follow the row selected in the events', async () => {
    await window.clickRow('Event: Velmar', 'Events');
    await shows('the other event', (rows) => rows.some((row) => row.includes('200 or 350 people')));
    assert.match(await window.rowTooltip('350 · ', pane), /demonstrated outside/);
  });

  for (const theme of ['dark', 'light', 'contrast'] as const) {
    it(`can be read in the theme ${theme}`, async () => {
      await window.setTheme(theme);
      await window.screenshot(`details ${theme}`);
      assert.ok((await spoken()).length > 4);
    });
  }
});
