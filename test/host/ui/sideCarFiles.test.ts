import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { placesOf } from '../../../src/worker/places';
import { temporaryFolder } from '../temporary';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const file = 'gazette-fire.txt';
const sideCar = `.dateline/annotations/${file}.ana.jsonl`;
const torn = '{"t":"span","id":"h2","label":"PER","at":["c06';

/** The articles, with a side-car of Ana's about words of one text, and what a killed window leaves behind. */
function folderWith(words: string, label: string, source?: string): string {
  const folder = join(temporaryFolder('torn'), 'articles');
  cpSync(articles, folder, { recursive: true });
  mkdirSync(join(folder, '.dateline/annotations'), { recursive: true });
  const text = source ?? readFileSync(join(folder, file), 'utf8');
  const start = text.indexOf(words);
  const place = placesOf(text, [{ start, end: start + words.length }])[0]!;
  const stamp = { by: 'Ana', ts: '2026-01-01T00:00:00.000Z' };
  const record = { t: 'span', id: 'h1', label, ...place, st: 'accepted', src: 'human', ...stamp };
  writeFileSync(join(folder, sideCar), `${JSON.stringify(record)}\n${torn}`);
  writeFileSync(join(folder, `${sideCar}.0badcafe.tmp`), '{"t":"sp');
  return folder;
}

const settings = { 'dateline.annotator': 'Ana' };

describe('A window was killed in the middle of a write', () => {
  it('and what was decided before is there, the torn line kept and reported', async () => {
    const window = await Workbench.open({
      folder: folderWith('night shift', 'MISC'),
      file,
      settings,
    });
    await window.decorationsOn('night shift');
    await window.report('the torn line in the report', (text) => text.includes(`${sideCar}:2`));
    await window.openFile(file);
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('Martin Okafor');
    await window.page.keyboard.press('Alt+A');
    const lines = await eventually(
      'the new decision below it',
      async () => readFileSync(join(window.folder, sideCar), 'utf8').split('\n'),
      (all) => all.some((line) => line.includes('"q":"Martin Okafor"')),
    );
    assert.equal(lines[1], torn, 'nothing is ever deleted');
    assert.ok(lines[0]!.includes('night shift'));
  });
});

describe('An annotated article is moved by another program', () => {
  it('and its annotations go along when the person says so', async () => {
    const window = await Workbench.open({ folder: articles, file, settings });
    const { folder } = window;
    await window.openView('Dateline');
    await window.indexed();
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('Martin Okafor');
    await window.page.keyboard.press('Alt+A');
    await window.cardSays('Martin Okafor', /accepted by Ana/);
    await window.runCommand('View: Close All Editors');

    mkdirSync(join(folder, 'archive'));
    renameSync(join(folder, file), join(folder, 'archive/fire.txt'));
    await window.notified(`${file} → archive/fire.txt`, 'Move Annotations');
    const moved = join(folder, '.dateline/annotations/archive/fire.txt.ana.jsonl');
    await eventually('the side-car', () => Promise.resolve(existsSync(moved)));
    assert.ok(!existsSync(join(folder, sideCar)));
    await window.openFile('fire.txt');
    await window.decorationsOn('Martin Okafor');
    await window.cardSays('Martin Okafor', /accepted by Ana/);

    rmSync(join(folder, 'archive/fire.txt'));
    await window.runCommand('Dateline: Find Moved Articles of Annotations');
    await window.notified('gone and nowhere else: 1');
    const text = await window.report('the article in the report', (all) =>
      all.includes('Annotated articles that are gone'),
    );
    assert.ok(text.split('\n').some((line) => line.trim() === 'archive/fire.txt'));
  });
});

describe('A window was killed while one side-car took the place of another', () => {
  it('and what was decided is there, and stays when more is decided', async () => {
    const folder = folderWith('night shift', 'MISC');
    const written = readFileSync(join(folder, sideCar), 'utf8').replace(torn, '');
    rmSync(join(folder, sideCar));
    writeFileSync(join(folder, `${sideCar}.00facade.tmp`), written);
    const window = await Workbench.open({ folder, file, settings });
    await window.decorationsOn('night shift');
    await window.clickWord('Martin Okafor');
    await window.page.keyboard.press('Alt+A');
    const lines = await eventually('the side-car', async () =>
      readFileSync(join(window.folder, sideCar), 'utf8'),
    );
    assert.ok(lines.includes('night shift') && lines.includes('Martin Okafor'));
  });
});

describe('An annotation has lost its words', () => {
  it('and is put on others, and taken back, from its row in the sidebar', async () => {
    const folder = folderWith('the old quay', 'LOC', 'Boats lay at the old quay all winter.\n');
    const window = await Workbench.open({ folder, file, settings });
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('windows');
    await window.page.keyboard.press('Control+Shift+ArrowRight');
    await window.openView('Dateline');
    await window.runCommand('Dateline: View What Needs Review');
    // The tree is drawn anew when the index has come to its end.
    const orphanIsShown = () =>
      eventually('the orphan’s row', async () => {
        await window.expandRow('Fire destroys').catch(() => undefined);
        return (await window.treeRows()).some(({ aria }) => aria.includes('the old quay'));
      });
    await orphanIsShown();
    await window.screenshot('orphan in the sidebar');
    const row = window.page.locator('.sidebar .monaco-list-row[aria-label*="the old quay"]');
    await row.hover();
    await row.locator('a[aria-label^="Put Orphaned Annotation"]').click();
    await window.pickerItems();
    await window.typeInPicker('selected words');
    await eventually(
      'no orphan any more',
      async () => (await window.treeRows()).map(({ aria }) => aria),
      (rows) => !rows.some((aria) => aria.includes('the old quay')),
    );
    await window.runCommand('Dateline: Undo Annotation');
    await orphanIsShown();
    await row.hover();
    await row.locator('a[aria-label^="Let Orphaned Annotation"]').click();
    await eventually('it is let go', async () =>
      readFileSync(join(window.folder, sideCar), 'utf8').trim().endsWith('}')
        ? readFileSync(join(window.folder, sideCar), 'utf8').includes('"st":"withdrawn"')
        : false,
    );
  });
});

describe('A person decides again', () => {
  it('on both edges of a mention, and an undo brings the former word back', async () => {
    const window = await Workbench.open({ folder: articles, file, settings });
    const { keyboard } = window.page;
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('Martin Okafor');
    const last = (): string => {
      const lines = readFileSync(join(window.folder, sideCar), 'utf8').trim().split('\n');
      const { q, kind, st } = JSON.parse(lines.at(-1)!) as Record<string, string>;
      return `${kind ?? q!} ${st!}`;
    };
    const written = (what: string) =>
      eventually(
        `${what} in the side-car`,
        async () => {
          try {
            return last();
          } catch {
            return '';
          }
        },
        (found) => found === what,
      );
    const resize = async (key: string, words: string): Promise<void> => {
      await keyboard.press(key);
      await written(`${words} accepted`);
      const isSelected = (place: string): boolean => place.includes(`(${words.length} selected)`);
      await eventually(`“${words}” selected`, () => window.cursor(), isSelected);
    };
    await resize('Alt+Shift+,', 'said Martin Okafor');
    await resize('Alt+Shift+.', 'Martin Okafor');
    await resize('Alt+.', 'Martin Okafor of');

    const setKind = async (kind: string): Promise<void> => {
      await window.clickWord('Police closed');
      await keyboard.press('Alt+K');
      await window.pickerItems();
      await window.typeInPicker(kind);
      await window.pickerItems();
      await window.typeInPicker('Only here');
    };
    await setKind('Share line');
    await written('share accepted');
    await setKind('Advertisement');
    await written('ad accepted');
    await window.runCommand('Dateline: Undo Annotation');
    await written('share accepted');
  });
});
