import assert from 'node:assert/strict';
import { applyRepeats, hashLines, RepeatedLines } from '../../src/corpus/repeats';
import { analyzeText } from '../shipped/analyzer';

const plea = 'Our newsroom is owned by nobody but the people who read it every morning.';

/** An article of one outlet: its own body, and a line that each of its articles holds. */
function page(town: string, name: string): string {
  const body = [
    `${town} harbour reopens after the storm`,
    `The harbour of ${town} opened again on Tuesday, five days after the storm, the port authority said.`,
    `“We lost two cranes and a shed,” said ${name}, who has run the fish market of ${town} since 2009.`,
    `Ferries from ${town} will sail to the islands again from Thursday, at first once a day and without cars.`,
  ];
  return [...body, plea].join('\n\n');
}

describe('lines that many articles of one source hold', () => {
  const texts = new Map([
    ['a.txt', page('Brannevik', 'Katrin Holm')],
    ['b.txt', page('Ostrava', 'Jan Dvorak')],
    ['c.txt', page('Tallmere', 'Ada Nkemelu')],
  ]);
  const articles = new Map([...texts].map(([id, text]) => [id, analyzeText(text)]));
  const repeats = new RepeatedLines();
  for (const [id, text] of texts)
    repeats.set(id, 'The Post', hashLines(text, articles.get(id)!.lines));

  const kindOf = (id: string, words: string): string | undefined => {
    const text = texts.get(id)!;
    const article = applyRepeats(articles.get(id)!, repeats.linesOf(id));
    return article.lines.find((line) => text.slice(line.start, line.end).startsWith(words))?.kind;
  };

  it('are boilerplate in each of them, and say in how many they stand', () => {
    for (const id of texts.keys()) {
      assert.notEqual(kindOf(id, 'Our newsroom'), 'body');
      assert.ok(repeats.linesOf(id).some(({ articles: count }) => count === 3));
    }
  });

  it('leave the body alone', () => {
    assert.equal(kindOf('a.txt', 'Ferries from'), 'body');
    assert.equal(kindOf('b.txt', '“We lost'), 'body');
  });

  it('are no longer boilerplate by repetition when the others are gone', () => {
    const few = new RepeatedLines();
    for (const [id, text] of texts)
      few.set(id, 'The Post', hashLines(text, articles.get(id)!.lines));
    few.remove('b.txt');
    few.remove('c.txt');
    assert.deepEqual(few.linesOf('a.txt'), []);
  });
});
