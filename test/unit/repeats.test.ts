import assert from 'node:assert/strict';
import type { LineKind } from '../../src/analysis/article';
import { renderMessage } from '../../src/analysis/message';
import { hashLines, RepeatedLines, type ArticleLines } from '../../src/corpus/repeats';

const footer = 'The Harwick Post is printed on recycled paper by Tern & Sons.';
const longFooter =
  'The Harwick Post is an independent local paper that has been printed on recycled paper by Tern and Sons since 1931 and is sold in all shops of the town and the villages around it';

function article(texts: readonly string[], kinds: readonly LineKind[] = []): ArticleLines {
  let start = 0;
  const lines = texts.map((text, i) => {
    const line = { start, end: start + text.length, kind: kinds[i] ?? 'body' };
    start += text.length + 1;
    return line;
  });
  return hashLines(texts.join('\n'), lines);
}

const story = (n: number) => [
  `Story ${n} opens with a sentence that no other article of this paper has, about matter number ${n} and what came of it.`,
  `It goes on with another sentence of its own, which tells of the ${n} people who were there and of what they said.`,
];

describe('lines repeated across the articles of a source', () => {
  it('are found with the number of articles that have them', () => {
    const repeats = new RepeatedLines();
    for (let n = 0; n < 4; n++) repeats.set(`${n}`, 'Post', article([...story(n), footer]));
    const [line, ...more] = repeats.linesOf('2');
    assert.equal(more.length, 0);
    assert.equal(line?.line, 2);
    assert.equal(renderMessage(line.reason), 'this line stands in 4 articles of this source');
  });

  it('need two others where they are long', () => {
    const repeats = new RepeatedLines();
    repeats.set('a', 'Post', article([...story(1), ...story(2), ...story(3), longFooter]));
    repeats.set('b', 'Post', article([...story(4), ...story(5), ...story(6), longFooter]));
    assert.deepEqual(repeats.linesOf('a'), []);
    const touched = repeats.set('c', 'Post', article([...story(7), ...story(8), longFooter]));
    assert.deepEqual([...touched].sort(), ['a', 'b']);
    assert.deepEqual(
      repeats.linesOf('a').map(({ line }) => line),
      [6],
    );
  });

  it('are counted by source', () => {
    const repeats = new RepeatedLines();
    repeats.set('a', 'Post', article([...story(1), footer]));
    repeats.set('b', 'Herald', article([...story(2), footer]));
    assert.deepEqual(repeats.linesOf('a'), []);
  });

  it('spare a story that stands in two files', () => {
    const repeats = new RepeatedLines();
    repeats.set('a', 'Post', article([...story(1), 'He did not say why.']));
    repeats.set('b', 'Post', article([...story(1), 'He did not say why.']));
    assert.deepEqual(repeats.linesOf('a'), []);
  });

  it('spare bylines and dates', () => {
    const repeats = new RepeatedLines();
    for (let n = 0; n < 4; n++)
      repeats.set(`${n}`, 'Post', article(['By Ann Lindqvist', ...story(n)], ['byline']));
    assert.deepEqual(repeats.linesOf('1'), []);
  });

  it('go when the articles go', () => {
    const repeats = new RepeatedLines();
    repeats.set('a', 'Post', article([...story(1), footer]));
    repeats.set('b', 'Post', article([...story(2), footer]));
    assert.equal(repeats.linesOf('a').length, 1);
    assert.deepEqual([...repeats.remove('b')], ['a']);
    assert.deepEqual(repeats.linesOf('a'), []);
    assert.deepEqual([...repeats.remove('b')], []);
  });

  it('follow an article that is replaced', () => {
    const repeats = new RepeatedLines();
    repeats.set('a', 'Post', article([...story(1), footer]));
    repeats.set('b', 'Post', article([...story(2), footer]));
    assert.deepEqual([...repeats.set('b', 'Post', article(story(2)))], ['a']);
    assert.deepEqual(repeats.linesOf('a'), []);
  });
});
