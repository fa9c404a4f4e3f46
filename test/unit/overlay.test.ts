import assert from 'node:assert/strict';
import type { Article, Line, Mention, MentionType } from '../../src/analysis/article';
import { decideEntities } from '../../src/annotations/corpusDecisions';
import type { EntityRecord } from '../../src/annotations/corpusRecords';
import { emptyHistory, perform, redo, undo, wordsBefore } from '../../src/annotations/history';
import { machineIds } from '../../src/annotations/machineIds';
import { findOccurrences } from '../../src/annotations/occurrences';
import { overlay, placeRecords } from '../../src/annotations/overlay';
import { anchorOf, readParagraphs } from '../../src/annotations/paragraphs';
import { quotePlace } from '../../src/annotations/anchoring/quoteMatch';
import type { ArticleRecord, SpanRecord } from '../../src/annotations/records';
import { foldRecords } from '../../src/annotations/store';

const text = 'Vladimir Putin met Fico in Moscow.\nPutin left on Monday.\nShare this: Putin news\n';

const words: readonly [string, MentionType, number, string?][] = [
  ['Vladimir Putin', 'PER', 0, 'p'],
  ['Fico', 'PER', 0, 'f'],
  ['Moscow', 'LOC', 0, 'm'],
  ['Putin', 'PER', 35, 'p'],
  ['Monday', 'DATE', 0],
  ['Putin', 'PER', 60, 'p'],
];

function analysed(source: string): Article {
  const mentions = words.flatMap(([word, type, from, entity]): Mention[] => {
    const start = source.indexOf(word, from);
    const span = { start, end: start + word.length, type, text: word, score: 0.8 };
    const boilerplate = from >= 60;
    return start < 0 ? [] : [{ ...span, boilerplate, ...(entity ? { entity } : {}) }];
  });
  const reason = { message: '', args: [] };
  const line = (number: number, start: number, end: number, kind: Line['kind']): Line => {
    return { number, start, end, kind, score: 0.9, reason };
  };
  const entity = { aliases: [], roles: [], count: 1 };
  return {
    lines: [line(0, 0, 34, 'body'), line(1, 35, 56, 'body'), line(2, 57, 79, 'share')],
    mentions,
    entities: [
      { ...entity, id: 'p', type: 'PER', name: 'Vladimir Putin' },
      { ...entity, id: 'f', type: 'PER', name: 'Fico' },
      { ...entity, id: 'm', type: 'LOC', name: 'Moscow' },
    ],
    ...{ language: 'en', quotes: [], words: { all: 12, article: 9 } },
  };
}

const model = 'news-1';
let clock = 0;
const stamp = () => ({ by: 'ana', ts: new Date(1.8e12 + clock++ * 1000).toISOString() });

function record(
  start: number,
  end: number,
  label: string,
  fields: Partial<SpanRecord>,
): SpanRecord {
  const span = { start, end };
  const at = anchorOf(readParagraphs(text), span);
  const place = { at, ...quotePlace(text, span) };
  const id = `h${clock}`;
  return { t: 'span', id, label, ...place, st: 'accepted', src: 'human', ...stamp(), ...fields };
}

function show(
  records: readonly ArticleRecord[],
  entities: readonly EntityRecord[] = [],
  now = text,
  article = analysed(now),
) {
  const placed = placeRecords(now, records, [text]);
  return overlay({ text: now, article, model, placed, entities: decideEntities(entities) });
}

const idOf = (index: number): string =>
  machineIds(readParagraphs(text), analysed(text).mentions, model)[index]!;

describe('the overlay', () => {
  it('shows what the machine found as suggestions, with entities across the article', () => {
    const { mentions, entities } = show([]);
    assert.equal(mentions.length, 6);
    assert.ok(mentions.every(({ state, origin }) => state === 'suggested' && origin === 'machine'));
    const putin = entities.find(({ key }) => key === 'PER:vladimir putin');
    assert.deepEqual(
      [putin?.name, putin?.aliases, putin?.count, putin?.mentions.length],
      ['Vladimir Putin', ['Putin'], 2, 3],
    );
  });

  it('never brings a rejected mention back, whatever changes around it', () => {
    const rejected = record(19, 23, 'PER', { id: idOf(1), st: 'rejected', src: model });
    const edited = text.replace('in Moscow', 'near Moscow').replace(/^/, 'Banner\n\n');
    for (const now of [text, edited]) {
      const { mentions, rejected: kept } = show([rejected], [], now);
      assert.ok(!mentions.some((mention) => mention.text === 'Fico'));
      assert.deepEqual(
        kept.map((mention) => [mention.text, mention.state]),
        [['Fico', 'rejected']],
      );
    }
  });

  it('replaces a suggestion whose label or edges a person changed', () => {
    const grown = record(35, 45, 'PER', { id: idOf(3), src: model });
    const relabelled = record(27, 33, 'ORG', { id: idOf(2), src: model });
    const { mentions } = show([grown, relabelled]);
    assert.deepEqual(
      mentions.map((mention) => `${mention.text} ${mention.label} ${mention.state}`),
      [
        'Vladimir Putin PER suggested',
        'Fico PER suggested',
        'Moscow ORG accepted',
        'Putin left PER accepted',
        'Monday DATE suggested',
        'Putin PER suggested',
      ],
    );
  });

  it('keeps nested human spans, and every decision when its words are gone', () => {
    const nested = record(9, 14, 'FAMILY', {});
    const { mentions } = show([nested]);
    assert.deepEqual(
      mentions.slice(0, 2).map((mention) => [mention.text, mention.origin]),
      [
        ['Vladimir Putin', 'machine'],
        ['Putin', 'human'],
      ],
    );
    const gone = show([nested], [], 'Another text altogether.', {
      ...analysed('x'),
      mentions: [],
      lines: [],
    });
    assert.deepEqual(
      gone.displaced.map((mention) => [mention.text, mention.state]),
      [['Putin', 'orphan']],
    );
  });

  it('lets the layer given first speak where two people differ', () => {
    const ana = record(19, 23, 'PER', { id: idOf(1), src: model });
    const ben: SpanRecord = { ...ana, by: 'ben', st: 'rejected' };
    assert.equal(show([ana, ben]).rejected.length, 0);
    assert.equal(show([ben, ana]).rejected.length, 1);
  });

  it('lets the newest word of one person speak, though the machine’s id has changed since', () => {
    const old = record(19, 23, 'PER', { id: 'old-model-id', src: 'news-0' });
    const newer = record(19, 23, 'PER', { id: idOf(1), st: 'rejected', src: model });
    assert.equal(show([old, newer]).rejected.length, 1);
    assert.ok(!show([old, newer]).mentions.some((mention) => mention.text === 'Fico'));
  });

  it('obeys decisions about lines and counts their names again', () => {
    const span = { start: 57, end: 79 };
    const place = { at: anchorOf(readParagraphs(text), span), ...quotePlace(text, span) };
    const line: ArticleRecord = {
      ...{ t: 'line', id: 'l1', kind: 'body', st: 'accepted' },
      ...{ ...stamp(), ...place },
    };
    const { lines, entities } = show([line]);
    assert.equal(lines[2]?.kind, 'body');
    assert.equal(lines[2].by, 'ana');
    assert.equal(entities.find(({ name }) => name === 'Vladimir Putin')?.count, 3);
  });

  it('shows merges, renames, types and knowledge base ids of entities at once', () => {
    const key = 'PER:fico';
    const decisions: EntityRecord[] = [
      { t: 'merge', id: '1', into: 'PER:robert fico', from: [key], ...stamp() },
      { t: 'rename', id: '2', key: 'PER:robert fico', name: 'Robert Fico', ...stamp() },
      { t: 'kb', id: '3', key: 'PER:robert fico', kb: 'Q57606', ...stamp() },
      { t: 'retype', id: '4', key: 'LOC:moscow', type: 'ORG', ...stamp() },
    ];
    const { entities, mentions } = show([], decisions);
    const fico = entities.find(({ key: one }) => one === 'PER:robert fico');
    assert.deepEqual([fico?.name, fico?.aliases, fico?.kb], ['Robert Fico', ['Fico'], 'Q57606']);
    assert.equal(mentions.find((mention) => mention.text === 'Moscow')?.label, 'ORG');
  });
});

describe('undo of annotations', () => {
  it('takes actions back and does them again across files, as newer records', () => {
    const first = record(19, 23, 'PER', { id: 'a', st: 'accepted' });
    const second = { ...first, st: 'rejected' as const, ...stamp() };
    const other = record(27, 33, 'LOC', { id: 'b' });
    const history = perform(emptyHistory, {
      name: { message: 'Reject Mentions', args: [] },
      changes: [
        { file: 'x.jsonl', before: first, after: second },
        { file: 'y.jsonl', after: other },
      ],
    });
    const latest = () => undefined;
    const undone = undo(history, '2020-01-01T00:00:00.000Z', latest)!;
    const states = (writes: typeof undone.writes, ...before: SpanRecord[]) => {
      const records = [...before, ...writes.map((write) => write.record as SpanRecord)];
      const layer = foldRecords(records).byAnnotator.get('ana')!;
      return ['a', 'b'].map((id) => layer.get(id)?.st);
    };
    assert.deepEqual(states(undone.writes, first, second, other), ['accepted', 'withdrawn']);
    const redone = redo(undone.history, '2030-01-01T00:00:00.000Z', latest)!;
    assert.deepEqual(states([...undone.writes, ...redone.writes], second), [
      'rejected',
      'accepted',
    ]);
    assert.equal(undo(emptyHistory, '', latest), undefined);
    assert.equal(redo(perform(undone.history, history.done[0]!), '', latest), undefined);
  });

  it('knows the last word of a person before it is shown', () => {
    const first = record(19, 23, 'PER', { id: 'a', st: 'accepted' });
    const second = { ...first, label: 'ORG', ...stamp() };
    const third = { ...first, label: 'LOC', ...stamp() };
    const name = { message: 'Change Label', args: [] };
    const history = perform(emptyHistory, {
      name,
      changes: [{ file: 'x.jsonl', before: first, after: second }],
    });
    const before = wordsBefore(history);
    assert.equal(before('x.jsonl', third, first), second, 'shown is the older one');
    assert.equal(before('x.jsonl', third, undefined), second, 'nothing is shown yet');
    assert.equal(before('y.jsonl', third, first), first, 'another file');
    assert.equal(before('x.jsonl', { ...third, by: 'bo' }, undefined), undefined);
    const newer = { ...first, ...stamp() };
    assert.equal(before('x.jsonl', third, newer), newer, 'shown is newer: elsewhere');
  });
});

describe('occurrences', () => {
  it('are whole words only', () => {
    assert.deepEqual(findOccurrences('Ann, Anna and Ann', 'Ann'), [
      { start: 0, end: 3 },
      { start: 14, end: 17 },
    ]);
    assert.deepEqual(findOccurrences('x', ' '), []);
  });
});
