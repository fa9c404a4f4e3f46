import assert from 'node:assert/strict';
import type { LabelledSpan } from '../../src/annotations/agreement';
import {
  applyLayer,
  emptyLayer,
  learn,
  type Lesson,
  parseLayer,
  scoreDecided,
  tryLearning,
} from '../../src/annotations/learning';

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

  it('comes back from its file, and from a broken one as nothing', () => {
    const layer = learn(lessons);
    assert.deepEqual(parseLayer(JSON.stringify(layer)), layer);
    for (const broken of ['', '{}', '{"v":1,"rules":[null],"names":[]}', '[]']) {
      assert.deepEqual(parseLayer(broken), emptyLayer);
    }
  });
});
