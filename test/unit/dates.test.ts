import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readDate } from '../../src/analysis/dates';

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
