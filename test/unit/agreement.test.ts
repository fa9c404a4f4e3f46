import assert from 'node:assert/strict';
import { kappa, type LabelledSpan, spanF1, tokenLabels } from '../../src/annotations/agreement';
import { disagreements } from '../../src/annotations/disagreements';
import { tokenise } from '../../src/annotations/tokens';
import { unitisingAlpha } from '../../src/annotations/unitisingAlpha';

const span = (label: string, start: number, end: number): LabelledSpan => ({ label, start, end });
const close = (actual: number, expected: number) => {
  assert.ok(Math.abs(actual - expected) < 0.0005, `${actual} is not ${expected}`);
};

describe('agreement', () => {
  it('of spans is exact F1', () => {
    const a = [span('PER', 0, 5), span('LOC', 10, 15), span('ORG', 20, 25)];
    const b = [span('PER', 0, 5), span('LOC', 10, 16)];
    const { precision, recall, f1 } = spanF1(a, b);
    assert.deepEqual([precision, recall], [1 / 2, 1 / 3]);
    close(f1, 0.4);
    assert.equal(spanF1([], []).f1, 1);
    assert.equal(spanF1(a, []).f1, 0);
  });

  it('of tokens is Cohen’s kappa, as worked by hand', () => {
    // 50 items: both yes 20, a only 5, b only 10, both no 15. Po = 0.7, Pe = 0.5·0.6 + 0.5·0.4 = 0.5.
    const rows = (a: string, b: string, times: number) =>
      Array.from({ length: times }, () => [a, b] as const);
    const all = [
      ...rows('y', 'y', 20),
      ...rows('y', 'n', 5),
      ...rows('n', 'y', 10),
      ...rows('n', 'n', 15),
    ];
    close(
      kappa(
        all.map(([a]) => a),
        all.map(([, b]) => b),
      ),
      0.4,
    );
    // Four tokens, a: PER PER – LOC; b: PER – – LOC. Po = 3/4, Pe = 2/4·1/4 + 1/4·1/4 + 1/4·2/4 = 5/16.
    const tokens = tokenise('Zoë Smith left Ostrava');
    const a = tokenLabels(tokens, [span('PER', 0, 9), span('LOC', 15, 22)]);
    const b = tokenLabels(tokens, [span('PER', 0, 3), span('LOC', 15, 22)]);
    close(kappa(a, b), (3 / 4 - 5 / 16) / (11 / 16));
    assert.equal(kappa([], []), 1);
  });

  it('on units is Krippendorff’s alpha, as in his own example', () => {
    // Krippendorff 2004, p. 254: two observers, a continuum from 150 of length 300.
    const k = [span('k', 180, 240), span('k', 300, 350)];
    const i = [...k, span('c', 225, 295), span('c', 370, 400)];
    const j = [...k, span('c', 220, 300), span('c', 355, 375), span('c', 400, 420)];
    const { alpha, byLabel } = unitisingAlpha([i, j], { start: 150, end: 450 });
    // By hand for c: 2·(5² + 5² + 15² + 25² + 20²) ÷ (2·1·300²) = 1300 ÷ 90000.
    close(byLabel.get('c')!.observed, 1300 / 90000);
    close(byLabel.get('c')!.expected, 0.0532);
    close(byLabel.get('c')!.alpha, 0.7286);
    close(byLabel.get('k')!.expected, 0.049);
    assert.equal(byLabel.get('k')!.alpha, 1);
    close(alpha, 0.8591);
  });

  it('on units is 1 for full agreement and for nothing at all', () => {
    const layer = [span('PER', 0, 5)];
    assert.equal(unitisingAlpha([layer, layer], { start: 0, end: 50 }).alpha, 1);
    assert.equal(unitisingAlpha([[], []], { start: 0, end: 0 }).alpha, 1);
    assert.ok(unitisingAlpha([layer, [span('PER', 40, 45)]], { start: 0, end: 50 }).alpha <= 0);
  });
});

describe('adjudication', () => {
  it('lists what differs and names how', () => {
    const ana = [span('PER', 0, 5), span('LOC', 10, 20), span('ORG', 30, 40), span('PER', 50, 60)];
    const ben = [span('PER', 0, 5), span('ORG', 10, 20), span('ORG', 32, 40), span('LOC', 55, 60)];
    const found = disagreements(
      new Map([
        ['ana', [...ana, span('PER', 70, 75)]],
        ['ben', ben],
      ]),
    );
    assert.deepEqual(
      found.map(({ kind, start, end }) => [kind, start, end]),
      [
        ['label', 10, 20],
        ['boundary', 30, 40],
        ['both', 50, 60],
        ['span', 70, 75],
      ],
    );
    assert.deepEqual(found[3]!.votes.get('ben'), []);
  });
});
