import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createAnalyzer } from '../../src/analysis/analyze';
import type { LabelledSpan } from '../../src/annotations/agreement';
import {
  applyLayer,
  emptyLayer,
  learn,
  type Lesson,
  scoreDecided,
  tryLearning,
} from '../../src/annotations/learning';
import { adaptOf, parseLearnedRecords, standingLayer } from '../../src/annotations/learned';

const streets = [
  'Novák',
  'Brandt',
  'Haddad',
  'Kuhn',
  'Smith',
  'Berg',
  'Li',
  'Ferrão',
  'Adler',
  'Roth',
];

const find = (text: string, words: string, label: string): LabelledSpan => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, label };
};

/** The machine takes every street for a person, "Breaking News" for a body, and misses the Kombinat. */
function lesson(index: number): Lesson {
  const street = `${streets[index % streets.length]!}${index > 9 ? index : ''} Street`;
  const text = `Breaking News. Ruth Adams of Kombinat met ${street} residents with Agnes Stone.`;
  const machine = [
    find(text, 'Breaking News', 'ORG'),
    find(text, 'Ruth Adams', 'PER'),
    find(text, street, 'PER'),
    find(text, 'Agnes Stone', 'PER'),
  ];
  return {
    text,
    machine,
    accepted: [
      find(text, 'Ruth Adams', 'PER'),
      find(text, 'Kombinat', 'ORG'),
      find(text, street, 'LOC'),
    ],
    rejected: [machine[0]!],
  };
}

describe('learning from corrections', () => {
  const lessons = Array.from({ length: 10 }, (_, i) => lesson(i));

  it('makes unseen cases of a consistent error right after 30 corrections', () => {
    const layer = learn(lessons);
    const unseen = lesson(42);
    assert.equal(scoreDecided([unseen], emptyLayer).right, 1);
    const found = applyLayer(layer, unseen.text, unseen.machine).map(
      ({ start, end, label }) => `${unseen.text.slice(start, end)} ${label}`,
    );
    assert.deepEqual(found, [
      'Ruth Adams PER',
      'Kombinat ORG',
      'Haddad42 Street LOC',
      'Agnes Stone PER',
    ]);
  });

  it('reports before and after on held-out decisions and says whether it helps', () => {
    const { before, after, helps } = tryLearning(lessons);
    assert.equal(after.right, 30);
    assert.equal(after.wrong + after.missed, 0);
    assert.ok(before.f1 < 0.5 && helps);
  });

  it('learns nothing from contradictory or single decisions, and leaves the score as it was', () => {
    const mixed = lessons.map((one, index): Lesson => {
      const isOdd = index % 2 === 1;
      const right = isOdd ? one.machine : one.machine.map((span) => ({ ...span, label: 'MISC' }));
      return { ...one, accepted: right, rejected: [] };
    });
    const { before, after, helps } = tryLearning(mixed);
    assert.ok(after.f1 >= before.f1);
    assert.equal(helps, after.f1 > before.f1);
    assert.deepEqual(learn([lesson(1)]), emptyLayer);
    assert.equal(tryLearning([]).helps, false);
  });

  it('takes the most telling cue and no broader one beside it', () => {
    const { rules } = learn(lessons);
    assert.deepEqual(
      rules.filter(({ to }) => to === 'LOC').map(({ cue, word }) => [cue, word]),
      [['last', 'Street']],
      'nothing on “met”, which stands before every street here',
    );
    const elsewhere = 'They met Agnes Stone.';
    const machine = [find(elsewhere, 'Agnes Stone', 'PER')];
    assert.equal(applyLayer(learn(lessons), elsewhere, machine)[0]!.label, 'PER');
  });

  it('comes back from its file: the newest record that stands, whatever else is in it', () => {
    const layer = learn(lessons);
    const record = { t: 'layer', id: 'layer', by: 'ana', ts: '2026-01-02T00:00:00.000Z', ...layer };
    const older = { ...record, rules: [], names: [], ts: '2026-01-01T00:00:00.000Z' };
    const forgotten = { ...record, st: 'withdrawn', ts: '2026-01-03T00:00:00.000Z' };
    const file = (...records: readonly object[]) =>
      records.map((one) => `${JSON.stringify(one)}\n`).join('');
    const read = (text: string) => standingLayer(parseLearnedRecords(text, 'f').records);
    assert.deepEqual(read(file(record, older)), record);
    assert.equal(read(file(record, forgotten)), undefined);
    assert.equal(adaptOf(file(record, forgotten)), undefined);
    for (const broken of [
      '',
      '{}',
      '{"t":"layer","v":1,"rules":[null],"names":[]}',
      '[]',
      '{"t"',
    ]) {
      assert.equal(read(broken), undefined);
    }
  });

  it('never labels the same words twice, though one learnt name holds another', () => {
    const names = ['Kombinat', 'Kombinat Ost'].map((form) => ({ form, label: 'ORG', seen: 2 }));
    const found = applyLayer({ ...emptyLayer, names }, 'Kombinat Ost and Kombinat met.', []);
    assert.deepEqual(
      found.map(({ start, end }) => [start, end]),
      [
        [0, 12],
        [17, 25],
      ],
    );
  });
});

describe('what was learnt, over the shipped models', () => {
  const read = (name: string): Uint8Array => readFileSync(`models/${name}.bin`);
  const analyze = createAnalyzer({ entities: read('entities'), boilerplate: read('boilerplate') });
  const towns = [
    'Orrin',
    'Tarnow',
    'Brannevik',
    'Velmar',
    'Corran',
    'Halden',
    'Aurelis',
    'Kestrel',
  ];
  const kinds = ['Weekly', 'Morning', 'Evening', 'Northern'];
  const paperOf = (index: number): string =>
    `${towns[index % towns.length]!} ${kinds[Math.floor(index / towns.length) % kinds.length]!} Gazette`;
  const textOf = (paper: string): string =>
    [
      'Council votes for a new bridge',
      '',
      `The council of Ostrava voted on Monday for a bridge over the river, the ${paper} reported.`,
      '',
      `Mayor Ruth Adams told the ${paper} that work would begin in spring.`,
    ].join('\n');

  const found = (paper: string, learned = '') =>
    analyze(textOf(paper), {}, undefined, adaptOf(learned)).mentions;
  const labels = (paper: string, learned = ''): string[] =>
    found(paper, learned)
      .filter(({ text }) => text.endsWith('Gazette'))
      .map(({ type, label }) => label ?? type);

  /** People here want newspapers under a label of their own, wherever the machine sees an organisation. */
  const lessonFrom = (paper: string): Lesson => {
    const machine = found(paper).map(({ start, end, type }) => ({ start, end, label: type }));
    const text = textOf(paper);
    const accepted = machine.map((span) =>
      text.slice(span.start, span.end).endsWith('Gazette') ? { ...span, label: 'PAPER' } : span,
    );
    return { text, machine, accepted, rejected: [] };
  };

  it('gives unseen names the label of 30 corrections, and leaves every other mention alone', () => {
    const lessons = Array.from({ length: 30 }, (_, index) => lessonFrom(paperOf(index)));
    const { before, after, helps } = tryLearning(lessons);
    assert.ok(helps && after.f1 > before.f1, 'better on decisions held out');
    const record = { t: 'layer', id: 'layer', by: 'ana', ts: '2026-01-01', ...learn(lessons) };
    const learned = `${JSON.stringify(record)}\n`;
    const unseen = 'Sotra Daily Gazette';
    assert.ok(labels(unseen).length > 0 && !labels(unseen).includes('PAPER'));
    assert.deepEqual([...new Set(labels(unseen, learned))], ['PAPER']);
    const others = (all: ReturnType<typeof found>) =>
      all.filter(({ text }) => !text.endsWith('Gazette')).map(({ text, type }) => [text, type]);
    assert.deepEqual(others(found(unseen, learned)), others(found(unseen)));
  });
});
