import assert from 'node:assert/strict';
import { splitSentences, tokenise } from '../../src/analysis/entities/tokens';

function lines(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.replace(/\r$/, '').length;
    if (line.trim() !== '') spans.push({ start, end });
    start += line.length + 1;
  }
  return spans;
}

function words(text: string): readonly string[] {
  return tokenise(text, lines(text)).words;
}

function sentences(text: string): string[] {
  return splitSentences(text, lines(text)).map(({ start, end }) => text.slice(start, end));
}

describe('tokens of a news text', () => {
  it('keeps initials and abbreviations whole and cuts possessives off', () => {
    assert.deepEqual(words('Donald J. Trump’s aide met Gen. Smith.'), [
      'Donald',
      'J.',
      'Trump',
      '’s',
      'aide',
      'met',
      'Gen.',
      'Smith',
      '.',
    ]);
  });

  it('cuts at slashes, keeps hyphens, numbers and ampersands', () => {
    assert.deepEqual(words('MOSCOW/BUDAPEST – U.S.-led AT&T bids 1,200.5'), [
      'MOSCOW',
      '/',
      'BUDAPEST',
      '–',
      'U.S.-led',
      'AT&T',
      'bids',
      '1,200.5',
    ]);
  });

  it('cuts the name of a column off, but no union or vaccine', () => {
    assert.deepEqual(words('BRIEF-Sappi sells mill to AFL-CIO, PML-N and COVAX-backed Gavi'), [
      'BRIEF',
      '-',
      'Sappi',
      'sells',
      'mill',
      'to',
      'AFL-CIO',
      ',',
      'PML-N',
      'and',
      'COVAX-backed',
      'Gavi',
    ]);
  });

  it('has exact offsets beside emoji, astral letters and CRLF', () => {
    const text = 'Ana 😀Silva\r\n𝒜lma Ng👩‍👧 said';
    const { words: found, starts, ends } = tokenise(text, lines(text));
    found.forEach((word, i) => {
      assert.equal(text.slice(starts[i], ends[i]), word);
    });
    assert.ok(found.includes('Silva') && found.includes('𝒜lma') && found.includes('Ng'));
  });

  it('finds sentence ends but none after titles and initials', () => {
    assert.deepEqual(
      sentences('Mr. Lee left. “We won.” He met J. Doe in the U.S. The talks failed.'),
      ['Mr. Lee left.', '“We won.”', 'He met J. Doe in the U.S.', 'The talks failed.'],
    );
  });

  it('reads over the line ends of a text wrapped at a fixed width', () => {
    const wrapped =
      'The president of the European Commission, Ursula von der\n' +
      'Leyen, told reporters in Brussels on Monday that the new\n' +
      'rules would be ready before the summer break begins and\n' +
      'that she expected the support of all member states, even\n' +
      'of those that had voiced their doubts in the past months\n' +
      'about the cost.';
    assert.equal(sentences(wrapped).length, 1);
    assert.equal(
      sentences('Headline of the day without a stop\nThe first line follows.').length,
      2,
    );
  });

  it('stays linear on one endless sentence', () => {
    const { count, sentences: bounds } = tokenise('word '.repeat(5000), [
      { start: 0, end: 25_000 },
    ]);
    assert.equal(count, 5000);
    assert.ok(bounds.length > 10);
  });
});
