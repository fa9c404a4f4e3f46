import assert from 'node:assert/strict';
import { findDifferences } from '../../src/corpus/differences';
import { quotationsOf } from '../../src/corpus/quotations';
import { tellingOf } from '../../src/corpus/telling';
import { analyzeText } from '../shipped/analyzer';

const head = 'Dam at Ostermoor gives way after a week of rain\nBy Lena Voss\n4 June 2024\n\n';

function tellings(...bodies: string[]) {
  return bodies.map((body, i) => {
    const text = `${head}OSTERMOOR — ${body}\n\nThe river rose all night, and the valley road was closed.\n`;
    return tellingOf(`article ${i}`, text, analyzeText(text, { path: `a${i}.txt` }));
  });
}

const stated = (...bodies: string[]) =>
  findDifferences(tellings(...bodies)).map(({ kind, what, versions }) => [
    kind,
    what,
    versions.map(({ text }) => text),
  ]);

describe('what the articles of an event state differently', () => {
  it('is a count of the same things in sentences about the same', () => {
    assert.deepEqual(
      stated(
        'The army sent 12,000 troops to the flooded valley below the dam.',
        'Some 11,000 troops were sent to the flooded valley, the army said.',
      ),
      [['figure', 'troops', ['12,000', '11,000']]],
    );
  });

  it('is a number of people who met the same fate, however it is worded', () => {
    assert.deepEqual(
      stated(
        'Four people died when the dam broke, the mayor said.',
        'Six villagers were killed as the dam broke on Sunday.',
      ),
      [['figure', 'people', ['Four', 'Six']]],
    );
  });

  it('is told with every place, the version of most articles first', () => {
    const [difference] = findDifferences(
      tellings(
        'The army sent 12,000 troops to the flooded valley below the dam.',
        'The army sent 11,000 troops to the flooded valley below the dam.',
        'The army has sent 11,000 troops into the flooded valley.',
      ),
    );
    assert.deepEqual(
      difference?.versions.map(({ text, places }) => [text, places.map((p) => p.article)]),
      [
        ['11,000', ['article 1', 'article 2']],
        ['12,000', ['article 0']],
      ],
    );
    const [place] = difference.versions[1]!.places;
    assert.match(place!.sentence.text, /The army sent 12,000 troops/);
    assert.ok(difference.about.includes('flooded'), difference.about.join());
  });

  it('is not a number of other things, of another fate, or in another sentence', () => {
    const pairs: [string, string][] = [
      ['The army sent 12,000 troops to the valley.', 'The army sent 90 boats to the valley.'],
      ['Four people died when the dam broke.', 'Nine people were injured when the dam broke.'],
      ['The army sent 12,000 troops to the valley.', 'The museum has 11,000 troops made of tin.'],
      ['Four of the 30 houses below the dam fell.', 'All 30 houses below the dam fell.'],
    ];
    for (const [a, b] of pairs) assert.deepEqual(stated(a, b), [], `${a} / ${b}`);
  });

  it('is no bound that the other number keeps, no age, no year, no range', () => {
    const pairs: [string, string][] = [
      ['More than 200 houses below the dam fell.', 'In all 219 houses below the dam fell.'],
      ['A 34-year-old pilot died at the dam.', 'A 36-year-old pilot died at the dam.'],
      ['The dam was built in 1962 by the state.', 'The dam was built in 1964 by the state.'],
      [
        'The water was 11 to 13 metres deep at the dam.',
        'The water was 12 metres deep at the dam.',
      ],
    ];
    for (const [a, b] of pairs) assert.deepEqual(stated(a, b), [], `${a} / ${b}`);
  });

  it('is a day, with what a weekday stands for', () => {
    const found = findDifferences(
      tellings(
        'Engineers opened the emergency gates of the dam on Friday, the mayor said.',
        'Engineers opened the emergency gates of the dam on 30 May, the mayor said.',
        'Engineers opened the emergency gates of the dam on 31 May, the mayor said.',
      ),
    );
    assert.deepEqual(
      found.map(({ kind, versions }) => [kind, versions.map(({ day }) => day)]),
      [['date', ['2024-05-31', '2024-05-30']]],
    );
    assert.equal(found[0]!.versions[0]!.places.length, 2, '“Friday” and “31 May” are one day');
  });
});

describe('the quotes of an event', () => {
  it('stand by speaker, each words once with all their places, the nameless last', () => {
    const speakers = quotationsOf(
      tellings(
        '“We heard the wall crack at noon,” said Mayor Ilsa Tarn. “Nobody slept after that night.”',
        '“We heard the wall crack at noon,” said Ilsa Tarn, the mayor.\n\nA banner read “Who will pay for all of this?”',
      ),
    );
    assert.deepEqual(
      speakers.map(({ name, quotations }) => [name, quotations.map((q) => q.places.length)]),
      [
        ['Ilsa Tarn', [2, 1]],
        [undefined, [1]],
      ],
    );
  });
});
