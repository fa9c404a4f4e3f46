import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Line, LineKind, Mention } from '../../src/analysis/article';
import { findDates, readDate } from '../../src/analysis/dates';
import { splitLines } from '../../src/analysis/lines';
import { message, renderMessage } from '../../src/analysis/message';

describe('readDate', () => {
  const cases: [line: string, day: string, time: string | undefined, span: string][] = [
    ['Saturday, May 24, 2025', '2025-05-24', undefined, 'Saturday, May 24, 2025'],
    ['Published 10:32 GMT, 3 March 2024', '2024-03-03', '10:32+00:00', '10:32 GMT, 3 March 2024'],
    ['2025-01-17T10:00:00+01:00', '2025-01-17', '10:00:00+01:00', '2025-01-17T10:00:00+01:00'],
    ['2025-01-17 10:00:00Z', '2025-01-17', '10:00:00+00:00', '2025-01-17 10:00:00Z'],
    ['Stand: 17.01.2025, 18:30 Uhr', '2025-01-17', '18:30', '17.01.2025, 18:30 Uhr'],
    ['Jan. 17, 2025 4:05 p.m. ET', '2025-01-17', '16:05-05:00', 'Jan. 17, 2025 4:05 p.m. ET'],
    ['July 4, 2025 at 4 PM ET', '2025-07-04', '16:00-04:00', 'July 4, 2025 at 4 PM ET'],
    ['Updated Sept. 3rd, 2024', '2024-09-03', undefined, 'Sept. 3rd, 2024'],
    ['By Ada Nkemelu | 24-May-2025 | 3 min read', '2025-05-24', undefined, '24-May-2025'],
    [
      '2 minute readApril 25, 20232:26 PM GMT+2Last',
      '2023-04-25',
      '14:26+02:00',
      'April 25, 20232:26 PM GMT+2',
    ],
    ['Sat 2 Mar 2024 17.00 CET', '2024-03-02', '17:00+01:00', 'Sat 2 Mar 2024 17.00 CET'],
    ['17. Januar 2025', '2025-01-17', undefined, '17. Januar 2025'],
    ['17 de enero de 2025', '2025-01-17', undefined, '17 de enero de 2025'],
    ['le 1er août 2025 à 14h05', '2025-08-01', '14:05', '1er août 2025 à 14h05'],
    ['3 марта 2024', '2024-03-03', undefined, '3 марта 2024'],
    ['2025年1月17日', '2025-01-17', undefined, '2025年1月17日'],
    ['11/20/19 6:38 AM', '2019-11-20', '06:38', '11/20/19 6:38 AM'],
    ['21/06/2014 Sport', '2014-06-21', undefined, '21/06/2014'],
    [
      '12 a.m. on Friday, 2 January 2026',
      '2026-01-02',
      '00:00',
      '12 a.m. on Friday, 2 January 2026',
    ],
  ];
  for (const [line, day, time, span] of cases) {
    it(`reads "${line}"`, () => {
      const date = readDate(line);
      assert.ok(date);
      assert.equal(date.day, day);
      assert.equal(date.time, time === undefined ? undefined : `${day}T${time}`);
      assert.equal(line.slice(date.start, date.end), span);
    });
  }

  it('prefers the day of publication to that of an update', () => {
    const line = 'UPDATED: 3 May 2025, 10:00 | PUBLISHED: 1 May 2025, 09:00';
    assert.equal(readDate(line)?.time, '2025-05-01T09:00');
  });

  for (const line of [
    'Copyright 1999-2025 Harbour Courier',
    'January 17',
    'May 2025',
    'Call 555-010-2025',
    'Version 2.1.25',
    '31 February 2025',
    'Summer 2024',
    '',
  ]) {
    it(`finds no full date in "${line}"`, () => {
      assert.equal(readDate(line), undefined);
    });
  }

  it('takes hostile lines in its stride', () => {
    for (const line of ['1'.repeat(1e6), 'Jan '.repeat(1e5), '1/1/'.repeat(1e5), ' '.repeat(1e6)]) {
      assert.equal(readDate(line), undefined);
    }
  });
});

function linesOf(text: string, kind: LineKind = 'body'): Line[] {
  return splitLines(text)
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
    .map((line) => ({ ...line, kind, score: 1, reason: message('for the test') }));
}

const show = ({ text, date }: Mention) =>
  date === undefined
    ? text
    : `${text} = ${date.from}${date.to === date.from ? '' : `..${date.to}`}`;

describe('findDates', () => {
  // A Wednesday.
  const anchor = '2025-01-15';
  const cases: [text: string, ...dates: string[]][] = [
    ['The deal was signed on Friday in Ostrava.', 'Friday = 2025-01-10'],
    ['The deal will be signed on Friday.', 'Friday = 2025-01-17'],
    [
      'The ministry said Monday that both sides will sign the deal on Friday while he is there.',
      'Monday = 2025-01-13',
      'Friday = 2025-01-17',
    ],
    ['It is due on Wednesday.', 'Wednesday = 2025-01-15'],
    ['The mayor is to visit them on Monday.', 'Monday = 2025-01-20'],
    ['They expect more rain on Friday.', 'Friday = 2025-01-17'],
    ['Work on it starts before the end of June.', 'the end of June = 2025-06-24..2025-06-30'],
    ['It has been closed since June.', 'June = 2024-06-01..2024-06-30'],
    ['They meet in Ostrava on January 17.', 'January 17 = 2025-01-17'],
    ['On 17 January, she spoke.', '17 January = 2025-01-17'],
    ['It was agreed days before he took office on Jan. 20.', 'Jan. 20 = 2025-01-20'],
    ['She was arrested on March 10.', 'March 10 = 2024-03-10'],
    ['Last June, he signed it.', 'Last June = 2024-06-01..2024-06-30'],
    ['The army fled last December.', 'last December = 2024-12-01..2024-12-31'],
    ['In October, the minister confirmed it.', 'October = 2024-10-01..2024-10-31'],
    ['plans by the end of January', 'the end of January = 2025-01-25..2025-01-31'],
    ['since February 2022', 'February 2022 = 2022-02-01..2022-02-28'],
    [
      'the war of 2022 and the 1990s',
      '2022 = 2022-01-01..2022-12-31',
      '1990s = 1990-01-01..1999-12-31',
    ],
    ['he signed it last year', 'last year = 2024-01-01..2024-12-31'],
    ['They arrived yesterday.', 'yesterday = 2025-01-14'],
    ['It began two weeks ago.', 'two weeks ago = 2024-12-30..2025-01-05'],
    ['on Oct. 11, 2024, and 3 May 2025', 'Oct. 11, 2024 = 2024-10-11', '3 May 2025 = 2025-05-03'],
    ['The trial ran Jan. 5-7.', 'Jan. 5-7 = 2025-01-05..2025-01-07'],
    ['Friday’s attack', 'Friday = 2025-01-10'],
    ['Talks took place over the weekend.', 'the weekend = 2025-01-11..2025-01-12'],
  ];
  for (const [text, ...dates] of cases) {
    it(`resolves "${text}"`, () => {
      const mentions = findDates(text, linesOf(text), anchor);
      assert.deepEqual(mentions.map(show), dates);
      for (const mention of mentions) {
        assert.equal(text.slice(mention.start, mention.end), mention.text);
      }
    });
  }

  for (const text of [
    'Theresa May said he will march with August Wilson. April Jones agreed.',
    'The Sun reported a 2-1 win; she sat. Call 555-0123 about the Boeing 737 or the A2000.',
    'Some 2,024 people, aged 25 and 31, bought 2000 of them on Black Friday.',
    'Second, it may be enough; mar the record, dec the halls.',
    'Every Friday they meet.',
  ]) {
    it(`finds no date in "${text}"`, () => {
      assert.deepEqual(findDates(text, linesOf(text), anchor).map(show), []);
    });
  }

  it('reads "to sign" in a headline as the future', () => {
    const text = 'Leaders to sign pact on Friday';
    assert.deepEqual(findDates(text, linesOf(text, 'headline'), anchor).map(show), [
      'Friday = 2025-01-17',
    ]);
  });

  it('finds relative dates without an anchor, but leaves them open', () => {
    const text = 'On Friday and on 3 May 2025, in 2022';
    assert.deepEqual(findDates(text, linesOf(text)).map(show), [
      'Friday',
      '3 May 2025 = 2025-05-03',
      '2022 = 2022-01-01..2022-12-31',
    ]);
  });

  it('tells how a day was counted', () => {
    const text = 'It ended Friday.';
    const [mention] = findDates(text, linesOf(text), anchor);
    assert.equal(
      renderMessage(mention!.dateReason!),
      "counted from the article's date, 2025-01-15",
    );
  });

  it('marks dates in boilerplate, counts none of them, and leaves copyright years alone', () => {
    const related = 'Saturday, May 24, 2025. It began on Friday.';
    const mentions = findDates(related, linesOf(related, 'related'), anchor);
    assert.deepEqual(mentions.map(show), ['Saturday, May 24, 2025 = 2025-05-24', 'Friday']);
    assert.ok(mentions.every(({ boilerplate }) => boilerplate));
    const copyright = 'Copyright 1999-2025. Published in 2025.';
    assert.deepEqual(findDates(copyright, linesOf(copyright, 'copyright'), anchor), []);
  });

  it('keeps to its offsets in CRLF text with emoji', () => {
    const text = '🎉 Party\r\n\r\nIt began on Friday 🎉, and on 3 March.\r\n';
    for (const { start, end, text: words } of findDates(text, linesOf(text), anchor)) {
      assert.equal(text.slice(start, end), words);
    }
    assert.equal(findDates(text, linesOf(text), anchor).length, 2);
  });

  it('gets through hostile text', () => {
    for (const piece of [
      'Friday ',
      'January 1 ',
      '2022 ',
      'a ',
      '1 ',
      'ed ',
      'last ',
      'May ',
      ' ago',
    ]) {
      const text = piece.repeat(4e3);
      findDates(text, linesOf(text), anchor);
    }
  });
});
