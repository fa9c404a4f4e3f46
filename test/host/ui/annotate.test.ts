import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeMany } from '../manyArticles';
import { temporaryFolder } from '../temporary';
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

async function open(file = 'gazette-fire.txt', name = 'Martin Okafor'): Promise<Workbench> {
  const window = await Workbench.open({ folder: articles, file, settings });
  await window.decorationsOn(name);
  return window;
}

/** Clicks a mention and presses a key that decides about it, which goes on to the next undecided one. */
async function decide(window: Workbench, words: string, key: string): Promise<void> {
  const isSelected = async (): Promise<boolean> => (await window.cursor()).includes('selected');
  await window.clickWord(words);
  await eventually('the cursor in the mention', isSelected, (selected) => !selected);
  await window.page.keyboard.press(key);
  await eventually('the step to the next mention', isSelected);
}

describe('A person annotates by keyboard', () => {
  it('accepts, rejects, labels, takes back, and finds it all after a reload', async () => {
    const window = await open();
    const { keyboard } = window.page;
    await decide(window, 'Martin Okafor', 'Alt+A');
    await written(window, 'Martin Okafor', 'accepted');

    await decide(window, 'Okafor said', 'Alt+X');
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

    await window.reload();
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

/** Opens a folder of many articles and labels a place that all of them name in all of them. */
async function labelHalden(name: string, count: number): Promise<Workbench> {
  const folder = join(temporaryFolder(name), 'articles');
  writeMany(folder, count);
  const window = await Workbench.open({ folder, file: '0/0.txt', settings });
  await window.openView('Dateline');
  await window.indexed();
  await window.decorationsOn('HALDEN');
  await window.clickWord('HALDEN');
  await window.page.keyboard.press('Alt+O');
  await window.pickerItems();
  await window.typeInPicker('whole folder');
  await window.pickerTitled('Label “HALDEN” as LOC here:');
  await window.page.keyboard.press('Enter');
  return window;
}

describe('A person decides about many articles at once', () => {
  it('in all of them, and one undo takes all back', async () => {
    const count = 60;
    const window = await labelHalden('many', count);
    const all = Array.from({ length: count }, (_, i) => `0/${i}.txt`);
    const stand = (what: string, st: string) =>
      eventually(what, async () =>
        all.every((file) => recordsOf(window, 'HALDEN', file).at(-1)?.st === st),
      );
    await stand('a decision in each', 'accepted');
    await window.runCommand('Dateline: Undo Annotation');
    await stand('each taken back', 'withdrawn');
  });

  it('or stops it half-way, is told how far it came, and takes that back', async () => {
    const count = 500;
    const window = await labelHalden('stopped', count);
    await window.notified('Writing annotations', 'Cancel');
    await window.notified(`of ${count} files are written`);
    const states = (): (string | undefined)[] =>
      Array.from(
        { length: count },
        (_, i) => recordsOf(window, 'HALDEN', `${Math.floor(i / 100)}/${i}.txt`).at(-1)?.st,
      );
    const done = states().filter((st) => st === 'accepted').length;
    assert.ok(done > 0 && done < count, `${done} are written`);
    await window.runCommand('Dateline: Undo Annotation');
    await eventually('what was written taken back', async () => {
      const now = states();
      return !now.includes('accepted') && now.filter(Boolean).length === done;
    });
  });
});

describe('A person corrects what the corpus knows', () => {
  it('labels all occurrences, sets a line’s kind and takes both back', async () => {
    const window = await open('herald-treaty.txt', 'Elena Marchetti');
    const { keyboard } = window.page;
    await window.clickWord('Elena Marchetti');
    await keyboard.press('Alt+O');
    await window.pickerItems();
    await window.typeInPicker('whole folder');
    const rows = await eventually(
      'occurrences to choose from',
      () => window.pickerItems(),
      (items) => items.some((item) => item.includes('line ')),
    );
    assert.ok(rows.length >= 2, 'found in more than one place');
    await keyboard.press('Enter');
    await eventually('a decision in the other article', async () =>
      recordsOf(window, 'Elena Marchetti', 'courier-treaty.txt').some(
        ({ st }) => st === 'accepted',
      ),
    );
    await keyboard.press('Control+Alt+Z');
    await eventually('one undo for all files', async () =>
      ['courier-treaty.txt', 'herald-treaty.txt'].every((file) =>
        recordsOf(window, 'Elena Marchetti', file).some(({ st }) => st === 'withdrawn'),
      ),
    );

    await window.clickWord('Fishing crews in Porto');
    await keyboard.press('Alt+K');
    await window.pickerItems();
    await window.typeInPicker('Share line');
    await window.pickerItems();
    await window.typeInPicker('Only here');
    await eventually('clean text without the line', async () => {
      await window.runCommand('Dateline: Copy Clean Text');
      const text = await window.clipboard();
      return text.includes('Marchetti') && !text.includes('Fishing crews in Porto');
    });
  });

  it('renames an entity with F2 and an event, and both stay', async () => {
    const window = await open('gazette-fire.txt', 'Martin Okafor');
    const { keyboard } = window.page;
    await window.clickWord('Martin Okafor');
    await keyboard.press('F2');
    const box = window.page.locator('.rename-box input');
    await box.fill('Martin A. Okafor');
    await box.press('Enter');
    await eventually(
      'the new name in the card',
      () => window.hoverWord('Okafor said'),
      (card) => card.includes('Martin A. Okafor'),
    );
    assert.ok((await window.editorLines()).some((line) => line.includes('said Martin Okafor')));

    await window.runCommand('Dateline: Rename Event');
    await window.page.locator('.quick-input-widget input.input').waitFor();
    await window.typeInPicker('The Leeds factory fire');
    await window.openView('Dateline');
    await window.treeRow('The Leeds factory fire');
    await window.report('mentions by state in the report', (text) =>
      /\d\s+mentions suggested by the analysis, undecided/.test(text),
    );
    await window.screenshot('report with states');

    await window.reload();
    await window.openView('Dateline');
    await window.treeRow('The Leeds factory fire');
  });
});
