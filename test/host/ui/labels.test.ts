import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const settings = { 'dateline.annotator': 'Ana' };

function writeSchema(window: { readonly folder: string }, labels: readonly object[]): void {
  mkdirSync(join(window.folder, '.dateline'), { recursive: true });
  const path = join(window.folder, '.dateline/schema.json');
  writeFileSync(path, `${JSON.stringify({ labels }, null, 2)}\n`);
}

describe('A folder with labels of its own', () => {
  it('gives them their key, their colour and their name', async () => {
    const folder = join(temporaryFolder('labels'), 'articles');
    cpSync(articles, folder, { recursive: true });
    writeSchema({ folder }, [
      { name: 'PER', key: '1' },
      { name: 'SHIFT', key: '7', color: 'charts.red' },
    ]);
    const window = await Workbench.open({ folder, file: 'gazette-fire.txt', settings });
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('night');
    await window.page.keyboard.press('Alt+7');
    await eventually(
      'a box in the label’s colour',
      () => window.decorationsOn('night'),
      (drawn) => drawn.some(({ border }) => border.startsWith('1px solid')),
    );
    const red = (await window.decorationsOn('night'))[0]!.border;
    await window.cardSays('night', /SHIFT/);
    for (const theme of ['light', 'contrast', 'dark'] as const) {
      await window.setTheme(theme);
      await window.screenshot(`own label ${theme}`);
    }

    writeSchema(window, [
      { name: 'PER', key: '1' },
      { name: 'SHIFT', key: '7', color: 'charts.green' },
    ]);
    await eventually(
      'the new colour at once',
      () => window.decorationsOn('night'),
      (drawn) => drawn.some(({ border }) => border.startsWith('1px solid') && border !== red),
    );
  });

  it('has its schema checked by the editor', async () => {
    const window = await Workbench.open({ folder: articles, file: 'gazette-fire.txt', settings });
    await window.decorationsOn('Martin Okafor');
    writeSchema(window, [{ name: 'two words', key: '12' }, { color: 'charts.red' }]);
    await window.openFile('schema.json');
    const problems = window.page.locator('.monaco-editor .squiggly-warning');
    await eventually(
      'three problems',
      () => problems.count(),
      (count) => count >= 3,
    );
    await window.screenshot('schema problems');
  });
});
