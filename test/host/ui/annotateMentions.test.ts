import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary';
import { articles } from './articles';
import { eventually } from './eventually';
import { decided, linesOf } from './sideCars';
import { Workbench } from './workbench';

const settings = { 'dateline.annotator': 'Ana' };
const file = 'gazette-fire.txt';

const selected = (window: Workbench, from: string): Promise<string> =>
  eventually(
    'the selection moves',
    () => window.cursor(),
    (at) => at !== from && at.includes('selected'),
  );

describe('A person annotates mentions', () => {
  let window: Workbench;
  const press = (keys: string): Promise<void> => window.page.keyboard.press(keys);

  before(async () => {
    window = await Workbench.open({ folder: articles, file, settings });
    await window.decorationsOn('Martin Okafor');
  });

  it('labels a selection by a key, and the card says so', async () => {
    await window.selectText('night shift');
    await press('Alt+2');
    await decided(window, 'night shift', { label: 'ORG', st: 'accepted', src: 'human' });
    await window.decorationsOn('night shift');
    const card = await window.hoverWord('night shift');
    assert.match(card, /Labelled by Ana/);
    assert.match(card, /organisation/i);
  });

  it('changes its label from the list, grows it, shrinks it and removes it', async () => {
    await window.clickWord('night shift');
    await press('Alt+L');
    const items = await window.pickerItems();
    assert.ok(items.some((item) => item.includes('PER') && item.includes('Alt+1')));
    await window.typeInPicker('MISC');
    const { id } = await decided(window, 'night shift', { label: 'MISC', st: 'accepted' });
    await press('Alt+.');
    await press('Alt+.');
    assert.equal((await decided(window, 'night shift left the', { st: 'accepted' }))['id'], id);
    await eventually(
      'the grown words',
      () => window.cursor(),
      (at) => at.includes('(20 selected)'),
    );
    await press('Alt+,');
    await press('Alt+,');
    await decided(window, 'night shift', { st: 'accepted', label: 'MISC' });
    await eventually(
      'the shrunk words',
      () => window.cursor(),
      (at) => at.includes('(11 selected)'),
    );
    await press('Alt+Delete');
    await decided(window, 'night shift', { st: 'withdrawn' });
    await window.decorationsOn('night shift', 0, false);
  });

  it('labels words within a mention; both stay', async () => {
    await window.selectText('Yorkshire Fire');
    await press('Alt+3');
    await decided(window, 'Yorkshire Fire', { label: 'LOC', st: 'accepted' });
    await window.cardSays('Yorkshire Fire', /Labelled by Ana/);
    await window.decorationsOn('West');
    await press('Control+Alt+Z');
    await decided(window, 'Yorkshire Fire', { st: 'withdrawn' });
    await window.decorationsOn('West');
  });

  it('walks what is undecided, forth and back', async () => {
    await window.clickWord('Fire destroys');
    const start = await window.cursor();
    await press('Alt+U');
    const first = await selected(window, start);
    await press('Alt+U');
    const second = await selected(window, first);
    assert.notEqual(second, first);
    await press('Alt+Shift+U');
    assert.equal(await selected(window, second), first);
  });

  it('takes each key for the next mention, also where keys come faster than it writes', async () => {
    const decidedAbout = (): unknown[] =>
      linesOf(window, `annotations/${file}.ana.jsonl`).flatMap(({ q, st }) =>
        st === 'accepted' && q !== 'Yorkshire Fire' && !String(q).startsWith('night') ? [q] : [],
      );
    await window.clickWord('Priya Nair');
    for (const key of ['Alt+A', 'Alt+A', 'Alt+A']) await press(key);
    await eventually('three are accepted', () => Promise.resolve(decidedAbout().length === 3));
    assert.deepEqual(decidedAbout(), ['Priya Nair', '2 April 2024', 'LEEDS']);
    for (let i = 0; i < 3; i++) await press('Control+Alt+Z');
    await decided(window, 'Priya Nair', { st: 'withdrawn' });
  });

  it('accepts from the lightbulb', async () => {
    await window.clickWord('Martin Okafor');
    await press('Control+.');
    const menu = window.page.locator('.action-widget').first();
    const accept = menu.getByText('Accept “Martin Okafor” as PER');
    await accept.waitFor();
    assert.match(await menu.innerText(), /Reject “Martin Okafor” as PER/);
    await accept.click();
    await decided(window, 'Martin Okafor', { st: 'accepted' });
    await window.cardSays('Martin Okafor', /accepted by Ana/);
  });

  it('accepts, then rejects, all that is in sight, each taken back by one undo', async () => {
    const standing = (st: string): number => {
      const last = new Map(
        linesOf(window, `annotations/${file}.ana.jsonl`).map((l) => [l['id'], l]),
      );
      return [...last.values()].filter((line) => line['st'] === st).length;
    };
    await window.runCommand('Dateline: Accept All Visible Mentions');
    const all = await eventually(
      'many accepted',
      () => Promise.resolve(standing('accepted')),
      (count) => count > 4,
    );
    await window.runCommand('Dateline: Next Undecided Mention');
    await window.notified('Every mention of this article is decided');
    await window.runCommand('Dateline: Undo Annotation');
    await eventually('only the one decided before', () =>
      Promise.resolve(standing('accepted') === 1),
    );
    await window.runCommand('Dateline: Reject All Visible Mentions');
    await window.decorationsOn('Yorkshire Fire Service', 0, false);
    assert.equal(standing('rejected'), all - 1);
    await window.runCommand('Dateline: Undo Annotation');
    await window.decorationsOn('Yorkshire Fire Service');
    await window.runCommand('Dateline: Redo Annotation');
    await window.decorationsOn('Yorkshire Fire Service', 0, false);
    await window.cardSays('Martin Okafor', /accepted by Ana/);
  });

  it('finds every decision again after a reload', async () => {
    await window.reload();
    await window.page.waitForSelector('.editor-instance .view-line');
    await window.decorationsOn('Martin Okafor');
    await window.decorationsOn('Yorkshire Fire Service', 0, false);
    await window.decorationsOn('night shift', 0, false);
  });
});

describe('A person who annotates for the first time', () => {
  it('is known by git, and is offered to let git merge the side-cars', async () => {
    const folder = join(temporaryFolder('git'), 'articles');
    cpSync(articles, folder, { recursive: true });
    mkdirSync(join(folder, '.git'));
    writeFileSync(
      join(folder, '.git/config'),
      '[core]\n\tbare = false\n[user]\n\tname = Gil Okoro\n',
    );
    const window = await Workbench.open({ folder, file });
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('Martin Okafor');
    await window.page.keyboard.press('Alt+A');
    await decided(window, 'Martin Okafor', { by: 'Gil Okoro' }, `${file}.gil-okoro.jsonl`);
    await window.notified('Let git merge annotation files', 'Add .gitattributes');
    const attributes = join(window.folder, '.dateline/.gitattributes');
    await eventually('the attributes', () => Promise.resolve(existsSync(attributes)));
    assert.match(readFileSync(attributes, 'utf8'), /merge=union/);
  });

  it('is asked for a name where none is known, and not asked again', async () => {
    const window = await Workbench.open({ folder: articles, file });
    const { keyboard } = window.page;
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('Martin Okafor');
    await keyboard.press('Alt+A');
    await window.pickerTitled('Who annotates?');
    await window.typeInPicker('Cleo');
    await decided(window, 'Martin Okafor', { by: 'Cleo' }, `${file}.cleo.jsonl`);
    await window.clickWord('Leeds');
    await keyboard.press('Alt+X');
    await decided(window, 'Leeds', { by: 'Cleo', st: 'rejected' }, `${file}.cleo.jsonl`);
  });
});
