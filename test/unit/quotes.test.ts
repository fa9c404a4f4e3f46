import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Line, LineKind, Mention, MentionType } from '../../src/analysis/article';
import { splitLines } from '../../src/analysis/lines';
import { message } from '../../src/analysis/message';
import { findQuotes } from '../../src/analysis/quotes';

/** The names in a text: `[Ada Nkemelu:PER]` in the source stands for the bare name. */
function marked(source: string): { text: string; mentions: Mention[] } {
  const mentions: Mention[] = [];
  let text = '';
  let from = 0;
  for (const match of source.matchAll(/\[([^[\]:]{1,40}):(PER|ORG|LOC)\]/g)) {
    text += source.slice(from, match.index);
    const start = text.length;
    text += match[1]!;
    mentions.push({
      start,
      end: text.length,
      type: match[2] as MentionType,
      text: match[1]!,
      score: 1,
      entity: match[1]!.split(' ').at(-1)!,
      boilerplate: false,
    });
    from = match.index + match[0].length;
  }
  return { text: text + source.slice(from), mentions };
}

function quotesOf(
  source: string,
  kind: LineKind = 'body',
): [quote: string, speaker: string, entity?: string][] {
  const { text, mentions } = marked(source);
  const lines: Line[] = splitLines(text)
    .filter((line) => line.end > line.start)
    .map((line) => ({ ...line, kind, score: 1, reason: message('for the test') }));
  return findQuotes(text, lines, mentions).map(({ start, end, speaker, entity }) => {
    const words = speaker ? text.slice(speaker.start, speaker.end) : '';
    return entity === undefined
      ? [text.slice(start, end), words]
      : [text.slice(start, end), words, entity];
  });
}

describe('findQuotes', () => {
  const cases: [source: string, ...quotes: [string, string, string?][]][] = [
    [
      '“We will not wait any longer,” said Harbour Minister [Ada Nkemelu:PER].',
      ['“We will not wait any longer,”', 'Ada Nkemelu', 'Nkemelu'],
    ],
    [
      '“We will not wait,” [Ada Nkemelu:PER] told reporters in [Ostrava:LOC].',
      ['“We will not wait,”', 'Ada Nkemelu', 'Nkemelu'],
    ],
    [
      '[Ada Nkemelu:PER] praised the deal as a "real and lasting change" for [Ostrava:LOC].',
      ['"real and lasting change"', 'Ada Nkemelu', 'Nkemelu'],
    ],
    [
      '[Ada Nkemelu:PER] left early. “It was all too much,” she said. “I went straight home.”',
      ['“It was all too much,”', 'Ada Nkemelu', 'Nkemelu'],
      ['“I went straight home.”', 'Ada Nkemelu', 'Nkemelu'],
    ],
    [
      '[Ada Nkemelu:PER] met [Jo Lindqvist:PER]. “It was all too much,” she said.',
      ['“It was all too much,”', 'she'],
    ],
    ['“Nobody was hurt at all,” officials said.', ['“Nobody was hurt at all,”', 'officials']],
    [
      'According to [Northline:ORG], the yard is “on its last legs now”.',
      ['“on its last legs now”', 'Northline', 'Northline'],
    ],
    ['Er sagte: „Wir warten nicht länger.“', ['„Wir warten nicht länger.“', '']],
    ['«Nous n’attendrons pas», a-t-il dit.', ['«Nous n’attendrons pas»', '']],
    [
      '‘We don’t wait for anyone,’ [Jo Lindqvist:PER] said.',
      ['‘We don’t wait for anyone,’', 'Jo Lindqvist', 'Lindqvist'],
    ],
  ];
  for (const [source, ...quotes] of cases) {
    it(`reads ${source}`, () => {
      assert.deepEqual(quotesOf(source), quotes);
    });
  }

  it('joins a quote that runs over paragraphs', () => {
    const source = [
      '[Ada Nkemelu:PER] said: “We waited for a year.',
      '“We waited for another one.',
      '“Now we go.” Then she left.',
    ].join('\n\n');
    assert.deepEqual(quotesOf(source), [
      [
        '“We waited for a year.\n\n“We waited for another one.\n\n“Now we go.”',
        'Ada Nkemelu',
        'Nkemelu',
      ],
    ]);
  });

  it('takes a pronoun for the speaker of the paragraph before', () => {
    const quotes = quotesOf(
      '“We will not wait,” [Ada Nkemelu:PER] said.\n\n“It is far too late,” she added.',
    );
    assert.deepEqual(quotes[1], ['“It is far too late,”', 'Ada Nkemelu', 'Nkemelu']);
  });

  it('leaves apostrophes, inches, single words and boilerplate alone', () => {
    assert.deepEqual(
      quotesOf('The leaders’ pact, a 7" screen and the "so-called" deal ‘ends’ here.'),
      [],
    );
    assert.deepEqual(quotesOf('“Join our community of readers today”', 'promo'), []);
  });

  it('gets through hostile text', () => {
    for (const piece of [
      '“',
      '"',
      '‘a ',
      '“a b c d” said ',
      '" "',
      '“a b c\n',
      'said he “',
      '»«',
    ]) {
      quotesOf(piece.repeat(4e3));
    }
  });
});
