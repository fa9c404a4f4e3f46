import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const settings = { 'dateline.annotator': 'Ana' };

interface SpanRecord {
  readonly t: string;
  readonly id: string;
  readonly q: string;
  readonly label: string;
  readonly st: string;
}

/** What the side-car says of some words, in the order it was written. */
function recordsOf(window: Workbench, words: string, file = 'gazette-fire.txt'): SpanRecord[] {
  const path = join(window.folder, `.dateline/annotations/${file}.ana.jsonl`);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SpanRecord)
    .filter(({ q }) => q === words);
}

const written = (window: Workbench, words: string, ...states: string[]): Promise<SpanRecord[]> =>
  eventually(
    `“${words}” ${states.join(', ')} in the side-car`,
    async () => recordsOf(window, words),
    (records) => JSON.stringify(records.map(({ st }) => st)) === JSON.stringify(states),
  );

async function open(): Promise<Workbench> {
  const window = await Workbench.open({ folder: articles, file: 'gazette-fire.txt', settings });
  await window.decorationsOn('Martin Okafor');
  return window;
}

describe('A person annotates by keyboard', () => {
  it('accepts, rejects, labels, takes back, and finds it all after a reload', async () => {
    const window = await open();
    const { keyboard } = window.page;
    await window.clickWord('Martin Okafor');
    await keyboard.press('Alt+A');
    await written(window, 'Martin Okafor', 'accepted');

    await window.clickWord('Okafor said');
    await keyboard.press('Alt+X');
    await written(window, 'Okafor', 'rejected');
    await window.decorationsOn('Okafor said', 0, false);

    await window.clickWord('residents');
    await keyboard.press('Alt+4');
    assert.equal((await written(window, 'residents', 'accepted'))[0]!.label, 'MISC');
    await window.decorationsOn('residents');
    await window.screenshot('annotated dark');

    await keyboard.press('Control+Alt+Z');
    await written(window, 'residents', 'accepted', 'withdrawn');
    await window.decorationsOn('residents', 0, false);
    await keyboard.press('Control+Alt+Shift+Z');
    await written(window, 'residents', 'accepted', 'withdrawn', 'accepted');
    await window.decorationsOn('residents');

    await window.page.reload();
    await window.page.waitForSelector('.editor-instance .view-line');
    await window.decorationsOn('residents');
    await window.decorationsOn('Okafor said', 0, false);
    for (const theme of ['light', 'contrast'] as const) {
      await window.setTheme(theme);
      await window.decorationsOn('residents');
      await window.screenshot(`annotated ${theme}`);
    }
    assert.equal(await window.isDirty(), false, 'the text itself is never touched');
  });
});
