import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placesOf } from '../../../src/worker/places';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const file = 'gazette-fire.txt';
const sideCar = `.dateline/annotations/${file}.ana.jsonl`;
const torn = '{"t":"span","id":"h2","label":"PER","at":["c06';

/** The articles, with a side-car of Ana's about words of one text, and what a killed window leaves behind. */
function folderWith(words: string, label: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'dl-torn-')), 'articles');
  cpSync(articles, folder, { recursive: true });
  mkdirSync(join(folder, '.dateline/annotations'), { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  const start = text.indexOf(words);
  const place = placesOf(text, [{ start, end: start + words.length }])[0]!;
  const stamp = { by: 'Ana', ts: '2026-01-01T00:00:00.000Z' };
  const record = { t: 'span', id: 'h1', label, ...place, st: 'accepted', src: 'human', ...stamp };
  writeFileSync(join(folder, sideCar), `${JSON.stringify(record)}\n${torn}`);
  writeFileSync(join(folder, `${sideCar}.0badcafe.tmp`), '{"t":"sp');
  return folder;
}

const settings = { 'dateline.annotator': 'Ana' };

describe('A window was killed in the middle of a write', () => {
  it('and what was decided before is there, the torn line kept and reported', async () => {
    const window = await Workbench.open({
      folder: folderWith('night shift', 'MISC'),
      file,
      settings,
    });
    await window.decorationsOn('night shift');
    await window.runCommand('Dateline: Show Analysis Report');
    await eventually(
      'the torn line in the report',
      async () => (await window.editorLines()).join('\n'),
      (text) => text.includes(`${sideCar}:2`),
    );
    await window.openFile(file);
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('Martin Okafor');
    await window.page.keyboard.press('Alt+A');
    const lines = await eventually(
      'the new decision below it',
      async () => readFileSync(join(window.folder, sideCar), 'utf8').split('\n'),
      (all) => all.some((line) => line.includes('"q":"Martin Okafor"')),
    );
    assert.equal(lines[1], torn, 'nothing is ever deleted');
    assert.ok(lines[0]!.includes('night shift'));
  });
});
