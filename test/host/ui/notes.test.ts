import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articles } from './articles';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const settings = { 'dateline.annotator': 'Ana' };

interface Note {
  readonly t: string;
  readonly q?: string;
  readonly text: string;
  readonly st: string;
  readonly re?: string;
}

function notesOf(window: Workbench): Note[] {
  const path = join(window.folder, '.dateline/annotations/gazette-fire.txt.ana.jsonl');
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Note)
    .filter(({ t }) => t === 'note');
}

async function lastNote(
  window: Workbench,
  what: string,
  isGood: (note: Note) => boolean,
): Promise<Note> {
  const look = async (): Promise<Note | undefined> => notesOf(window).at(-1);
  return (await eventually(what, look, (note) => note !== undefined && isGood(note)))!;
}

const comments = (window: Workbench): Promise<string[]> =>
  window.page.locator('.review-widget .comment-body').allInnerTexts();

const visible = (window: Workbench, what: string, isGood: (texts: string[]) => boolean) =>
  eventually(what, () => comments(window), isGood);

describe('A person writes notes', () => {
  it('on words, answers and changes one, takes it away and gets it back, all by keyboard', async () => {
    const window = await Workbench.open({
      ...{ folder: articles, file: 'gazette-fire.txt', settings },
    });
    const { keyboard } = window.page;
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('Martin Okafor');
    await keyboard.press('Alt+M');
    await window.page.locator('.quick-input-widget input.input').waitFor();
    await window.screenshot('note being written');
    await window.typeInPicker('Ask <b>him</b> [why](command:x) again.');
    const first = await lastNote(window, 'the note in the side-car', ({ st }) => st === 'accepted');
    assert.equal(first.q, 'Martin Okafor');
    assert.equal(first.text, 'Ask <b>him</b> [why](command:x) again.');

    await visible(window, 'the note as plain text', (texts) =>
      texts.some((text) => text.includes('Ask <b>him</b> [why](command:x) again.')),
    );
    for (const theme of ['dark', 'light', 'contrast'] as const) {
      await window.setTheme(theme);
      await window.screenshot(`note ${theme}`);
    }
    await window.page.locator('.review-widget .review-thread-reply-button').click();
    await keyboard.type('He was not in.');
    await window.page
      .locator('.review-widget .form-actions .monaco-button:not(.disabled)')
      .waitFor();
    await keyboard.press('Control+Enter');
    const reply = await lastNote(window, 'the answer', ({ text }) => text === 'He was not in.');
    assert.ok(reply.re !== undefined, 'an answer says to what');
    await visible(window, 'both notes', (texts) => texts.length === 2);

    const second = window.page.locator('.review-widget .review-comment').nth(1);
    await second.hover();
    await second.locator('[aria-label="Edit Note"]').click();
    await second.locator('.monaco-editor').waitFor();
    await keyboard.press('Control+A');
    await keyboard.type('He was in Leeds.');
    await keyboard.press('Control+Enter');
    await lastNote(window, 'the changed answer', ({ text }) => text === 'He was in Leeds.');
    await visible(window, 'the new words', (texts) => texts.some((one) => one.includes('Leeds')));

    await second.hover();
    await second.locator('[aria-label="Remove Note"]').click();
    await lastNote(window, 'the answer withdrawn', ({ st }) => st === 'withdrawn');
    await visible(window, 'one note', (texts) => texts.length === 1);
    await window.runCommand('Dateline: Undo Annotation');
    await visible(window, 'two notes again', (texts) => texts.length === 2);
    assert.equal(await window.isDirty(), false, 'the text itself is never touched');

    await window.reload();
    await window.page.waitForSelector('.editor-instance .view-line');
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('Martin Okafor');
    assert.deepEqual(await comments(window), [], 'folded at first');
    // The same key at words that have a note shows it.
    await keyboard.press('Alt+M');
    await visible(window, 'the notes after a reload', (texts) => texts.length === 2);
  });

  it('on the article, finds them after a reload and counted in the report', async () => {
    const window = await Workbench.open({
      ...{ folder: articles, file: 'gazette-fire.txt', settings },
    });
    const { keyboard } = window.page;
    await window.decorationsOn('Martin Okafor');
    await window.clickWord('Martin Okafor');
    await keyboard.press('Alt+Shift+M');
    await window.page.locator('.quick-input-widget input.input').waitFor();
    await window.typeInPicker('Two sources differ.');
    const note = await lastNote(window, 'the note in the side-car', ({ st }) => st === 'accepted');
    assert.equal(note.q, undefined);
    await visible(window, 'the note above the text', (texts) => texts.length === 1);
    await window.screenshot('note on the article');
    await window.reload();
    await window.page.waitForSelector('.editor-instance .view-line');
    await window.decorationsOn('Martin Okafor');
    await window.report('one note in the report', (text) => /\b1\s+notes by people/.test(text));
  });
});
