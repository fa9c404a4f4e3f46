import assert from 'node:assert/strict';
import { anchorPlaces, carryOver, countStates } from '../../src/annotations/anchoring/anchoring';
import { snapToGraphemes } from '../../src/annotations/anchoring/graphemes';
import { quotePlace } from '../../src/annotations/anchoring/quoteMatch';
import {
  applyChanges,
  liveSpan,
  resync,
  type Shadow,
} from '../../src/annotations/anchoring/shadow';
import { anchorOf, readParagraphs } from '../../src/annotations/paragraphs';
import { measure, scenarios } from '../bench/anchoring';
import { fuzzEdits } from '../fuzz/anchoringEdits';

const text = 'Zoë 😀 Smith met ACME Corp.\r\n\r\nSmith left for Ostrava on Monday.';

function shadowOf(source: string, ...words: string[]): Shadow {
  const spans = words.map((word) => {
    const start = source.indexOf(word);
    return liveSpan(source, word, { start, end: start + word.length });
  });
  return { text: source, spans };
}

const shown = ({ text: now, spans }: Shadow) =>
  spans.map(({ start, end, state }) => [now.slice(start, end), state]);

describe('anchoring while typing', () => {
  it('does not grow a span by typing at its edges', () => {
    const after = applyChanges(shadowOf(text, 'Smith'), [
      { start: 7, end: 7, text: 'J. ' },
      { start: 12, end: 12, text: ' Jr' },
    ]);
    assert.deepEqual(shown(after), [['Smith', 'anchored']]);
  });

  it('marks an edit inside as changed, and its undo as anchored', () => {
    const typed = applyChanges(shadowOf(text, 'Smith'), [{ start: 9, end: 9, text: 'xx' }]);
    assert.deepEqual(shown(typed), [['Smxxith', 'changed']]);
    const undone = applyChanges(typed, [{ start: 9, end: 11, text: '' }]);
    assert.deepEqual(shown(undone), [['Smith', 'anchored']]);
  });

  it('clips a partly deleted span and orphans it when under half is left', () => {
    const clipped = applyChanges(shadowOf(text, 'ACME Corp.'), [{ start: 24, end: 27, text: '' }]);
    assert.equal(shown(clipped)[0]![1], 'changed');
    const orphaned = applyChanges(shadowOf(text, 'ACME Corp.'), [{ start: 12, end: 23, text: '' }]);
    assert.equal(shown(orphaned)[0]![1], 'orphan');
    const back = applyChanges(orphaned, [{ start: 12, end: 12, text: ' met ACME C' }]);
    assert.deepEqual(shown(back), [['ACME Corp.', 'anchored']]);
  });

  it('follows words that are cut and pasted elsewhere', () => {
    const cut = applyChanges(shadowOf(text, 'Ostrava'), [{ start: 31, end: 65, text: '' }]);
    assert.deepEqual(shown(cut), [['', 'orphan']]);
    const pasted = applyChanges(cut, [{ start: 0, end: 0, text: text.slice(31, 65) }]);
    assert.deepEqual(shown(pasted), [['Ostrava', 'anchored']]);
  });

  it('survives a whole text pasted over itself with a new first line', () => {
    const shadow = shadowOf(text, 'Smith', 'ACME Corp.', 'Ostrava');
    const pasted = applyChanges(shadow, [
      { start: 0, end: text.length, text: `Banner!\r\n${text} More.` },
    ]);
    assert.deepEqual(
      shown(pasted).map(([, state]) => state),
      ['anchored', 'anchored', 'anchored'],
    );
  });

  it('takes a combining accent typed after a span into it: graphemes stay whole', () => {
    const after = applyChanges(shadowOf(text, 'Smith'), [{ start: 12, end: 12, text: '\u0301' }]);
    assert.deepEqual(shown(after), [['Smith\u0301', 'changed']]);
    const family = 'a 👩‍👩‍👧 b';
    assert.deepEqual(snapToGraphemes(family, { start: 4, end: 6 }), { start: 2, end: 10 });
  });

  it('keeps every span when the line ends are switched', () => {
    const crossing = 'Corp.\r\n\r\nSmith';
    const after = resync(shadowOf(text, crossing, 'Ostrava'), text.replaceAll('\r\n', '\n'));
    assert.deepEqual(shown(after), [
      ['Corp.\n\nSmith', 'anchored'],
      ['Ostrava', 'anchored'],
    ]);
  });

  it('stands on its words through thousands of random edits, undone and redone', () => {
    const { edits, checks, misplaced } = fuzzEdits(51, 11, 40);
    assert.ok(edits > 2000);
    assert.ok(misplaced / checks < 0.001, `${misplaced} of ${checks} misplaced`);
  });
});

describe('anchoring after edits outside the editor', () => {
  for (const [name, edit] of Object.entries(scenarios)) {
    it(`is right in 99 % and wrong in at most 1 %: ${name}`, () => {
      const score = measure(edit, 12, 7);
      assert.ok(score.spans >= 800, `${score.spans} spans`);
      assert.ok(score.right / score.present >= 0.99, JSON.stringify(score));
      assert.ok(score.wrong / score.spans <= 0.01, JSON.stringify(score));
      assert.equal(score.right + score.wrong + score.review + score.orphan, score.spans);
    });
  }

  it('finds stored records again with and without the old text, and counts them all', () => {
    const paragraphs = readParagraphs(text);
    const places = ['Smith', 'Ostrava', 'ACME Corp.'].map((word) => {
      const start = text.indexOf(word);
      const span = { start, end: start + word.length };
      return { at: anchorOf(paragraphs, span), ...quotePlace(text, span) };
    });
    const now = `News\n\n${text.replace('ACME Corp.', 'nobody')}`;
    for (const old of [[text], []]) {
      const results = anchorPlaces(now, places, old);
      const states = results.map(({ state }) => state);
      assert.deepEqual(states.slice(1), ['anchored', 'orphan']);
      assert.notEqual(states[0], 'orphan');
      const { anchored, review, orphan } = countStates(results);
      assert.equal(anchored + review + orphan, places.length);
    }
  });

  it('asks instead of guessing where two places fit alike', () => {
    const place = { q: 'Smith', pre: 'as Mr ', suf: ' said so' };
    const old = { start: 6, end: 11, ...place };
    const now = 'One. as Mr Smith said so. Two. as Mr Smith said so.';
    const [result] = carryOver('as Mr Smith said so', now, [old]);
    assert.ok(result);
    const [stored] = anchorPlaces(now, [{ at: ['00000000', 0, 6, 11], ...place }]);
    assert.equal(stored?.state, 'ambiguous');
  });

  it('copes with empty and hostile texts', () => {
    assert.deepEqual(carryOver('a', '', [{ start: 0, end: 1, q: 'a', pre: '', suf: '' }]), [
      { state: 'orphan' },
    ]);
    const long = 'x '.repeat(60_000);
    const [result] = carryOver(long, `${long.slice(2)}y`, [
      { start: 100, end: 101, ...quotePlace(long, { start: 100, end: 101 }) },
    ]);
    assert.ok(result);
  });
});
