import assert from 'node:assert/strict';
import type { Article } from '../../src/analysis/article';
import { analyzeText } from '../shipped/analyzer';

const paragraph =
  'Harbour Minister Ada Nkemelu of Ostrava told the Harbour Courier on Friday that Norvik AG would close.';

/** What holds for every text, however odd. */
function assertSound(text: string, article: Article): void {
  let last = 0;
  for (const { start, end } of article.lines) {
    assert.ok(start >= last && end > start && end <= text.length);
    assert.doesNotMatch(text.slice(start, end), /[\r\n]/);
    last = end;
  }
  for (const mention of article.mentions) {
    assert.equal(text.slice(mention.start, mention.end), mention.text);
    assert.ok(mention.text.trim() === mention.text && mention.text.length > 0, mention.text);
  }
  const ids = new Set(article.entities.map(({ id }) => id));
  for (const { entity } of article.mentions) assert.ok(entity === undefined || ids.has(entity));
}

const texts: Readonly<Record<string, string>> = {
  empty: '',
  blank: ' \n\r\n\t\n',
  'one word': 'Ostrava',
  'one line of 500 kB': `${paragraph} `.repeat(5000),
  '20,000 short lines': 'Home\nNews\n'.repeat(10_000),
  'no white space': 'A'.repeat(200_000),
  'quotes without end': '“'.repeat(50_000),
  brackets: '[[[<div>'.repeat(20_000),
  'all capitals': paragraph.toUpperCase(),
  'no capitals': paragraph.toLowerCase(),
  'emoji and CRLF': `😀 ${paragraph}\r\n\r\n👩‍👩‍👧 Zoë Ångström met 😀 in Ostrava.\r\n`,
  Arabic: 'قال وزير الخارجية يوم الجمعة إن الاتفاق سيوقع في موسكو. '.repeat(20),
  'lone surrogates': `\ud83d ${paragraph} \ude00`,
  'control characters': `${paragraph}\u0000\u0007\u200f${paragraph}`,
};

describe('hostile texts', () => {
  for (const [name, text] of Object.entries(texts)) {
    it(`${name}: the analysis ends with sound offsets`, () => {
      assertSound(text, analyzeText(text));
    });
  }

  it('keep their names at the right place after astral characters and CRLF', () => {
    const text = texts['emoji and CRLF']!;
    const { mentions } = analyzeText(text);
    const names = mentions.map((mention) => mention.text);
    assert.ok(names.includes('Ada Nkemelu'), names.join());
    assert.ok(names.includes('Ostrava'), names.join());
  });
});
