import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const towns = ['Orrin', 'Tarnow', 'Brannevik', 'Velmar', 'Corran', 'Halden'];

const articleOf = (town: string): string =>
  [
    'Leeds council votes for a new bridge',
    'By Ruth Adams',
    'Published 2 April 2024',
    '',
    `LEEDS, England – The ${town} Morning Gazette reported that the council voted on Monday for a bridge over the river.`,
    '',
    'Mayor Martin Okafor said that work on the bridge would begin in spring, and that it would cost 40 million pounds.',
    '',
    'Okafor said that people in the east of Leeds had waited for it since 1998.',
    '',
  ].join('\n');

/** Articles that name a newspaper each; the last one nobody has looked at. */
function newspapers(): string {
  const folder = join(temporaryFolder('learn'), 'papers');
  mkdirSync(folder);
  for (const town of [...towns, 'Sotra']) {
    writeFileSync(join(folder, `${town.toLowerCase()}.txt`), articleOf(town));
  }
  return folder;
}

const corrections = (window: Workbench): number =>
  towns.filter((town) => {
    const path = join(window.folder, `.dateline/annotations/${town.toLowerCase()}.txt.ana.jsonl`);
    return existsSync(path) && readFileSync(path, 'utf8').includes('"label":"LOC"');
  }).length;

const card = (window: Workbench, what: string, isGood: (text: string) => boolean) =>
  eventually(what, () => window.hoverWord('Sotra Morning Gazette'), isGood);

describe('Dateline learns from corrections', () => {
  it('when it helps, shows it at once, takes it back and forgets it', async () => {
    const settings = { 'dateline.annotator': 'Ana' };
    const window = await Workbench.open({ folder: newspapers(), file: 'orrin.txt', settings });
    const { keyboard } = window.page;
    await window.decorationsOn('Orrin Morning Gazette');
    await window.runCommand('Dateline: Learn from My Corrections');
    await eventually('a word that nothing is decided', async () =>
      (await window.notifications()).some((text) => text.includes('Nothing is decided yet')),
    );
    for (const town of towns) {
      await window.openFile(`${town.toLowerCase()}.txt`);
      await window.decorationsOn(`${town} Morning Gazette`);
      await window.clickWord(`${town} Morning Gazette`);
      await keyboard.press('Alt+3');
      await eventually(
        `${town} decided`,
        async () => corrections(window),
        (count) => count > towns.indexOf(town),
      );
    }
    await window.openFile('sotra.txt');
    await card(window, 'an organisation before', (text) => text.includes('Organisation'));
    await window.runCommand('Dateline: Learn from My Corrections');
    await eventually('figures before and after', async () =>
      (await window.notifications()).some((text) => /rose from .* % to .* %/.test(text)),
    );
    await window.page.locator('.notifications-center .monaco-button').first().click();
    await eventually(
      'the report',
      async () => (await window.editorLines()).join('\n'),
      (text) => text.includes('names that end in “Gazette”: ORG → LOC'),
    );
    await window.screenshot('learned');
    await window.openFile('sotra.txt');
    await card(window, 'a place now', (text) => text.includes('Place'));
    await window.report(
      'the report tells that something learned is in force',
      (text) =>
        /\b1\s+in papers \(corrections: 1, names: 0\)/.test(text) &&
        text.includes('Forget What Was Learned'),
    );
    await window.screenshot('learned in the report');
    await window.openFile('sotra.txt');

    await window.runCommand('Dateline: Undo Annotation');
    await card(window, 'an organisation again', (text) => text.includes('Organisation'));
    await window.runCommand('Dateline: Redo Annotation');
    await card(window, 'a place again', (text) => text.includes('Place'));
    await window.runCommand('Dateline: Forget What Was Learned');
    await card(window, 'an organisation for good', (text) => text.includes('Organisation'));
    const report = await window.report('the report', (text) => text.includes('Time per stage'));
    assert.ok(!report.includes('Learned from corrections'), report);
    const file = readFileSync(join(window.folder, '.dateline/learned.jsonl'), 'utf8');
    assert.ok(file.trim().split('\n').length >= 4, 'nothing is ever deleted');
  });
});
