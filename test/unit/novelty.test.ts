import assert from 'node:assert/strict';
import { onlySaid, toldBefore } from '../../src/corpus/novelty';
import { writeCoverage } from '../../src/editor/coverage';
import { tellingOf } from '../../src/corpus/telling';
import { analyzeText } from '../shipped/analyzer';

const wire = [
  'KESTRIL — A fire destroyed the old observatory on Mount Kestril on Sunday night, the fire service said.',
  'Director Ulla Brandt said that the great telescope of 1911 could not be saved. Nobody was hurt.',
  'The fire started in a store room where paint was kept, investigators believe.',
];
const paper = [
  'KESTRIL — Investigators believe that the fire started in a store room in which paint was kept.',
  'The old observatory on Mount Kestril was destroyed by fire on Sunday night, the fire service said.',
  'The university has promised to rebuild the dome with money from its centenary fund.',
  'Neighbours carried star charts and photographs out of the burning library. The great telescope of 1911 could not be saved, said director Ulla Brandt.',
];

function telling(id: string, paragraphs: readonly string[]) {
  const text = `Fire at the observatory\nBy Ann Lorrimer\n5 May 2024\n\n${paragraphs.join('\n\n')}\n`;
  return tellingOf(id, text, analyzeText(text, { path: `${id}.txt` }));
}

const [first, second] = [telling('wire', wire), telling('paper', paper)];
const cut = ({ text }: typeof first, { start, end }: { start: number; end: number }) =>
  text.slice(start, end);

describe('what an earlier article has told', () => {
  const told = toldBefore(second, [first]);

  it('is known again in other words and another order, and leads to where it was told', () => {
    const pairs = told.map((one) => [cut(second, one), cut(first, one.by)]);
    assert.deepEqual(
      pairs.filter(([own]) => own!.includes('paint') || own!.startsWith('The old')),
      [
        [paper[0], wire[2]],
        [paper[1], wire[0]],
      ],
    );
    assert.ok(told.every(({ by }) => by.article === 'wire'));
  });

  it('is not a paragraph with something new in it', () => {
    const dimmed = told.map((one) => cut(second, one)).join('\n');
    assert.ok(!dimmed.includes('rebuild'));
    assert.ok(!dimmed.includes('star charts'), 'half of the paragraph is new');
  });

  it('is not the same sentence with another number', () => {
    const before = telling('a', ['KESTRIL — The fire service sent 40 crews to the observatory.']);
    const after = telling('b', ['KESTRIL — The fire service sent 55 crews to the observatory.']);
    assert.deepEqual(toldBefore(after, [before]), []);
  });

  it('is nothing where no article came before', () => {
    assert.deepEqual(toldBefore(second, []), []);
  });
});

describe('what only one article says', () => {
  it('are the sentences that no other tells', () => {
    const [fromWire, fromPaper] = onlySaid([first, second]);
    assert.deepEqual(
      fromWire!.sentences.map((one) => cut(first, one)),
      [],
    );
    assert.deepEqual(
      fromPaper!.sentences.map((one) => cut(second, one)),
      [paper[2], 'Neighbours carried star charts and photographs out of the burning library.'],
    );
  });
});

describe('the page of what only one article says', () => {
  it('has a heading for each article and a link from each sentence to its place', () => {
    const [said] = onlySaid([second, first]);
    const page = writeCoverage('Compared', [
      { said: said!, text: second.text, heading: 'ONLY IN Paper', title: 'Fire', nothing: '' },
    ]);
    assert.match(page.text, /^Compared\n\n\nONLY IN Paper\nFire\n\n• The university/);
    for (const link of page.links) {
      assert.equal(page.text.slice(link.start, link.end), cut(second, link.to));
      assert.equal(link.article, 'paper');
    }
    assert.equal(page.links.length, said!.sentences.length);
  });
});
