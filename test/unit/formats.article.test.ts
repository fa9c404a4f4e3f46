import assert from 'node:assert/strict';
import type { Article } from '../../src/analysis/article';
import { decideEntities } from '../../src/annotations/corpusDecisions';
import { labelSpan, placeOf, writeNote } from '../../src/annotations/makeRecords';
import { overlay, placeRecords } from '../../src/annotations/overlay';
import { readParagraphs } from '../../src/annotations/paragraphs';
import type { ArticleRecord, SpanRecord } from '../../src/annotations/records';
import { lessonOf } from '../../src/annotations/lessons';
import { exchangeDocument, importRecords } from '../../src/formats/articleExchange';
import { formats } from '../../src/formats/formats';

const text = 'Rain in Lund\r\nZoë Smith 😀 left Lund on Monday.\r\n';
const mention = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length, text: words, score: 0.7, boilerplate: false };
};
const article: Article = {
  lines: [
    { number: 0, start: 0, end: 12, kind: 'headline', score: 1, reason: { message: '', args: [] } },
    { number: 1, start: 14, end: 47, kind: 'body', score: 1, reason: { message: '', args: [] } },
  ],
  headline: { value: 'Rain in Lund', start: 0, end: 12 },
  language: 'en',
  mentions: [
    { ...mention('Lund'), type: 'LOC', entity: 'l' },
    { ...mention('Zoë Smith'), type: 'PER', entity: 'z' },
    { ...mention('Lund', 20), type: 'LOC', entity: 'l' },
  ],
  entities: [
    { id: 'l', type: 'LOC', name: 'Lund', aliases: [], roles: [], count: 2 },
    { id: 'z', type: 'PER', name: 'Zoë Smith', aliases: [], roles: [], count: 1 },
  ],
  quotes: [],
  words: { all: 9, article: 9 },
};
const paragraphs = readParagraphs(text);
const stamp = { by: 'ana', ts: '2026-01-01T00:00:00.000Z' };

function show(records: readonly ArticleRecord[], machine = article) {
  const placed = placeRecords(text, records);
  return overlay({ text, article: machine, model: 'm', placed, entities: decideEntities([]) });
}

describe('from the screen to a file and back', () => {
  const first = show([]);
  const decided = (nth: number, over: Partial<SpanRecord>, span = first.mentions[nth]!) => ({
    ...labelSpan(paragraphs, span, first.mentions[nth]!.label, {
      ...stamp,
      id: first.mentions[nth]!.id,
    }),
    ...{ src: first.mentions[nth]!.by, ...over },
  });
  const smith = { ...first.mentions[1]!, start: 18, end: 23 };
  const records: ArticleRecord[] = [
    decided(0, { st: 'accepted' }),
    decided(1, { st: 'accepted', label: 'ORG' }, smith),
    decided(2, { st: 'rejected' }),
    labelSpan(paragraphs, mention('Monday'), 'DATE', { ...stamp, id: 'h1' }),
    {
      ...{ t: 'line', id: 'l0', kind: 'kicker', st: 'accepted', ...stamp },
      ...placeOf(paragraphs, { start: 0, end: 12 }),
    },
    writeNote(paragraphs, 'Which Lund?', { ...stamp, id: 'n1' }, mention('Lund')),
  ];
  const shown = show(records);
  const document = exchangeDocument({ path: 'a.txt', text, article, shown });

  it('carries decisions into the document', () => {
    assert.deepEqual(
      document.mentions.map(({ start, end, label, state }) => [
        text.slice(start, end),
        label,
        state,
      ]),
      [
        ['Lund', 'LOC', 'accepted'],
        ['Smith', 'ORG', 'accepted'],
        ['Monday', 'DATE', 'accepted'],
      ],
    );
    assert.equal(document.lines?.[0]?.kind, 'kicker');
    assert.deepEqual(document.metadata, { title: 'Rain in Lund', language: 'en' });
    assert.deepEqual(
      shown.notes.map(({ text: note, start }) => [note, start]),
      [['Which Lund?', 8]],
    );
  });

  it('teaches what was corrected', () => {
    const lesson = lessonOf(text, article, shown)!;
    assert.deepEqual([lesson.accepted.length, lesson.rejected.length], [3, 1]);
    assert.equal(lessonOf(text, article, first), undefined);
  });

  for (const format of formats) {
    it(`shows the same mentions after a way through ${format.name}`, () => {
      const [back] = format.read(format.write([document]), () => text).documents;
      const imported = importRecords(back!, 'ben', stamp.ts);
      const again = show(imported.records, { ...article, mentions: [], entities: [] });
      const form = ({ mentions }: typeof shown) =>
        mentions.map(({ start, end, label }) => [start, end, label]);
      if (format.id !== 'schema-org') assert.deepEqual(form(again), form(shown));
      const twice = importRecords(back!, 'ben', stamp.ts);
      assert.deepEqual(twice, imported);
    });
  }
});
