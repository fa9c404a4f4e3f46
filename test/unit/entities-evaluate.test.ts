import assert from 'node:assert/strict';
import { scoreEntities } from '../../src/analysis/entities/evaluate';

describe('scoring entities', () => {
  const gold = [
    { start: 0, end: 5, type: 'PER' as const },
    { start: 10, end: 20, type: 'ORG' as const },
    { start: 30, end: 35, type: 'MISC' as const },
  ];

  it('counts exact spans and, apart, overlaps of the same type', () => {
    const found = [
      { start: 0, end: 5, type: 'PER' as const },
      { start: 12, end: 20, type: 'ORG' as const },
      { start: 40, end: 44, type: 'LOC' as const },
    ];
    const { strict, overlap } = scoreEntities([{ gold, found }]);
    assert.equal(strict.PER.f1, 100);
    assert.equal(strict.ORG.f1, 0);
    assert.equal(strict.micro.precision.toFixed(1), '33.3');
    assert.equal(strict.micro.recall, 50);
    assert.equal(strict.micro4.recall.toFixed(1), '33.3');
    assert.equal(overlap.ORG.f1, 100);
    assert.equal(overlap.micro.recall, 100);
  });

  it('leaves MISC out where it is not labelled', () => {
    const { strict } = scoreEntities([{ gold, found: [], noMISC: true }]);
    assert.equal(strict.MISC.gold, 0);
    assert.equal(strict.micro4.gold, 2);
  });

  it('pairs every mention once', () => {
    const wide = [{ start: 0, end: 20, type: 'PER' as const }];
    const parts = [
      { start: 0, end: 5, type: 'PER' as const },
      { start: 6, end: 12, type: 'PER' as const },
    ];
    assert.equal(scoreEntities([{ gold: wide, found: parts }]).overlap.PER.right, 1);
  });
});
