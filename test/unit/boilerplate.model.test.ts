import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trainingCorpora, type GoldPage } from '../../scripts/boilerplate/corpus';
import { train } from '../../scripts/boilerplate/train';
import { readModel } from '../../src/analysis/boilerplate/model';

describe('the line model', () => {
  it('reads the same from a buffer of Node as from plain bytes', () => {
    const buffer = readFileSync('models/boilerplate.bin');
    const { hashed } = readModel(buffer);
    assert.deepEqual(hashed, readModel(new Uint8Array(buffer)).hashed);
    assert.notDeepEqual(hashed.weights.slice(0, 4), new Int8Array(buffer.subarray(0, 4)));
  });

  it('comes out the same from the same pages, and reads back', function () {
    this.timeout(20_000);
    const folder = mkdtempSync(join(tmpdir(), 'dateline-train-'));
    try {
      for (const [k, name] of trainingCorpora.entries()) {
        const pages = [0, 1, 2].map((i) => JSON.stringify(pageOf(3 * k + i)));
        writeFileSync(join(folder, `${name}.jsonl`), pages.join('\n'));
      }
      const settings = { trees: 3, secondTrees: 2, headTrees: 2, leaves: 4, rate: 0.3, seed: 1 };
      const trainOnce = () => train(folder, settings, () => undefined);
      const bytes = trainOnce();
      assert.deepEqual(trainOnce(), bytes);
      assert.equal(readModel(bytes).heads.english.roots.length, 3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** An invented page: a menu, a head, paragraphs, a footer. */
function pageOf(n: number): GoldPage {
  const places = ['Harwick', 'Ternby', 'Brannevik', 'Orrin'];
  const place = places[n % places.length]!;
  const line = (text: string, label: string, near: number) => ({ text, label, near });
  return {
    id: `page${n}`,
    site: `site${n}.example`,
    split: 'train',
    title: `Council of ${place} votes on its harbour`,
    authors: ['Ann Lindqvist'],
    date: '2026-03-05',
    lines: [
      ...['Home', 'Sport', 'Weather', 'Subscribe'].map((text) => line(text, 'B', 0)),
      line(`Council of ${place} votes on its harbour`, 'T', 1),
      line('By Ann Lindqvist', 'A', 1),
      line('5 March 2026', 'D', 1),
      ...Array.from({ length: 6 + (n % 5) }, (_value, i) =>
        line(
          `The council of ${place} said on day ${i} that the harbour would stay open for ${n + i} more years.`,
          'C',
          2,
        ),
      ),
      line('A crane on the quay. Photograph: Tom Okafor', 'P', 2),
      ...['Share this article', 'More from our paper', 'Privacy policy'].map((text) =>
        line(text, 'B', 1),
      ),
    ],
  };
}
