import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isBoilerplate, type LineKind } from '../../src/analysis/article';
import { createStructure } from '../../src/analysis/structure';

const modelFile = 'models/boilerplate.bin';
const structure = createStructure(
  existsSync(modelFile) ? readFileSync(modelFile) : new Uint8Array(),
);
const seeds = '../shared/seeds/';

describe('structure of the five seed articles', () => {
  /** Lines (one-based) that are not plain body, with their kinds. */
  const expected: Record<string, Record<number, LineKind>> = {
    '000': { 1: 'headline', 3: 'byline', 19: 'copyright', ...range(21, 63, 'related') },
    '001': {
      1: 'headline',
      3: 'byline',
      19: 'subheading',
      35: 'subheading',
      49: 'copyright',
      51: 'cms',
      53: 'cms',
      55: 'cms',
      ...range(57, 105, 'duplicate'),
      107: 'cms',
      108: 'cms',
    },
    '002': {
      1: 'promo',
      3: 'promo',
      4: 'promo',
      6: 'nav',
      8: 'headline',
      10: 'readtime',
      11: 'duplicate',
      12: 'caption',
      32: 'related',
      ...range(33, 38, 'bio'),
      40: 'readmore',
      41: 'nav',
      42: 'readmore',
    },
    '003': { 1: 'headline', 31: 'notice', ...range(32, 38, 'comments') },
    '004': { 1: 'nav', 2: 'nav', 3: 'headline' },
  };

  for (const [seed, kinds] of Object.entries(expected)) {
    it(`gives every line of seed ${seed} its kind`, function () {
      const { text } = readSeed(this, seed);
      for (const line of structure(text, {}).lines)
        assert.equal(
          line.kind,
          kinds[line.number + 1] ?? 'body',
          `line ${line.number + 1}: ${text.slice(line.start, line.end)}`,
        );
    });
  }

  it('reads byline, dateline and source', function () {
    const { text } = readSeed(this, '000');
    const { byline, dateline, source } = structure(text, {});
    assert.deepEqual(byline?.authors, ['Stefan J. Bos']);
    assert.deepEqual(dateline?.places, ['Moscow', 'Budapest']);
    assert.equal(dateline.agency, 'Worthy News');
    assert.equal(text.slice(dateline.start, dateline.end), 'MOSCOW/BUDAPEST (Worthy News)');
    assert.equal(source?.name, 'Worthy News');
  });

  it('takes no date from a list of other articles', function () {
    assert.equal(structure(readSeed(this, '000').text, {}).date, undefined);
  });

  it('points each line of a second copy at its first', function () {
    const { text } = readSeed(this, '001');
    for (const { kind, start, end, firstCopy } of structure(text, {}).lines)
      if (kind === 'duplicate')
        assert.equal(text.slice(firstCopy?.start, firstCopy?.end), text.slice(start, end));
  });

  it('names the author portrayed under an unsigned article', function () {
    const { byline, source } = structure(readSeed(this, '002').text, {});
    assert.deepEqual(byline?.authors, ['Martin Fornusek']);
    assert.equal(source?.name, 'Kyiv Independent');
  });
});

function range(from: number, to: number, kind: LineKind): Record<number, LineKind> {
  return Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_value, i) => [from + i, kind] as const),
  );
}

function readSeed(test: Mocha.Context, seed: string): { text: string } {
  if (!existsSync(seeds)) {
    console.log('      ../shared/seeds is absent');
    test.skip();
  }
  const name = readdirSync(seeds).find((file) => file.startsWith(seed))!;
  return { text: readFileSync(`${seeds}${name}`, 'utf8') };
}

describe('structure of clean text', () => {
  it('dims nothing of a plain article without furniture', () => {
    const text = [
      'The council of Harwick voted on Tuesday to close the old swimming pool at the end of the season.',
      '',
      'Mayor Ann Lindqvist said repairs would have cost more than four million pounds, money the town does not have.',
      '',
      'Residents who gathered outside the hall said they would challenge the decision in court.',
    ].join('\n');
    for (const { kind } of structure(text, {}).lines) assert.equal(isBoilerplate(kind), false);
  });

  it('gives empty text no lines', () => {
    assert.deepEqual(structure('\r\n \n', {}).lines, []);
  });

  it('lets a person’s word stand above its own', () => {
    const text = 'Menu\nHome\nSubscribe now for full access';
    const { lines } = structure(text, {}, ({ number }) => (number === 2 ? 'body' : undefined));
    assert.equal(lines[2]?.kind, 'body');
    assert.equal(lines[2].score, 1);
  });
});
