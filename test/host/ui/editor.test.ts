import assert from 'node:assert/strict';
import { articles } from './articles';
import { eventually } from './eventually';
import type { Theme } from './seen';
import { Workbench } from './workbench';

describe('An article in the editor', () => {
  let window: Workbench;

  before(async () => {
    window = await Workbench.open({ folder: articles, file: 'herald-treaty.txt' });
    await window.decorationsOn('Elena Marchetti');
  });

  it('has its names, headline and boilerplate drawn apart', async () => {
    const person = await window.decorationsOn('Elena Marchetti');
    const place = await window.decorationsOn('Porto');
    const organisation = await window.decorationsOn('European Commission');
    const classes = [person, place, organisation].map(([first]) => first!.className);
    assert.equal(new Set(classes).size, 3, `three types look different: ${classes.join(', ')}`);

    const headline = await window.decorationsOn('sign fishing treaty');
    assert.ok(headline.some(({ weight }) => Number(weight) >= 600));
    const [copyright] = await window.decorationsOn('All rights reserved');
    assert.notEqual(copyright!.color, person[0]!.color, 'boilerplate is dimmed');
  });

  it('shows a card over a name: type, full name, count, events', async () => {
    const card = await eventually(
      'a card that knows the other articles',
      () => window.hoverWord('Marchetti told'),
      (text) => text.includes('articles'),
    );
    assert.match(card, /Elena Marchetti/);
    assert.match(card, /Person/);
    assert.match(card, /3 times in this article/);
    assert.match(card, /in 2 articles/);
    assert.match(card, /Often with.*Henrik Solberg/);
    assert.match(card, /First: .* · Latest: /);
    assert.match(card, /Next mention · All mentions · Merge… · Accept · Reject/);
    const lines = card.split('\n').filter((line) => line.trim() !== '');
    assert.ok(lines.length <= 9, `short enough to be seen whole:\n${card}`);
    await window.screenshot('name card');
  });

  it('says over boilerplate what it is and why', async () => {
    const card = await window.hoverWord('All rights reserved');
    assert.match(card, /Boilerplate/);
    assert.match(card, /Copyright/);
    assert.ok(card.split('\n').length > 1, `a reason follows: ${card}`);
  });

  for (const theme of ['light', 'contrast', 'contrastLight'] satisfies Theme[]) {
    it(`can be read in the theme ${theme}`, async () => {
      await window.setTheme(theme);
      const drawn = await window.decorationsOn('European Commission');
      assert.ok(
        drawn.some(({ border }) => !border.startsWith('0px')),
        JSON.stringify(drawn),
      );
      assert.ok((await window.decorationsOn('All rights reserved')).length > 0);
    });
  }

  it('is left alone where the text is no article', async () => {
    await window.openFile('shopping.txt');
    await window.decorationsOn('plumber', 0, false);
  });

  it('is drawn anew when it is edited', async () => {
    await window.openFile('gazette-fire.txt');
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('nobody hurt');
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.type(
      '\n\nThe mayor of Leeds, Caroline Whitfield, thanked the crews.',
    );
    assert.equal(await window.isDirty(), true);
    await window.decorationsOn('Caroline Whitfield');
  });
});
