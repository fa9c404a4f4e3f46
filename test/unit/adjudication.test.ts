import assert from 'node:assert/strict';
import {
  adjudicate,
  agreementOf,
  goldAnnotator,
  type Ruling,
  settle,
} from '../../src/annotations/adjudication';
import { placeRecords } from '../../src/annotations/overlay';
import type { SpanRecord } from '../../src/annotations/records';
import { serialiseRecord } from '../../src/annotations/store';
import { createAnnotationCalls } from '../../src/worker/annotationCalls';
import { placesOf } from '../../src/worker/places';
import { plainArticle } from './plainMachine';

const text = 'John Smith met the Bank of Ostrava in Prague.\nSmith left the bank.\n';

let clock = 0;

function span(by: string, words: string, label: string, fields: Partial<SpanRecord> = {}) {
  const start = text.indexOf(words);
  return {
    ...{ t: 'span', id: `${by}-${words}`, by, label, st: 'accepted', src: 'human' },
    ts: new Date(1.8e12 + clock++ * 1000).toISOString(),
    ...placesOf(text, [{ start, end: start + words.length }])[0]!,
    ...fields,
  } as SpanRecord;
}

const layers = [
  span('ana', 'John Smith', 'PER'),
  span('ana', 'Bank of Ostrava', 'ORG'),
  span('ana', 'Prague', 'LOC', { id: 'm1', src: 'dateline' }),
  span('ben', 'Smith', 'PER'),
  span('ben', 'Bank of Ostrava', 'ORG'),
  span('ben', 'Prague', 'ORG', { id: 'm1', src: 'dateline' }),
  span('ben', 'the bank', 'ORG'),
];

const look = (records: readonly SpanRecord[]) => adjudicate(text, placeRecords(text, records));

const asGold = (rulings: readonly Ruling[]): SpanRecord[] =>
  rulings.map(({ vote, st }) => ({
    ...vote.record,
    ...{ by: goldAnnotator, st, via: 'cyd', ts: new Date(1.8e12 + clock++ * 1000).toISOString() },
  }));

const shown = (records: readonly SpanRecord[], only?: readonly string[]) => {
  const nothing = { file: '', text: '' };
  const sideCars = ['ana', 'ben', goldAnnotator].map((by) => ({
    file: by,
    text: records
      .filter((record) => record.by === by)
      .map(serialiseRecord)
      .join('\n'),
  }));
  return createAnnotationCalls()
    .lay({
      ...{ uri: 'a', text, machine: plainArticle(text), sideCars, oldTexts: [], live: false },
      ...{ entities: nothing, rules: nothing, annotator: 'ben', ...(only && { layers: only }) },
    })
    .shown.mentions.map((mention) => `${mention.text} ${mention.label}`);
};

describe('adjudication of layers', () => {
  it('names each difference and what everyone says there', () => {
    const { open, agreed, settled } = look(layers);
    assert.deepEqual(
      open.map(({ kind, votes }) => [
        kind,
        ...[...votes].map(([by, all]) => `${by}: ${all.map((one) => one.text).join()}`),
      ]),
      [
        ['boundary', 'ana: John Smith', 'ben: Smith'],
        ['label', 'ana: Prague', 'ben: Prague'],
        ['span', 'ana: ', 'ben: the bank'],
      ],
    );
    assert.deepEqual([agreed.map((one) => one.text), settled], [['Bank of Ostrava'], 0]);
  });

  it('settles one after the other into gold, which is shown before everyone’s own layer', () => {
    const [edges, label, single] = look(layers).open;
    const first = [...layers, ...asGold(settle(edges!, 'ana'))];
    assert.deepEqual(
      [look(first).open.length, look(first).settled],
      [2, 1],
      'what was settled is not asked again',
    );
    const all = [...first, ...asGold(settle(label!, 'ana')), ...asGold(settle(single!))];
    assert.deepEqual([look(all).open.length, look(all).settled], [0, 3]);
    assert.deepEqual(shown(all), ['John Smith PER', 'Bank of Ostrava ORG', 'Prague LOC']);
  });

  it('asks again when somebody marks something new there', () => {
    const gold = asGold(settle(look(layers).open[0]!, 'ana'));
    const later = span('ben', 'John Smith met', 'PER');
    assert.equal(look([...layers, ...gold, later]).open[0]!.kind, 'boundary');
  });

  it('comes back when the settlement is withdrawn', () => {
    const gold = asGold(settle(look(layers).open[0]!, 'ana'));
    const undone = gold.map((record): SpanRecord => ({ ...record, st: 'withdrawn' }));
    assert.equal(look([...layers, ...undone]).open.length, 3);
  });

  it('shows the chosen layers only', () => {
    assert.deepEqual(shown(layers, ['ana']), [
      'John Smith PER',
      'Bank of Ostrava ORG',
      'Prague LOC',
    ]);
    assert.deepEqual(shown(layers, ['ben']), [
      'Smith PER',
      'Bank of Ostrava ORG',
      'Prague ORG',
      'the bank ORG',
    ]);
  });

  it('counts agreement of each two over the articles that both annotated', () => {
    const one = look(layers);
    const alone = look(layers.filter(({ by }) => by === 'ana'));
    const [pair, ...others] = agreementOf([one, alone]);
    assert.deepEqual([pair!.people, pair!.articles, others.length], [['ana', 'ben'], 1, 0]);
    // Of ana's three spans and ben's four, one is the same: 2 · 1 ÷ 7.
    assert.ok(Math.abs(pair!.f1 - 2 / 7) < 1e-9);
    assert.ok(pair!.kappa > 0 && pair!.kappa < 1 && pair!.alpha > 0 && pair!.alpha < 1);
    const [twice] = agreementOf([one, one]);
    assert.ok(Math.abs(twice!.kappa - pair!.kappa) < 1e-9, 'the same article twice says the same');
    assert.equal(twice!.articles, 2);
  });
});
