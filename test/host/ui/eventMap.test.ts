import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FrameLocator } from 'playwright-core';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const samples = join(__dirname, '../../../samples');

/** Three events; two people of one surname, and an association that one article knows by its letters alone. */
const namesakes: Readonly<Record<string, string>> = {
  'quarry.txt': `Orsk quarry to close in spring
By Ruth Adams
2 April 2024

ORSK — The old quarry above Orsk will close in spring, mayor Anna Berg told the council. She wants to offer the 40 stonecutters work in the forest.

Granite from the hill paved half of the valley, and the last blocks were cut for the steps of the town library.
`,
  'ferry.txt': `Ferry runs aground off Sandholm island
By Tom Ashdown
3 May 2024

SANDHOLM — The ferry Aldona ran aground in fog off Sandholm with 212 passengers, the coast guard said. Captain Karl Berg and his first officer, Anna Lind, were the last to leave the ship.

The Northern Ferry Association (NFA) said that the lights of the harbour had failed. Lifeboats took everybody ashore by noon.
`,
  'bread.txt': `Rye loaf wins national bread prize
By Ingrid Dahl
9 June 2024

TARNOW — A dark rye loaf from the bakery of Pavel Lind won the national bread prize on Saturday. The NFA served it on all its ships last summer.

Pavel Lind has baked it in a wood oven since 1998, and he will not sell the recipe.
`,
};

const mapIn = (window: Workbench): FrameLocator =>
  window.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');

describe('The event map', () => {
  let window: Workbench;

  const map = (): FrameLocator => mapIn(window);
  const labels = async (picture: string): Promise<string[]> => {
    const nodes = await map().locator(`#${picture} .node`).all();
    return Promise.all(nodes.map(async (node) => (await node.getAttribute('aria-label')) ?? ''));
  };

  before(async () => {
    window = await Workbench.open({
      folder: samples,
      file: 'meridian-post/velmar-portugal-pact-signed.txt',
      size: { width: 1500, height: 1300 },
      // Also where a file is named in the window's address.
      settings: { 'window.restoreWindows': 'preserve' },
    });
    await window.openView('Dateline');
    await window.decorationsOn('Ilse Tarkova');
    await window.treeRow('Event: Velmar', 'Events');
    await window.runCommand('Dateline: Show Event Map');
  });

  it('shows the events by their days and the names that occur together', async () => {
    const events = await eventually(
      'five events',
      () => labels('timeline'),
      (shown) => shown.length === 5,
    );
    assert.ok(events.some((label) => /^Velmar.* · Mar 10, 2026 .* · 5 articles/.test(label)));
    const names = await labels('network');
    assert.ok(
      names.some((label) => label.startsWith('Ilse Tarkova · Person')),
      names.join(),
    );
  });

  for (const theme of ['dark', 'light', 'contrast'] as const) {
    it(`can be seen in the theme ${theme}`, async () => {
      await window.setTheme(theme);
      await eventually(
        'the picture',
        () => labels('timeline'),
        (shown) => shown.length === 5,
      );
      await window.screenshot(`map ${theme}`);
    });
  }

  it('is walked by arrows and opened by Enter', async () => {
    await map().locator('#timeline .node').first().focus();
    await window.page.keyboard.press('ArrowRight');
    const focused = map().locator('#timeline .node:focus');
    const label = (await focused.getAttribute('aria-label'))!;
    assert.equal(label, (await labels('timeline'))[1]);
    await window.page.keyboard.press('Enter');
    const title = label.split(' · ')[0]!;
    await window.page.waitForSelector(
      `.sidebar .monaco-list-row.selected[aria-label*=${JSON.stringify(title.slice(0, 30))}]`,
    );
  });

  it('has the same as lists', async () => {
    const list = map().locator('#nameList');
    await map().locator('summary').nth(1).click();
    await list.getByText('Ilse Tarkova', { exact: false }).first().click();
    await eventually(
      'the events that name her',
      async () => (await window.treeRows('Events')).map(({ label }) => label),
      (rows) => rows.length === 1 && rows[0]!.includes('Velmar'),
    );
    await window.runCommand('Dateline: Clear Filter');
  });

  it('is saved as SVG and as PNG', async () => {
    for (const format of ['SVG', 'PNG'] as const) {
      const name = `event-map.${format.toLowerCase()}`;
      const file = join(window.folder, name);
      await map()
        .getByRole('button', { name: `Save as ${format}…` })
        .click();
      const input = window.page.locator('.quick-input-widget input.input');
      await eventually(
        'the place where it will be saved',
        async () => ((await input.isVisible()) ? input.inputValue() : ''),
        (value) => value.endsWith(name),
      );
      // The dialog takes Enter once it has looked at the folder.
      await eventually('the dialog closes', async () => {
        await input.press('Enter', { timeout: 2000 }).catch(() => undefined);
        return !(await input.isVisible());
      });
      const bytes = await eventually(
        `the ${format} file`,
        async () => {
          try {
            return readFileSync(file);
          } catch {
            return Buffer.alloc(0);
          }
        },
        (read) => read.length > 1000,
      );
      if (format === 'PNG') assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
      else assert.match(bytes.toString('utf8'), /^<svg [\s\S]*Ilse Tarkova/);
    }
  });

  it('is there again when the window is loaded anew', async () => {
    await eventually(
      'the events',
      () => labels('timeline'),
      (shown) => shown.length === 5,
    );
    // A browser keeps which editors are open every five seconds, when it has nothing else to do.
    await sleep(12_000);
    await window.reload();
    await window.page.locator('.tab[aria-label^="Event Map"]').click();
    const events = await eventually(
      'the events in the panel of before',
      () => labels('timeline'),
      (shown) => shown.length === 5,
    );
    assert.ok(events.some((label) => label.startsWith('Velmar')));
  });
});

describe('A name in the event map', () => {
  it('leads to the articles of that very entity: of no namesake, and under all its names', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'dl-map-')), 'namesakes');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(namesakes)) writeFileSync(join(folder, name), text);
    const window = await Workbench.open({ folder, file: 'ferry.txt' });
    await window.openView('Dateline');
    await window.treeRow('Event: Orsk quarry', 'Events');
    await window.runCommand('Dateline: Show Event Map');
    const list = mapIn(window).locator('#nameList');
    await mapIn(window).locator('summary').nth(1).click();
    const shows = async (name: string, titles: readonly RegExp[]): Promise<void> => {
      await list.getByText(name, { exact: false }).first().click();
      await eventually(
        `the events of ${name}`,
        async () => (await window.treeRows('Events')).map(({ label }) => label),
        (rows) =>
          rows.length === titles.length &&
          titles.every((title) => rows.some((row) => title.test(row))),
      );
    };
    await shows('Anna Berg', [/quarry/]);
    await shows('Northern Ferry Association', [/Ferry/, /loaf/]);
    const message = window.page.locator('.sidebar .tree-explorer-viewlet-tree-view .message');
    await eventually(
      'what the tree is filtered by',
      async () => (await message.allInnerTexts()).join(),
      (text) => text.includes('“Northern Ferry Association”: 2 articles'),
    );
    await window.screenshot('filtered by an entity');
  });
});
