import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary';
import { articles } from './articles';
import { eventually } from './eventually';
import { linesOf } from './sideCars';
import { Workbench } from './workbench';

const settings = { 'dateline.annotator': 'Ana' };
const courier = 'courier-treaty.txt';

describe('A person corrects entities', () => {
  let window: Workbench;

  before(async () => {
    window = await Workbench.open({ folder: articles, file: courier, settings });
    await window.decorationsOn('Rui Tavares');
  });

  const card = (words: string, shows: (text: string) => boolean): Promise<string> =>
    eventually(`the card of “${words}”`, () => window.hoverWord(words), shows);
  const run = async (words: string, command: string, title: string): Promise<void> => {
    await window.clickWord(words);
    await window.runCommand(`Dateline: ${command}`);
    await window.pickerTitled(title);
  };
  const undo = (): Promise<void> => window.runCommand('Dateline: Undo Annotation');

  it('merges two, seen at once in the card and in the names, and takes it back', async () => {
    await window.openView('Dateline');
    await window.runCommand('Dateline: View by Name');
    await window.expandRow('People');
    await window.treeRow('Rui Tavares');
    await run('Rui Tavares', 'Merge Entity into Another', 'is the same as…');
    await window.typeInPicker('Henrik Solberg');
    const merged = await card('Rui Tavares', (text) => text.includes('Henrik Solberg'));
    assert.match(merged, /Also.*Rui Tavares/s);
    await eventually(
      'one name less',
      () => window.treeRows(),
      (rows) => !rows.some(({ label }) => label === 'Rui Tavares'),
    );
    await undo();
    await card('Rui Tavares', (text) => text.startsWith('Rui Tavares'));
    await window.treeRow('Rui Tavares');
  });

  it('gives an alias, another type and a knowledge base id', async () => {
    await run('Rui Tavares', 'Add Alias to Entity', 'Another name of “Rui Tavares”');
    await window.typeInPicker('Captain Rui');
    await card('Rui Tavares', (text) => /Also.*Captain Rui/s.test(text));

    await run('Rui Tavares', 'Set Knowledge Base Id', 'Knowledge base id of “Rui Tavares”');
    await window.typeInPicker('Q4242');
    await card('Rui Tavares', (text) => /Knowledge base.*Q4242/s.test(text));

    await run('Rui Tavares', 'Change Type of Entity', '“Rui Tavares” is of type…');
    await window.typeInPicker('ORG');
    await card('Rui Tavares', (text) => /organisation/i.test(text) && text.includes('Q4242'));
    await undo();
    await card('Rui Tavares', (text) => /person/i.test(text));
    const kinds = linesOf(window, 'entities.jsonl').map(({ t }) => t);
    for (const kind of ['alias', 'kb', 'retype']) assert.ok(kinds.includes(kind), kind);
  });

  it('splits a name off', async () => {
    await run('Elena Marchetti', 'Split Name from Entity', 'is not Elena Marchetti but…');
    await window.typeInPicker('Elena Marchetti the Younger');
    await card('Elena Marchetti', (text) => text.startsWith('Elena Marchetti the Younger'));
  });

  it('finds it all again after a reload', async () => {
    await window.reload();
    await window.page.waitForSelector('.editor-instance .view-line');
    await window.decorationsOn('Rui Tavares');
    await card('Rui Tavares', (text) => /Captain Rui.*Q4242/s.test(text));
    await card('Elena Marchetti', (text) => text.startsWith('Elena Marchetti the Younger'));
  });
});

describe('A person tells the kind of a line', () => {
  it('always for this source: other articles follow', async () => {
    const line = 'Harbour notes are gathered by readers of this page and may be sent to the desk.';
    const folder = join(temporaryFolder('lines'), 'articles');
    cpSync(articles, folder, { recursive: true });
    const text = readFileSync(join(folder, courier), 'utf8');
    const more = text.replace('Read more:', `${line}\n\nRead more:`);
    writeFileSync(join(folder, courier), more);
    writeFileSync(
      join(folder, 'courier-mayor.txt'),
      more.replace('Fishing treaty between Portugal and Norway signed', 'Mayor of Bergen leaves'),
    );
    const window = await Workbench.open({ folder, file: courier, settings });
    await window.decorationsOn('Rui Tavares');
    const cleanText = async (): Promise<string> => {
      await window.runCommand('Dateline: Copy Clean Text');
      return window.clipboard();
    };
    await eventually('clean text', cleanText, (found) => found.includes(line));

    await window.clickWord('Harbour notes');
    await window.page.keyboard.press('Alt+K');
    await window.pickerTitled('This line is…');
    await window.typeInPicker('Promotion');
    await window.pickerTitled('Where?');
    await window.typeInPicker('Always for Northern Courier');
    const gone = (found: string): boolean => found.includes('Tavares') && !found.includes(line);
    await eventually('clean text without the line', cleanText, gone);
    await window.openFile('courier-mayor.txt');
    await window.decorationsOn('Rui Tavares');
    await eventually('the other article’s clean text without the line', cleanText, gone);
  });
});

describe('A person corrects events', () => {
  let window: Workbench;
  const treaty = '2 articles';
  const fire = 'Event: Fire destroys';
  const press = (keys: string): Promise<void> => window.page.keyboard.press(keys);

  before(async () => {
    window = await Workbench.open({ folder: articles, settings });
    await window.openView('Dateline');
    await window.runCommand('Dateline: View by Event').catch(() => undefined);
    await window.treeRow(treaty);
  });

  it('moves an article by drag and drop, seen at once, and takes it back in the tree', async () => {
    await window.expandRow('Event: Mayor');
    await window.dragRow('Article: Mayor', treaty);
    const row = await window.treeRow('3 articles');
    assert.match(row.aria, /treaty/i);
    const [pin, move] = linesOf(window, 'events.jsonl');
    assert.equal(pin!['t'], 'pin');
    assert.deepEqual(move!['articles'], ['hostile.txt']);
    await press('Control+Alt+Z');
    await window.treeRow(treaty);
    await window.treeRow('Event: Mayor');
  });

  it('offers all of it in the menu of a row', async () => {
    const { page } = window;
    await window.openRowMenu(fire, 'Group by Hand');
    for (const name of ['Rename Event…', 'Merge Events…', 'Pin to This Event', 'Unpin']) {
      await page.getByRole('menuitem', { name }).waitFor();
    }
    await window.screenshot('group by hand');
    await press('Escape');
    await press('Escape');
  });

  it('moves several at once by keyboard', async () => {
    await window.expandRow(fire);
    await window.expandRow('Event: Mayor');
    await window.selectRows('Article: Fire', 'Article: Mayor');
    await press('Alt+M');
    await window.pickerTitled('Move 2 articles to…');
    await window.typeInPicker('treaty');
    await window.treeRow('4 articles');
    await press('Control+Alt+Z');
    await window.treeRow(fire);
  });

  it('means the row with the focus, whichever article is in the editor', async () => {
    await window.openFile('hostile.txt');
    await window.runCommand('Focus on Events View');
    const focused = window.page.locator('.sidebar .monaco-list-row.focused');
    const isOnFire = async (): Promise<boolean> => {
      await press('ArrowDown');
      if ((await focused.count()) === 0) return false;
      return (await focused.first().getAttribute('aria-label'))?.startsWith(fire) ?? false;
    };
    await press('Home');
    await eventually('the focus on the fire', isOnFire);
    const input = window.page.locator('.quick-input-widget input.input');
    // The extension hears of the focus a moment after it is seen.
    const asksForFire = async (): Promise<boolean> => {
      await press('F2');
      await input.waitFor({ timeout: 5000 });
      if ((await input.inputValue()).startsWith('Fire destroys')) return true;
      await press('Escape');
      await input.waitFor({ state: 'hidden' });
      return false;
    };
    await eventually('the title of the fire is asked for', asksForFire);
    await window.typeInPicker('A blaze at the mill');
    await window.treeRow('Event: A blaze at the mill');
    await window.treeRow('Event: Mayor');
    await press('Control+Alt+Z');
    await window.treeRow(fire);
  });

  it('makes a new event of what is selected, renames it and pins it', async () => {
    await window.expandRow(treaty);
    await window.selectRows('Article: Fishing treaty');
    await press('Alt+E');
    await window.pickerTitled('Title of the new event');
    await window.typeInPicker('What the Courier said');
    await window.treeRow('Event: Portugal and Norway');
    const focused = window.page.locator('.sidebar .monaco-list-row.focused');
    await eventually(
      'the focus on the article that stays',
      async () => ((await focused.count()) > 0 ? focused.first().getAttribute('aria-label') : ''),
      (label) => label?.startsWith('Article: Portugal and Norway') ?? false,
    );
    await window.clickRow('Event: What the Courier said');
    await press('F2');
    await window.pickerTitled('Title of the event');
    await window.typeInPicker('The Courier on the treaty');
    await window.clickRow('Event: The Courier on the treaty');
    await press('Alt+P');
    await eventually('a pin', () =>
      Promise.resolve(
        linesOf(window, 'events.jsonl').some(
          ({ t, article }) => t === 'pin' && article === courier,
        ),
      ),
    );
  });

  it('finds it again after a reload, and merges the two events', async () => {
    await window.reload();
    await window.openView('Dateline');
    await window.indexed();
    await window.treeRow('Event: The Courier on the treaty');
    await window.treeRow('Event: Portugal and Norway');
    await window.chooseInRowMenu('Event: Portugal and Norway', 'Group by Hand', 'Merge Events…');
    await window.pickerTitled('Events that are “Portugal and Norway');
    await window.pickerItems();
    // By a name that its title does not hold.
    await window.page.locator('.quick-input-widget input.input').fill('Marchetti');
    await window.page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'The Courier on the treaty' })
      .click();
    await window.page.locator('.quick-input-widget').getByText('OK').click();
    await window.treeRow(treaty);
  });

  it('makes a new event of an article dropped where no row is', async () => {
    await window.expandRow(treaty);
    await window.dragRow('Article: Portugal and Norway', undefined);
    await window.pickerTitled('Title of the new event of 1 article');
    await window.typeInPicker('On its own');
    await window.treeRow('Event: On its own');
  });
});
