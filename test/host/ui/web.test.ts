import assert from 'node:assert/strict';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

describe('In a browser host', () => {
  let window: Workbench;

  before(async () => {
    window = await Workbench.open({
      folder: articles,
      file: 'herald-treaty.txt',
      settings: { 'remote.extensionKind': { 'dateline.dateline': ['web'] } },
      size: { width: 1400, height: 1200 },
    });
  });

  it('the same package highlights and groups', async () => {
    await window.decorationsOn('Elena Marchetti');
    await window.openView('Dateline');
    await window.treeRow('2 articles');
  });

  it('the details of the event are shown', async () => {
    const spoken = await eventually(
      'the timeline and the quotes',
      async () => (await window.treeRows('Event Details')).map(({ aria }) => aria),
      (rows) => rows.filter((row) => row.startsWith('Timeline: ')).length === 2,
    );
    assert.ok(
      spoken.some((row) => row.includes('Mar 14, 2024')),
      spoken.join('\n'),
    );
  });

  it('coverage is compared', async () => {
    await window.runCommand('Dateline: Compare Coverage');
    const lines = await eventually(
      'both articles',
      () => window.editorLines(),
      (shown) =>
        shown.some((line) => line.includes('negotiated by Henrik Solberg')) &&
        shown.some((line) => line.includes('Rui Tavares')),
    );
    assert.ok(!lines.some((line) => line.includes('Subscribe to our newsletter')));
    await window.screenshot('compare in the browser');
  });

  it('and all of that runs in a web worker', async () => {
    const running = await window.runningExtensions();
    assert.match(running.find((row) => row.includes('Dateline')) ?? '', /Web Worker/i);
  });
});
