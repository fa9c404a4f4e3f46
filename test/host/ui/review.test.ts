import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const samples = join(__dirname, '../../../samples');

describe('What needs review', () => {
  let window: Workbench;

  const arias = async () => (await window.treeRows()).map(({ aria }) => aria);
  const shows = (what: string, isShown: (rows: readonly string[]) => boolean) =>
    eventually(what, arias, isShown);
  const toLookAt = (rows: readonly string[]) =>
    rows.filter((row) => row.startsWith('To look at: '));

  it('lists guesses by article, opens their place, and takes a decision on each', async () => {
    window = await Workbench.open({ folder: samples, settings: { 'dateline.annotator': 'ann' } });
    await window.openView('Dateline');
    await shows('events', (rows) => rows.some((row) => row.startsWith('Event: ')));
    // At its end the index knows the lines that repeat, and a few guesses go with them.
    await window.page
      .locator('.sidebar a[aria-label^="Refresh Events"]')
      .waitFor({ state: 'attached' });
    await window.runCommand('Dateline: View What Needs Review');
    const articles = await shows(
      'articles',
      (rows) => rows.length > 2 && rows[0]!.includes(' to look at'),
    );
    const title = /Article: ([^,·]{10,30})/.exec(articles[0]!)![1]!;
    await window.expandRow(title);
    // Once it is read, the number is that of its rows.
    const guesses = toLookAt(
      await shows('guesses', (rows) => {
        const count = toLookAt(rows).length;
        return count > 0 && rows[0]!.includes(` ${count} to look at`);
      }),
    );
    const most = guesses.length;
    assert.match(
      guesses[0]!,
      /To look at: .+, (Person|Organisation|Place|Other name|Date) · \d+ % sure · ….+…/,
    );
    await window.screenshot('review');

    const words = /To look at: (.+?), /.exec(guesses[0]!)![1]!;
    await window.clickRow(guesses[0]!.slice(0, 60));
    await eventually(
      'the words are selected',
      () => window.cursor(),
      (at) => at.includes(`(${words.length} selected)`),
    );

    const row = window.page
      .locator('.sidebar .monaco-list-row[aria-label^="To look at: "]')
      .first();
    await row.hover();
    await row.locator('a[aria-label^="Accept Suggestion"]').click();
    const fewer = await shows('one less', (rows) => toLookAt(rows).length === most - 1);
    assert.ok(fewer.some((each) => each.includes(`${most - 1} to look at`)));

    // By keys alone: the next guess, rejected, and that is taken back.
    await window.runCommand('Focus on Events View');
    const focused = window.page.locator('.sidebar .monaco-list-row.focused');
    for (let i = 0; i < 3; i++) {
      await window.page.keyboard.press('ArrowDown');
      const label = await focused.getAttribute('aria-label');
      if (label?.startsWith('To look at: ')) break;
    }
    await window.page.keyboard.press('Alt+X');
    await shows('two less', (rows) => toLookAt(rows).length === most - 2);
    await eventually(
      'the focus on what follows',
      async () => ((await focused.count()) > 0 ? focused.first().getAttribute('aria-label') : ''),
      (label) => label?.startsWith('To look at: ') ?? false,
    );
    await window.page.keyboard.press('Control+Z');
    await shows('one back', (rows) => toLookAt(rows).length === most - 1);
    for (const theme of ['light', 'contrast', 'dark'] as const) {
      await window.setTheme(theme);
      await window.screenshot(`review ${theme}`);
    }
  });
});
