import assert from 'node:assert/strict';
import type { TextOrigin } from '../../src/analysis/article';
import { renderMessage } from '../../src/analysis/message';
import { analyzeText } from '../shipped/analyzer';

const opening = 'LISBON, March 13 (Reuters) -';
const article = (dateline = opening, ...foot: string[]): string =>
  [
    'Portugal signs port deal with Velmar',
    '',
    `${dateline} Portugal signed an agreement with Velmar on Thursday that opens the port of Brannevik to its fishing fleet for 15 years, the foreign ministry said.`,
    '',
    'The minister, Leonor Vasques, told reporters in Lisbon that crews would be able to land their catch there from the summer. Talks had begun after the storms of March 11, 2011.',
    '',
    'Opposition lawmakers said that the government had paid too much for the berth, and that they would vote against it.',
    ...foot,
    '',
  ].join('\n');

const dateOf = (text: string, origin: TextOrigin = {}) => {
  const { date, mentions } = analyzeText(text, origin);
  return {
    told: date ? `${date.day}: ${renderMessage(date.reason)}` : undefined,
    words: date?.start === undefined ? undefined : text.slice(date.start, date.end),
    thursday: mentions.find(({ text: words }) => words === 'Thursday'),
  };
};

describe('the day of an article that tells no year', () => {
  it('is read from the dateline where that has the year', () => {
    const { told, words } = dateOf(article('LISBON, March 13, 2025 (Reuters) -'));
    assert.equal(told, '2025-03-13: stands in the dateline');
    assert.equal(words, 'March 13, 2025');
  });

  it('takes the year from a date on the page', () => {
    const foot = '© Harbour Wire. All rights reserved. Retrieved March 15, 2025.';
    const { told, words, thursday } = dateOf(article(opening, '', foot));
    assert.equal(told, '2025-03-13: without a year in the text; the year from a date on the page');
    assert.equal(words, 'March 13');
    assert.equal(thursday?.date?.from, '2025-03-13', 'and other days are counted from it');
  });

  it('takes the year from the folder', () => {
    for (const path of ['wire/2025/port.txt', '2025-03/port.txt']) {
      const { told } = dateOf(article(), { path });
      assert.equal(told, '2025-03-13: without a year in the text; the year from the file’s path');
    }
    assert.equal(dateOf(article(), { path: 'wire/port-2030-plans.txt' }).told, undefined);
    assert.equal(dateOf(article(), { path: '2024/2025/port.txt' }).told, undefined);
  });

  it('takes the year from a change of the file soon after, and from no other', () => {
    const saved = dateOf(article(), { modified: '2025-03-15' });
    assert.equal(
      saved.told,
      '2025-03-13: without a year in the text; the year from the file’s last change, 2025-03-15',
    );
    const late = dateOf(article(), { modified: '2026-11-22' });
    assert.equal(late.told, undefined);
    assert.equal(
      renderMessage(late.thursday!.dateReason!),
      'counted from the last change of the file, 2026-11-22',
    );
  });

  it('goes over the turn of the year', () => {
    const { told } = dateOf(article('LISBON, Dec 30 (Reuters) -'), { modified: '2025-01-02' });
    assert.match(told!, /^2024-12-30/);
  });

  /** The same with a date line under the headline and no day in the dateline. */
  const withDateLine = (line: string, ...foot: string[]): string =>
    article('LISBON (Reuters) -', '', ...foot).replace('\n\n', `\n${line}\n\n`);

  it('takes the year from the copyright line under a wire article, but no day that lies ahead', () => {
    const copyright = '© 2025 Harbour Wire. All rights reserved.';
    const text = article(opening, '', copyright);
    const told = '2025-03-13: without a year in the text; the year from the copyright line';
    assert.equal(dateOf(text).told, told);
    assert.equal(dateOf(text, { modified: '2025-01-20' }).told, undefined);
    const page = article(opening, '', '© 2019-2025 Harbour Wire. All rights reserved.');
    assert.equal(dateOf(page).told, undefined, 'a page renews that year');
    assert.equal(dateOf(withDateLine('March 13', copyright)).told, undefined, 'as a blog does');
  });

  it('is at odds with no weekday that is named', () => {
    const day = (text: string) => dateOf(text, { path: '2025/port.txt' }).told?.slice(0, 10);
    assert.equal(day(article('LISBON, Thursday, March 13 (Reuters) -')), '2025-03-13');
    assert.equal(day(article('LISBON, Friday, March 13 (Reuters) -')), undefined);
    assert.equal(day(withDateLine('Thursday, March 13')), '2025-03-13');
    assert.equal(day(withDateLine('Friday, March 13')), undefined);
  });

  it('is not guessed from the years of the story', () => {
    assert.equal(dateOf(article()).told, undefined);
  });
});
