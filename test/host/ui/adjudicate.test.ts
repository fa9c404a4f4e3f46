import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placesOf } from '../../../src/worker/places';
import { temporaryFolder } from '../temporary';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const file = 'gazette-fire.txt';
const pane = 'Adjudicate';

type Mark = readonly [words: string, label: string];

/** The articles, one of them annotated by Ana and by Ben. */
function annotatedByTwo(): string {
  const folder = join(temporaryFolder('two'), 'articles');
  cpSync(articles, folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  mkdirSync(join(folder, '.dateline/annotations'), { recursive: true });
  const write = (by: string, marks: readonly Mark[]): void => {
    const records = marks.map(([words, label], index) => {
      const start = text.indexOf(words);
      const place = placesOf(text, [{ start, end: start + words.length }])[0]!;
      const ts = `2026-01-01T00:00:0${index}.000Z`;
      return {
        t: 'span',
        id: `${by}${index}`,
        label,
        ...place,
        st: 'accepted',
        src: 'human',
        by,
        ts,
      };
    });
    const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');
    const path = join(folder, `.dateline/annotations/${file}.${by.toLowerCase()}.jsonl`);
    writeFileSync(path, lines);
  };
  const agreed: Mark = ['West Yorkshire Fire Service', 'ORG'];
  write('Ana', [['Martin Okafor', 'PER'], agreed, ['night shift', 'MISC']]);
  write('Ben', [['Martin Okafor', 'ORG'], agreed, ['two streets', 'ORG']]);
  return folder;
}

const gold = (window: Workbench): { q: string; label: string; st: string; via: string }[] => {
  const path = join(window.folder, `.dateline/annotations/${file}.gold.jsonl`);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as { t: string; q: string; label: string; st: string; via: string },
    )
    .filter(({ t }) => t === 'span');
};

const ruled = (window: Workbench, what: string): Promise<string[]> =>
  eventually(
    `“${what}” in the gold layer`,
    async () => gold(window).map(({ q, label, st, via }) => `${q} ${label} ${st} ${via}`),
    (lines) => lines.includes(what),
  );

const rows = (window: Workbench, what: string, isGood: (labels: string[]) => boolean) =>
  eventually(
    what,
    async () =>
      (await window.treeRows(pane)).map(({ label, description }) => `${label} ${description}`),
    isGood,
  );

const has = (part: string) => (labels: string[]) => labels.some((label) => label.includes(part));

describe('Several people annotate one article', () => {
  it('and a third settles what they see differently, by keyboard', async () => {
    const folder = annotatedByTwo();
    const settings = { 'dateline.annotator': 'Cyd' };
    const window = await Workbench.open({ folder, file, settings, theme: 'light' });
    const { keyboard } = window.page;
    await window.decorationsOn('night shift');
    await window.openView('Dateline');
    await rows(window, 'the differences', (labels) =>
      ['different labels', 'not marked by all', 'Ana and Ben F1 0.33'].every((part) =>
        has(part)(labels),
      ),
    );
    await window.screenshot('adjudicate light');
    for (const theme of ['dark', 'contrast'] as const) {
      await window.setTheme(theme);
      await window.screenshot(`adjudicate ${theme}`);
    }

    await window.runCommand('Dateline: Focus on Adjudicate View');
    await keyboard.press('Home');
    const focused = async (): Promise<string> =>
      (await window.page.locator('[role=treeitem].focused').last().getAttribute('aria-label')) ??
      '';
    await eventually('the row by keyboard', async () => {
      if ((await focused()).startsWith('Martin Okafor, different labels')) return true;
      await keyboard.press('ArrowDown');
      return false;
    });
    await keyboard.press('Alt+1');
    await ruled(window, 'Martin Okafor PER accepted Cyd');
    await rows(window, 'two left', (labels) => !has('different labels')(labels));
    await eventually('the next row', focused, (label) => label.startsWith('two streets'));
    await eventually(
      'its words shown in the article',
      () => window.cursor(),
      (place) => place.includes('11 selected'),
    );
    await keyboard.press('Alt+0');
    await ruled(window, 'two streets ORG rejected Cyd');
    await window.decorationsOn('two streets', 0, false);

    await keyboard.press('Control+Alt+Z');
    await ruled(window, 'two streets ORG withdrawn Cyd');
    await rows(window, 'the difference again', has('two streets'));
    await window.decorationsOn('two streets');
    await keyboard.press('Control+Alt+Shift+Z');
    await window.decorationsOn('two streets', 0, false);

    await window.clickWord('night shift');
    await keyboard.press('Alt+D');
    const readings = await window.pickerItems();
    assert.ok(readings.some((item) => item.includes('Ben')) && readings.length === 3);
    await window.typeInPicker('Ana');
    await ruled(window, 'night shift MISC accepted Cyd');
    await eventually(
      'the end',
      () => window.welcome(),
      (text) => text.includes('Nothing is left to settle'),
    );
    await window.screenshot('adjudicated');
    await window.runCommand('Dateline: Take All Agreed into Gold');
    await ruled(window, 'West Yorkshire Fire Service ORG accepted Cyd');
  });

  it('and one chooses whose layer is shown', async () => {
    const window = await Workbench.open({ folder: annotatedByTwo(), file });
    await window.decorationsOn('night shift');
    await window.decorationsOn('two streets');
    await window.runCommand('Dateline: Choose Whose Annotations Are Shown');
    const names = await window.pickerItems();
    assert.deepEqual(
      names.map((name) => name.split('\n')[0]),
      ['Ana', 'Ben'],
    );
    await window.pick('Ben');
    await window.page.keyboard.press('Enter');
    await window.decorationsOn('two streets', 0, false);
    await window.decorationsOn('night shift');
  });

  it('and nobody sees the view where there is one annotator only', async () => {
    const window = await Workbench.open({ folder: articles, file });
    await window.decorationsOn('Martin Okafor');
    await window.openView('Dateline');
    await window.treeRow('Event: ');
    assert.deepEqual(await window.treeRows(pane), []);
  });
});
