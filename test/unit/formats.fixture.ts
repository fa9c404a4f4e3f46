import { byPlace, type ExchangeDocument, type ExchangeMention } from '../../src/formats/exchange';

/** Emoji outside the BMP and joined, a combining accent, CRLF, right-to-left, signs that formats escape. */
export const fixtureText = [
  'Zoë 😀 Smith met ACME Corp.',
  '',
  'Holding <b> & "co" [1]|_ -> a\\b; 👩‍👩‍👧 Rene\u0301 Noël left the Bank of New York.',
  "ראש הממשלה בנימין נתניהו said =SUM(A1) to @smith, 'quoted' 5*3.\tTab 𝒳-ray.",
  'On Monday, 12 May 2025 it rained.',
  '',
].join('\r\n');

const spans: readonly [string, string, Partial<ExchangeMention>?][] = [
  ['Smith', 'PER', { entity: 'PER:zoë smith', score: 0.93, state: 'suggested', origin: 'machine' }],
  ['ACME Corp.\r\n\r\nHolding', 'ORG', { entity: 'ORG:acme' }],
  ['ACME Corp.', 'ORG', { entity: 'ORG:acme' }],
  ['👩‍👩‍👧', 'MISC'],
  ['Rene\u0301 Noël', 'PER'],
  ['Bank of New York', 'ORG'],
  ['New York', 'LOC', { entity: 'LOC:new york' }],
  ['of New York.\r\nראש', 'MISC', { state: 'changed' }],
  ['בנימין נתניהו', 'PER', { by: 'בן', entity: 'PER:netanyahu' }],
  ['=SUM(A1)', 'MISC'],
  ['@smith', 'PER'],
  ["'quoted'", 'MISC'],
  ['𝒳-ray', 'WEAPON'],
  ['ray', 'MISC'],
  ['Monday, 12 May 2025', 'DATE'],
];

/** An article with every difficulty that a format may meet. */
export const fixture: ExchangeDocument = {
  id: '2026/a b.txt',
  text: fixtureText,
  bom: true,
  mentions: spans
    .map(([words, label, fields], index): ExchangeMention => {
      const start = fixtureText.indexOf(words);
      const place = { id: `h${index}`, start, end: start + words.length, label };
      return { ...place, origin: 'human', by: 'ana', state: 'accepted', ...fields };
    })
    .sort(byPlace),
  entities: [
    { key: 'PER:zoë smith', type: 'PER', name: 'Zoë Smith', aliases: ['Smith'], kb: 'Q42' },
    { key: 'ORG:acme', type: 'ORG', name: 'ACME', aliases: ['ACME Corp.', 'a|b\\c'] },
    { key: 'LOC:new york', type: 'LOC', name: 'New York', aliases: [], kb: 'Q60' },
    { key: 'PER:netanyahu', type: 'PER', name: 'בנימין נתניהו', aliases: [] },
  ],
  event: { id: 'e1', title: 'Meeting, "in the rain"' },
  lines: [{ start: 0, end: 26, kind: 'headline' }],
  metadata: {
    title: 'Zoë & ACME',
    authors: ['Ana B.', 'Ben'],
    dateline: 'OSTRAVA',
    date: '2025-05-12',
    source: 'Example <News>',
    language: 'en',
  },
};
