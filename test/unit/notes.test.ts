import assert from 'node:assert/strict';
import { decideEntities } from '../../src/annotations/corpusDecisions';
import { overlay, placeRecords } from '../../src/annotations/overlay';
import type { NoteRecord } from '../../src/annotations/records';
import { appendRecords, foldRecords, parseSideCar } from '../../src/annotations/store';
import type { ExchangeNote } from '../../src/formats/exchange';
import { findFormat } from '../../src/formats/formats';
import { exportDocuments } from '../../src/formats/lossReport';
import { placesOf } from '../../src/worker/places';
import { fixture, fixtureText } from './formats.fixture';
import { plainArticle } from './plainMachine';

const text = 'Mara Lindqvist spoke in Ostrava.\nThe 😀 council voted on Monday.\n';

const spanOf = (source: string, words: string) => {
  const start = source.indexOf(words);
  return { start, end: start + words.length };
};

const note = (id: string, words: string | undefined, fields: Partial<NoteRecord>): NoteRecord => ({
  ...{ t: 'note', id, text: id, st: 'accepted', by: 'ana', ts: '2026-01-01T00:00:00.000Z' },
  ...(words === undefined ? {} : placesOf(text, [spanOf(text, words)])[0]!),
  ...fields,
});

const shown = (records: readonly NoteRecord[], now = text) => {
  const kept = parseSideCar(appendRecords('', records), 'a').records;
  const { byAnnotator } = foldRecords(kept);
  const all = [...byAnnotator.values()].flatMap((layer) => [...layer.values()]);
  return overlay({
    ...{ text: now, article: plainArticle(now), model: 'm', entities: decideEntities([]) },
    placed: placeRecords(now, all, [text]),
  }).notes.map(({ id, start, end, lost, re }) => ({
    id,
    on: start === undefined ? undefined : now.slice(start, end),
    ...(lost !== undefined && { lost }),
    ...(re !== undefined && { re }),
  }));
};

describe('notes', () => {
  const records = [
    note('who', 'Mara Lindqvist', {}),
    note('reply', 'Mara Lindqvist', { re: 'who', by: 'ben' }),
    note('all', undefined, {}),
    note('old', 'Monday', {}),
    note('old', 'Monday', { st: 'withdrawn', ts: '2026-01-02T00:00:00.000Z' }),
  ];

  it('stand on their words, on the article, and under the note they answer', () => {
    assert.deepEqual(shown(records), [
      { id: 'who', on: 'Mara Lindqvist' },
      { id: 'all', on: undefined },
      { id: 'reply', on: 'Mara Lindqvist', re: 'who' },
    ]);
  });

  it('go with their words when the article is scraped anew, and are kept when those are gone', () => {
    const moved = `Menu\n\nSubscribe now\n\n${text}`;
    assert.equal(shown(records, moved)[0]!.on, 'Mara Lindqvist');
    assert.deepEqual(shown(records.slice(0, 1), 'Nothing of it is left here.\n'), [
      { id: 'who', on: undefined, lost: 'Mara Lindqvist' },
    ]);
  });
});

describe('notes under exchange', () => {
  const notes: readonly ExchangeNote[] = [
    { id: 'n 1', text: 'Who is <b>she</b>?\nAsk.', by: 'ana', ...spanOf(fixtureText, '𝒳-ray') },
    { id: 'n2', text: 'Her sister', by: 'בן', re: 'n 1', ...spanOf(fixtureText, '𝒳-ray') },
    { id: 'n3', text: 'Read twice.', by: 'ana' },
  ];
  const document = { ...fixture, notes };
  const web = findFormat('webannotation')!;

  it('are commenting and replying Web Annotations, in code points, and come back whole', () => {
    const { files, losses } = exportDocuments(web, [document]);
    assert.ok(!losses.some(({ what }) => what.message.includes('Notes')));
    const page = JSON.parse(files[0]!.content) as {
      items: {
        motivation: string;
        target: { selector?: { start: number; end: number; exact: string }[] };
      }[];
    };
    const first = page.items.find(({ motivation }) => motivation === 'commenting')!;
    const { start, end } = first.target.selector![0]!;
    assert.equal(Array.from(fixtureText).slice(start, end).join(''), '𝒳-ray');
    const back = web.read(files, () => fixtureText);
    assert.deepEqual(back.documents[0]!.notes, notes);
    assert.equal(back.documents[0]!.mentions.length, fixture.mentions.length);
  });

  it('whose words are not found stand on the article, and that is told', () => {
    const { files } = exportDocuments(web, [document]);
    const other = web.read(files, () => fixtureText.replace('𝒳-ray', '𝒳-RAY'));
    assert.deepEqual(
      other.documents[0]!.notes!.map(({ start }) => start),
      [undefined, undefined, undefined],
    );
    assert.ok(
      other.losses.some(({ what, count }) => what.message.startsWith('Notes') && count === 2),
    );
  });

  it('are named in the loss report of a format without notes', () => {
    const { losses } = exportDocuments(findFormat('conll')!, [document]);
    assert.deepEqual(
      losses.filter(({ what }) => what.message.startsWith('Notes')).map(({ count }) => count),
      [3],
    );
  });
});
