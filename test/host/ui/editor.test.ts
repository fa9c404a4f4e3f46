import assert from 'node:assert/strict';
import { articles } from './articles';
import { eventually, Workbench, type Theme } from './workbench';

describe('An article in the editor', () => {
  it('has its names, headline and boilerplate drawn apart', async () => {
    const window = await Workbench.open({ folder: articles, file: 'herald-treaty.txt' });
    const person = await window.decorationsOn('Elena Marchetti');
    const place = await window.decorationsOn('Porto');
    const organisation = await window.decorationsOn('European Commission');
    const classes = [person, place, organisation].map(([first]) => first!.className);
    assert.equal(new Set(classes).size, 3, `three types look different: ${classes.join(', ')}`);
    assert.ok(person.some(({ border }) => border.includes('solid')));
    assert.ok(place.some(({ border }) => border.includes('dashed')));

    const headline = await window.decorationsOn('sign fishing treaty');
    assert.ok(headline.some(({ weight }) => Number(weight) >= 600));
    const [copyright] = await window.decorationsOn('All rights reserved');
    const [person2] = await window.decorationsOn('Henrik Solberg');
    assert.notEqual(copyright!.color, person2!.color, 'boilerplate is dimmed');
  });

  for (const theme of ['light', 'contrast', 'contrastLight'] satisfies Theme[]) {
    it(`can be read in the theme ${theme}`, async () => {
      const window = await Workbench.open({ folder: articles, file: 'gazette-fire.txt', theme });
      const [name] = await window.decorationsOn('Martin Okafor');
      assert.notEqual(name!.border, '');
      assert.ok((await window.decorationsOn('Advertisement')).length > 0);
    });
  }

  it('shows a card over a name: type, full name, count, events', async () => {
    const window = await Workbench.open({ folder: articles, file: 'herald-treaty.txt' });
    await window.decorationsOn('Elena Marchetti');
    const card = await eventually(
      'a card that knows the other articles',
      () => window.hoverWord('Marchetti told'),
      (text) => text.includes('articles'),
    );
    assert.match(card, /Elena Marchetti/);
    assert.match(card, /Person/);
    assert.match(card, /3 times in this article/);
    assert.match(card, /in 2 articles/);
    assert.match(card, /Next mention/);
  });

  it('says over boilerplate what it is and why', async () => {
    const window = await Workbench.open({ folder: articles, file: 'herald-treaty.txt' });
    await window.decorationsOn('All rights reserved');
    const card = await window.hoverWord('All rights reserved');
    assert.match(card, /Boilerplate/);
    assert.match(card, /Copyright/);
    assert.ok(card.split('\n').length > 1, `a reason follows: ${card}`);
  });

  it('shows the markup of an article letter by letter in its cards', async () => {
    const window = await Workbench.open({ folder: articles, file: 'hostile.txt' });
    await window.openView('Dateline');
    const event = await window.treeRow('opens');
    await window.expandRow(event.label);
    const card = await window.rowTooltip('Article: ');
    assert.ok(card.includes('[of Ghent](command:workbench.action.quit)'), card);
    assert.ok(card.includes('<b>museum</b> $(flame)'), card);
    const links = await window.page
      .locator('.workbench-hover a[data-href^="command:workbench"]')
      .count();
    assert.equal(links, 0);
  });

  it('is left alone where the text is no article', async () => {
    const window = await Workbench.open({ folder: articles, file: 'herald-treaty.txt' });
    await window.decorationsOn('Elena Marchetti');
    await window.openFile('shopping.txt');
    await window.decorationsOn('plumber', 0, false);
  });

  it('is drawn anew when it is edited', async () => {
    const window = await Workbench.open({ folder: articles, file: 'gazette-fire.txt' });
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
