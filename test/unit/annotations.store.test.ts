import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { decideEntities, decideEvents, entityKey } from '../../src/annotations/corpusDecisions';
import {
  type EntityRecord,
  type EventRecord,
  parseEntityRecords,
  parseEventRecords,
  ruleKinds,
} from '../../src/annotations/corpusRecords';
import { anchorOf, readParagraphs, resolveAnchor } from '../../src/annotations/paragraphs';
import { type SpanRecord, stampAfter } from '../../src/annotations/records';
import { defaultSchema, parseSchema } from '../../src/annotations/schema';
import {
  appendRecords,
  foldRecords,
  mergeFiles,
  parseSideCar,
  parseSideCarPath,
  sideCarPath,
} from '../../src/annotations/store';

const text = 'Zoë 😀 Smith met ACME\r\n\r\nSame line.\r\nSame line.\r\n';

function span(id: string, by: string, ts: string, st: SpanRecord['st'] = 'accepted'): SpanRecord {
  const at = anchorOf(readParagraphs(text), { start: 7, end: 12 });
  return {
    t: 'span',
    id,
    label: 'PER',
    at,
    q: 'Smith',
    pre: '',
    suf: '',
    st,
    src: 'human',
    by,
    ts,
  };
}

describe('side-cars', () => {
  it('name their article and annotator in the path', () => {
    const path = sideCarPath('2026/a.b.txt', 'Ána  Bé.X');
    assert.equal(path, '.dateline/annotations/2026/a.b.txt.ána-bé-x.jsonl');
    assert.deepEqual(parseSideCarPath(path), { article: '2026/a.b.txt', annotator: 'ána-bé-x' });
    assert.equal(parseSideCarPath('2026/a.txt'), undefined);
  });

  it('keep and report a broken line without losing the rest', () => {
    const good = appendRecords('', [span('a', 'ana', '2026-01-01T00:00:00.000Z')]);
    const half = good + good.slice(0, 40);
    const disk = appendRecords(half, [span('b', 'ana', '2026-01-01T00:00:01.000Z')]);
    const { records, broken } = parseSideCar(disk, 'x.jsonl');
    assert.equal(records.length, 2);
    assert.deepEqual(
      broken.map(({ file, line, text: kept }) => [file, line, kept]),
      [['x.jsonl', 2, good.slice(0, 40)]],
    );
    assert.ok(disk.includes(good.slice(0, 40)));
  });

  it('read hostile lines as broken, not as records', () => {
    const lines = ['null', '[]', '{"t":"__proto__"}', '{"t":"span","id":"x"}', '<<<<<<< HEAD', '{'];
    const { records, broken } = parseSideCar(`\uFEFF${lines.join('\r\n')}`, 'x');
    assert.equal(records.length, 0);
    assert.equal(broken.length, lines.length);
  });

  it('let the newest word of each person count, whatever the order of the lines', () => {
    const records = [
      span('a', 'ana', '2026-01-01T00:00:01.000Z', 'rejected'),
      span('a', 'ana', '2026-01-01T00:00:00.000Z', 'accepted'),
      span('a', 'ben', '2026-01-01T00:00:00.500Z', 'accepted'),
    ];
    for (const order of [records, records.toReversed(), [...records, ...records]]) {
      const { byAnnotator } = foldRecords(order);
      assert.equal(byAnnotator.get('ana')?.get('a')?.st, 'rejected');
      assert.equal(byAnnotator.get('ben')?.get('a')?.st, 'accepted');
    }
  });

  it('lose nothing when two windows write from the same start', () => {
    const start = appendRecords('', [span('a', 'ana', '2026-01-01T00:00:00.000Z')]);
    const one = appendRecords(start, [span('b', 'ana', '2026-01-01T00:00:01.000Z')]);
    const two = appendRecords(start, [span('c', 'ana', '2026-01-01T00:00:02.000Z')]);
    const ids = (file: string) =>
      [...foldRecords(parseSideCar(file, '').records).byAnnotator.get('ana')!.keys()].sort();
    assert.deepEqual(ids(mergeFiles(one, two)), ['a', 'b', 'c']);
    assert.equal(mergeFiles(one, mergeFiles(one, two)).split('\n').length, 4);
  });

  it('stamp a later decision later even when the clock went back', () => {
    const stamp = stampAfter('2026-01-01T00:00:00.999Z', '2025-12-31T00:00:00.000Z');
    assert.equal(stamp, '2026-01-01T00:00:01.000Z');
  });
});

describe('paragraph anchors', () => {
  it('find the same place after a banner is added and lines end otherwise', () => {
    const paragraphs = readParagraphs(text);
    const later = readParagraphs(`Breaking news!\n\n${text.replaceAll('\r\n', '\n')}`);
    const second = text.lastIndexOf('Same');
    const anchor = anchorOf(paragraphs, { start: second, end: second + 4 });
    assert.equal(anchor[1], 1);
    const found = resolveAnchor(later, anchor, 'Same')!;
    assert.equal(found.start, later.text.lastIndexOf('Same'));
    assert.equal(resolveAnchor(later, anchor, 'Some'), undefined);
  });

  it('cross line ends and stand in blank texts', () => {
    const crossing = { start: 17, end: 30 };
    const quote = text.slice(crossing.start, crossing.end);
    const paragraphs = readParagraphs(text);
    assert.deepEqual(resolveAnchor(paragraphs, anchorOf(paragraphs, crossing), quote), crossing);
    const blank = readParagraphs('  \n');
    assert.deepEqual(resolveAnchor(blank, anchorOf(blank, { start: 0, end: 1 }), ' '), {
      start: 0,
      end: 1,
    });
  });
});

const at = (second: number) => `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`;

describe('corpus decisions', () => {
  const key = entityKey('PER', 'Vladimir Putin');
  const base = { by: 'ana' };

  it('merge, split, rename, retype and alias entities', () => {
    const records: EntityRecord[] = [
      { ...base, t: 'merge', id: '1', ts: at(1), into: key, from: [entityKey('PER', 'Putin')] },
      { ...base, t: 'split', id: '2', ts: at(2), key, forms: ['Mr Putin'], into: 'PER:other' },
      { ...base, t: 'rename', id: '3', ts: at(3), key, name: 'V. V. Putin' },
      { ...base, t: 'kb', id: '4', ts: at(4), key: 'PER:putin', kb: 'Q7747' },
      { ...base, t: 'alias', id: '5', ts: at(5), key, alias: 'the Kremlin chief' },
      { ...base, t: 'retype', id: '6', ts: at(6), key, type: 'ORG' },
      { ...base, t: 'retype', id: '6', ts: at(7), key, type: 'ORG', st: 'withdrawn' },
    ];
    const decisions = decideEntities(records.toReversed());
    assert.equal(decisions.resolve('PER:putin'), key);
    assert.equal(decisions.resolve('PER:putin', 'mr  putin'), 'PER:other');
    assert.equal(decisions.names.get(key), 'V. V. Putin');
    assert.equal(decisions.kb.get(key), 'Q7747');
    assert.deepEqual(decisions.aliases.get(key), ['the Kremlin chief']);
    assert.equal(decisions.types.get(key), undefined);
    const file = appendRecords('', records);
    assert.deepEqual(parseEntityRecords(file, 'entities.jsonl').records, records);
  });

  it('never go round in circles when merges are turned round', () => {
    const merge = (id: string, into: string, ...from: string[]): EntityRecord => {
      return { ...base, t: 'merge', id, ts: at(Number(id)), into, from };
    };
    const { resolve } = decideEntities([
      merge('1', 'b', 'a'),
      merge('2', 'c', 'b'),
      merge('3', 'a', 'c'),
      merge('4', 'b', 'd'),
      merge('5', 'e', 'e'),
    ]);
    assert.equal(new Set(['a', 'b', 'c', 'd'].map((one) => resolve(one))).size, 1);
    assert.equal(resolve('e'), 'e');
  });

  it('pin articles to events through merges, moves and splits', () => {
    const records: EventRecord[] = [
      { ...base, t: 'pin', id: '1', ts: at(1), article: 'x.txt', event: 'e1' },
      { ...base, t: 'move', id: '2', ts: at(2), articles: ['y.txt', 'z.txt'], event: 'e2' },
      { ...base, t: 'merge', id: '3', ts: at(3), into: 'e3', from: ['e2', 'e1'] },
      { ...base, t: 'split', id: '4', ts: at(4), event: 'e3', articles: ['z.txt'], into: 'e4' },
      { ...base, t: 'title', id: '5', ts: at(5), event: 'e3', title: 'Summit in Ostrava' },
      { ...base, t: 'pin', id: '6', ts: at(6), article: 'w.txt', event: 'e3' },
      { ...base, t: 'unpin', id: '7', ts: at(7), articles: ['w.txt'] },
    ];
    const { pins, brought, titles, merged } = decideEvents(
      parseEventRecords(appendRecords('', records), '').records,
    );
    assert.deepEqual(Object.fromEntries(pins), { 'x.txt': 'e3', 'y.txt': 'e3', 'z.txt': 'e4' });
    assert.deepEqual([...brought], ['y.txt', 'z.txt']);
    assert.deepEqual(Object.fromEntries(titles), { e3: 'Summit in Ostrava' });
    assert.equal(merged.get('e1'), 'e3');
  });

  it('keep a rule for the lines of one source', () => {
    const kind = ruleKinds([
      {
        ...base,
        t: 'rule',
        id: '1',
        ts: at(1),
        source: 'X',
        line: 'Updated 10:15',
        kind: 'notice',
      },
    ]);
    assert.equal(kind('X', 'updated 9:02'), 'notice');
    assert.equal(kind('Y', 'updated 9:02'), undefined);
  });
});

describe('the label schema', () => {
  it('falls back to the default labels and names what is wrong', () => {
    assert.deepEqual(parseSchema('{').schema, defaultSchema);
    const { schema, problems } = parseSchema(
      '{"labels":[{"name":"GUN","key":"1"},{"name":"GUN"},{"name":"a b"},{"name":"ACT","key":"1"}]}',
    );
    assert.deepEqual(schema.labels, [{ name: 'GUN', key: '1' }, { name: 'ACT' }]);
    assert.equal(problems.length, 3);
  });

  it('is described by the JSON schema that the editor offers', () => {
    const check = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync('schemas/dateline-schema.json', 'utf8')) as object,
    );
    assert.equal(check(defaultSchema), true);
    assert.equal(check({ labels: [{ name: 'a b' }] }), false);
  });
});
