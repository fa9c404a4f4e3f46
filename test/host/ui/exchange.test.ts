import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { temporaryFolder } from '../temporary';
import { articles } from './articles';
import { eventually } from './eventually';
import { decided } from './sideCars';
import { Workbench } from './workbench';

const settings = { 'dateline.annotator': 'Ana' };
const fire = 'gazette-fire.txt';
const exists = (path: string): Promise<boolean> => Promise.resolve(existsSync(path));

describe('Annotations go out and come in', () => {
  const outside = temporaryFolder('exchange');

  /** Answers the dialog for a file or folder, which this host shows as a box to type in. */
  const choose = async (window: Workbench, title: string, path: string): Promise<void> => {
    await window.pickerTitled(title);
    const input = window.page.locator('.quick-input-widget input.input');
    // The dialog first finds its own folder, and would write over what is typed before.
    await eventually(
      'the dialog’s own folder',
      () => input.inputValue(),
      (value) => value.includes(window.folder),
    );
    await window.pickerItems();
    await input.fill(path);
    // A press before the dialog has listed the other folder is lost.
    await eventually(
      'the files there',
      () => window.pickerItems(),
      (items) => path.endsWith('/') || items.some((item) => item.includes(basename(path))),
    );
    await window.page.locator('.quick-input-action .monaco-button').first().click();
  };

  it('exports the folder, an event and an article, and shows what was lost', async () => {
    const folder = join(temporaryFolder('export'), 'articles');
    cpSync(articles, folder, { recursive: true });
    mkdirSync(join(folder, '.dateline/annotations'), { recursive: true });
    const ben = {
      ...{ t: 'span', id: 'h00112233aabb', label: 'ORG', at: ['00000000', 0, 0, 11] },
      ...{ q: 'night shift', pre: 'All 12 workers of the ', suf: ' left the building in time' },
      ...{ st: 'accepted', src: 'human', by: 'Ben', ts: '2026-01-01T00:00:00.000Z' },
    };
    writeFileSync(
      join(folder, `.dateline/annotations/${fire}.ben.jsonl`),
      `${JSON.stringify(ben)}\n`,
    );
    const window = await Workbench.open({ folder, file: fire, settings });
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('Martin Okafor');
    await window.page.keyboard.press('Alt+A');
    await decided(window, 'Martin Okafor', { st: 'accepted' });

    const run = async (what: string, format: string, whose: string): Promise<void> => {
      await window.runCommand('Dateline: Export Annotations');
      await window.pickerTitled('Export what?');
      await window.typeInPicker(what);
      await window.pickerTitled('Export as…');
      await window.typeInPicker(format);
      await window.pickerTitled('Whose decisions?');
      await window.typeInPicker(whose);
      await choose(window, 'Folder for the exported files', `${outside}/`);
    };
    await run('This article', 'spaCy', 'Ben');
    await eventually('the lines for spaCy', () => exists(join(outside, 'spacy.jsonl')));
    await window.notified(`Exported 1 article to ${outside}`);
    const [line] = readFileSync(join(outside, 'spacy.jsonl'), 'utf8').split('\n');
    const { spans } = JSON.parse(line!) as {
      spans: { text: string; details: { state: string } }[];
    };
    const stateOf = (words: string) => spans.find(({ text }) => text === words)?.details.state;
    assert.equal(stateOf('night shift'), 'accepted');
    assert.equal(stateOf('Martin Okafor'), 'suggested', 'what Ana said is not in Ben’s layer');

    await run('The whole folder', 'CSV', 'Everyone');
    for (const table of ['mentions.csv', 'entities.csv', 'events.csv']) {
      await eventually(table, () => exists(join(outside, table)));
    }
    assert.match(readFileSync(join(outside, 'events.csv'), 'utf8'), /courier-treaty\.txt,/);
    assert.match(
      readFileSync(join(outside, 'mentions.csv'), 'utf8'),
      /,Martin Okafor,[^\n]*,accepted,/,
    );
    await window.notified('Not everything came through', 'Show Loss Report');
    await eventually(
      'the loss report',
      async () => (await window.editorLines()).join('\n'),
      (text) => text.includes('Loss Report') && text.includes(fire),
    );
  });

  it('imports into a folder that lacks the article, after a preview', async () => {
    const folder = join(temporaryFolder('import'), 'articles');
    cpSync(articles, folder, { recursive: true });
    const text = readFileSync(join(folder, fire), 'utf8');
    rmSync(join(folder, fire));
    const start = text.indexOf('night shift');
    const spans = [{ start, end: start + 11, label: 'ORG', text: 'night shift' }];
    const file = join(outside, 'theirs.jsonl');
    writeFileSync(file, `${JSON.stringify({ text, spans, meta: { article: fire } })}\n`);

    const window = await Workbench.open({ folder, file: 'herald-treaty.txt', settings });
    await window.decorationsOn('Elena Marchetti');
    const run = async (): Promise<void> => {
      await window.runCommand('Dateline: Import Annotations');
      await window.pickerTitled('Import from…');
      await window.typeInPicker('spaCy');
      await choose(window, 'Files to import', file);
    };
    await run();
    await window.pickerTitled('These articles are not in the folder. Create them?');
    assert.ok((await window.pickerItems()).some((item) => item.includes(fire)));
    assert.equal(existsSync(join(window.folder, fire)), false, 'nothing is written unasked');
    await window.page.keyboard.press('Enter');
    await decided(window, 'night shift', { label: 'ORG', by: 'Ana', st: 'accepted' });
    assert.equal(readFileSync(join(window.folder, fire), 'utf8'), text);
    await window.notified('Imported a mention of 1 article');
    await window.openFile(fire);
    await window.cardSays('night shift', /Labelled by Ana/);

    await run();
    await window.notified('Imported 0 mentions of 1 article');
  });
});
