import assert from 'node:assert/strict';
import type { Line, LineKind } from '../../src/analysis/article';
import { boilerplateBlocks } from '../../src/analysis/blocks';
import { cleanText } from '../../src/analysis/cleanText';
import { splitLines } from '../../src/analysis/lines';
import { message } from '../../src/analysis/message';

/** Lines of a text whose first word is their kind. */
function labelled(text: string): Line[] {
  return splitLines(text)
    .filter(({ start, end }) => end > start)
    .map((line) => ({
      ...line,
      kind: text.slice(line.start, line.end).split(' ', 1)[0] as LineKind,
      score: 1,
      reason: message('told so'),
    }));
}

describe('clean text', () => {
  it('keeps head and body, a blank line apart, and drops the rest', () => {
    const text =
      'nav Home\r\nheadline Ice\r\n\r\nreadtime 2 min\nbody One.\nbody Two.\ncopyright 2026';
    assert.equal(cleanText(text, labelled(text)), 'headline Ice\n\nbody One.\n\nbody Two.\n');
  });

  it('of an article that is all boilerplate is empty', () => {
    const text = 'nav Home';
    assert.equal(cleanText(text, labelled(text)), '');
  });
});

describe('boilerplate blocks', () => {
  it('join neighbours over blank lines and end at the article', () => {
    const text = 'nav A\n\nnav B\nbody C\nshare D';
    const blocks = boilerplateBlocks(labelled(text)).map(({ firstLine, lastLine }) => [
      firstLine,
      lastLine,
    ]);
    assert.deepEqual(blocks, [
      [0, 2],
      [4, 4],
    ]);
  });
});

describe('lines', () => {
  it('end at LF, CRLF and CR, and never hold the line end', () => {
    const text = 'a\nb\r\nc\rd';
    assert.deepEqual(
      splitLines(text).map(({ start, end }) => text.slice(start, end)),
      ['a', 'b', 'c', 'd'],
    );
  });

  it('count blank lines and a last empty line', () => {
    assert.deepEqual(
      splitLines('a\n\n').map(({ number, start }) => [number, start]),
      [
        [0, 0],
        [1, 2],
        [2, 3],
      ],
    );
  });
});
