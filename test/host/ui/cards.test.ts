import assert from 'node:assert/strict';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

describe('The cards over an article', () => {
  let window: Workbench;

  const card = (words: string, shows: RegExp): Promise<string> =>
    eventually(
      `the card of “${words}”`,
      () => window.hoverWord(words),
      (text) => shows.test(text),
    );

  before(async () => {
    const settings = { 'dateline.annotator': 'Ana' };
    window = await Workbench.open({ folder: articles, file: 'courier-treaty.txt', settings });
    await window.decorationsOn('Rui Tavares');
  });

  it('say which day a weekday is, and from what it was counted', async () => {
    const shown = await card('Thursday', /Date/);
    assert.match(shown, /Mar 14, 2024/);
    assert.match(shown, /counted from the article's date, Mar 15, 2024/);
    await window.screenshot('card of a date');
  });

  it('say who speaks', async () => {
    assert.match(await card('crews can plan', /Speaker/), /^Rui Tavares · Speaker/);
    await window.screenshot('card of a quote');
  });

  it('list all mentions of the name', async () => {
    await card('Elena Marchetti', /All mentions/);
    await window.clickInCard('All mentions');
    const peek = window.page.locator('.peekview-widget .ref-tree .monaco-list-row');
    await eventually(
      'the mentions of both articles',
      () => peek.allInnerTexts(),
      (rows) => ['herald', 'courier'].every((name) => rows.join().includes(name)),
    );
    await window.screenshot('all mentions');
    await window.page.keyboard.press('Escape');
    await eventually('the list closes', async () => (await peek.count()) === 0);
  });

  it('merge the name with another', async () => {
    await card('Rui Tavares', /Merge…/);
    await window.clickInCard('Merge…');
    await window.pickerTitled('“Rui Tavares” is the same as…');
    await window.cardGoes();
    await window.typeInPicker('Henrik Solberg');
    const merged = await card('Rui Tavares', /^Henrik Solberg/);
    assert.match(merged, /Also.*Rui Tavares/s);
  });

  it('take a decision, go, and say it from then on', async () => {
    await card('Bergen', /Accept/);
    await window.clickInCard('Accept');
    await window.cardGoes();
    await card('Bergen', /accepted by Ana/);
  });
});
