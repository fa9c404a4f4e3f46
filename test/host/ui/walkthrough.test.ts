import assert from 'node:assert/strict';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

describe('Getting started', () => {
  let window: Workbench;

  before(async () => {
    window = await Workbench.open({ folder: articles, size: { width: 1600, height: 900 } });
  });

  it('leads through five steps, each with a picture', async () => {
    await window.runCommand('Welcome: Open Walkthrough');
    await window.pickerItems();
    await window.typeInPicker('Get Started with Dateline');
    const steps = window.page.locator('.gettingStartedDetailsContent .getting-started-step');
    await eventually(
      'five steps',
      () => steps.count(),
      (count) => count === 5,
    );
    const texts = (await steps.allInnerTexts()).join('\n');
    for (const title of [
      'Open a folder',
      'Look over',
      'Read an article',
      'Follow a name',
      'Decide',
    ]) {
      assert.ok(texts.includes(title), title);
    }
    for (const [i, theme] of (['light', 'contrast', 'dark', 'light', 'dark'] as const).entries()) {
      await window.setTheme(theme);
      await steps.nth(i).click();
      await window.page.waitForTimeout(1200);
      await window.screenshot(`walkthrough ${i + 1} ${theme}`);
    }
  });

  it('says what to do where a filter finds nothing', async () => {
    await window.openView('Dateline');
    await eventually(
      'all events',
      () => window.treeRows(),
      (rows) => rows.length === 3,
    );
    await window.runCommand('Dateline: Filter Articles');
    await window.typeInPicker('zyzzyva');
    const text = await eventually(
      'the welcome text',
      () => window.welcome(),
      (shown) => shown.includes('No article holds all of these words'),
    );
    assert.match(text, /Clear Filter/);
    await window.screenshot('filter finds nothing');
  });
});
