import assert from 'node:assert/strict';
import { articles } from './articles';
import { Workbench } from './workbench';

describe('In a browser host', () => {
  it('the same package highlights and groups', async () => {
    const window = await Workbench.open({
      folder: articles,
      file: 'herald-treaty.txt',
      settings: { 'remote.extensionKind': { 'dateline.dateline': ['web'] } },
    });
    await window.decorationsOn('Elena Marchetti');
    await window.openView('Dateline');
    await window.treeRow('2 articles');
    const running = await window.runningExtensions();
    assert.match(running.find((row) => row.includes('Dateline')) ?? '', /Web Worker/i);
  });
});
