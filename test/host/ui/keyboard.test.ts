import assert from 'node:assert/strict';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

describe('A session by keyboard alone', () => {
  let window: Workbench;

  const press = (...keys: string[]) =>
    keys.reduce(
      (before, key) => before.then(() => window.page.keyboard.press(key)),
      Promise.resolve(),
    );
  const input = () => window.page.locator('.quick-input-widget input.input');

  /** Runs a command as a person does without a mouse: F1, its name, Enter. */
  const command = async (title: string) => {
    // Commands of an extension come a little after the window.
    await eventually(`${title} in the palette`, async () => {
      await press('Escape', 'F1');
      await input().waitFor();
      await window.page.keyboard.type(title);
      return (await window.pickerItems().catch(() => []))[0]?.includes(title) ?? false;
    });
    await press('Enter');
  };
  /** Presses keys in the tree until the row that has the focus is the one meant. */
  const walk = (what: string, part: string, ...keys: string[]) =>
    eventually(what, async () => {
      await press(...keys);
      const row = window.page.locator('.sidebar .monaco-list-row.focused');
      if ((await row.count()) === 0) return false;
      return (await row.first().getAttribute('aria-label'))?.includes(part) ?? false;
    });

  before(async () => {
    window = await Workbench.open({ folder: articles });
  });

  it('goes from the folder to the first event and its article', async () => {
    await command('Focus on Events View');
    await eventually(
      'all events',
      () => window.treeRows(),
      (rows) => rows.length === 3 && rows[2]!.aria.includes('2 articles'),
    );
    await command('Focus on Events View');
    await walk('the last event', '2 articles', 'End');
    await walk('its first article', 'Article: ', 'ArrowRight', 'ArrowDown');
    await press('Enter');
    await eventually(
      'the article is open',
      () => window.activeTab(),
      (tab) => tab.endsWith('-treaty.txt'),
    );
  });

  it('goes to the next mention and lists its references', async () => {
    await window.decorationsOn('Portugal');
    await command('View: Focus Active Editor Group');
    await press('Alt+N');
    await eventually(
      'a selected name',
      () => window.cursor(),
      (at) => at.includes('selected'),
    );
    await press('Shift+F12');
    const peek = window.page.locator('.peekview-widget .ref-tree .monaco-list-row');
    await eventually(
      'references in both articles',
      () => peek.allInnerTexts(),
      (all) => ['herald', 'courier'].every((name) => all.join().includes(name)),
    );
    await press('Escape');
  });

  it('compares the two articles side by side', async () => {
    await command('Dateline: Compare Coverage');
    await window.page.waitForSelector('.editor-group-container.active .monaco-diff-editor');
    const lines = await eventually(
      'words of the article',
      () => window.editorLines(),
      (shown) => shown.some((line) => line.includes('Marchetti')),
    );
    assert.ok(!lines.some((line) => line.includes('newsletter')));
  });

  it('copies a citation', async () => {
    await press('Control+P');
    await input().waitFor();
    await window.page.keyboard.type('herald-treaty.txt');
    await eventually(
      'the article in the picker',
      () => window.pickerItems(),
      (items) => items[0]?.includes('herald-treaty.txt') ?? false,
    );
    await press('Enter');
    await window.decorationsOn('Portugal');
    await press('Alt+N');
    await command('Dateline: Copy Citation');
    const text = await eventually(
      'the citation',
      () => window.clipboard(),
      (copied) => copied.includes('SHA-256'),
    );
    assert.match(text, /-treaty\.txt, characters \d+–\d+/);
  });

  it('finds a name before anything of Dateline was opened', async () => {
    await window.runCommand('View: Close All Editors');
    await window.reload();
    // Dateline comes a little after the window; the picker does not ask again by itself.
    await eventually('the name', async () => {
      await press('Escape', 'Control+T');
      await input()
        .waitFor({ timeout: 3000 })
        .catch(() => undefined);
      await window.page.keyboard.type('Okafor');
      await window.page.waitForTimeout(2000);
      return (await window.pickerItems().catch(() => [])).some((item) =>
        item.includes('Martin Okafor'),
      );
    });
    await press('Escape');
  });
});
