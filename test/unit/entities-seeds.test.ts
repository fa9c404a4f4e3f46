import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entity, Line } from '../../src/analysis/article';
import { linkEntities } from '../../src/analysis/entities/link';
import { createRecogniser } from '../../src/analysis/entities/recognise';

const seeds = '../shared/seeds';

/** The lines of a file; what follows the copyright line or the author's biography is page furniture. */
function linesOf(text: string, furniture: RegExp): Line[] {
  const from = text.search(furniture);
  const lines: Line[] = [];
  let start = 0;
  text.split('\n').forEach((raw, number) => {
    const end = start + raw.length;
    const kind = from >= 0 && start >= from ? 'other' : raw.startsWith('By ') ? 'byline' : 'body';
    const reason = { message: '', args: [] };
    if (raw.trim() !== '') lines.push({ start, end, number, kind, score: 1, reason });
    start = end + 1;
  });
  return lines;
}

/** By file: entities that must be found in the article itself. */
const expected: Readonly<Record<string, readonly string[]>> = {
  '000_036015557033a5b6.txt': [
    'PER Vladimir Putin',
    'PER Masoud Pezeshkian',
    'PER Sergei Lavrov',
    'PER Stefan J. Bos',
    'ORG Kremlin',
    'LOC Moscow',
    'LOC Iran',
    'LOC Ukraine',
    'LOC Tehran',
    'LOC North Korea',
    'MISC Russian',
  ],
  '001_f04d96f4789224dd.txt': [
    'PER Vladimir Putin',
    'PER Masoud Pezeshkian',
    'PER Bashar al-Assad',
    'PER Donald J. Trump',
    'PER Stefan J. Bos',
    'ORG Hezbollah',
    'LOC Syria',
    'LOC Kyiv',
    'LOC Middle East',
    'MISC Lebanese',
  ],
  '002_95752044925d5376.txt': [
    'PER Vladimir Putin',
    'PER Masoud Pezeshkian',
    'PER Bashar al-Assad',
    'ORG Kremlin',
    'ORG Moscow Times',
    'LOC Kursk Oblast',
    'LOC Ashgabat',
    'LOC Turkmenistan',
  ],
  '003_cfdfa364d534bce8.txt': [
    'PER Vladimir Putin',
    'PER Masoud Pezeshkian',
    'PER Donald Trump',
    'PER Bashar al-Assad',
    'ORG Kremlin',
    'LOC Kazan',
    'LOC Pyongyang',
  ],
  '004_c098ef31a28fb065.txt': [
    'PER Vladimir Putin',
    'PER Masoud Pezeshkian',
    'ORG RIA Novosti',
    'ORG Shanghai Cooperation Organization',
    'ORG BRICS',
    'ORG Eurasian Economic Union',
    'LOC Tehran',
  ],
};

describe('names in the seed articles', () => {
  let read: (file: string) => Entity[];

  before(function () {
    if (!existsSync(seeds)) {
      console.log(`      skipped: ${seeds} is not here`);
      this.skip();
    }
    const recognise = createRecogniser(new Uint8Array(readFileSync('models/entities.bin')));
    read = (file) => {
      const text = readFileSync(path.join(seeds, file), 'utf8');
      const lines = linesOf(text, /^(?:Copyright 1999|Avatar$|This article has been)/m);
      return linkEntities(text, recognise(text, lines)).entities;
    };
  });

  for (const [file, names] of Object.entries(expected)) {
    it(`finds and links those of ${file}`, () => {
      const entities = read(file);
      const counted = entities.filter(({ count }) => count > 0);
      const found = counted.map(({ type, name }) => `${type} ${name.replace(/^The /, '')}`);
      assert.deepEqual(
        names.filter((name) => !found.includes(name)),
        [],
      );
      // Putin is Vladimir Putin, and nobody else.
      assert.ok(!found.includes('PER Putin') && !found.includes('PER Pezeshkian'));
    });
  }

  it('counts nothing that stands in page furniture', () => {
    const entities = read('000_036015557033a5b6.txt');
    for (const name of ['Friedrich Merz', 'Xi Jinping', 'Hamburg', 'Gaza']) {
      assert.equal(entities.find((entity) => entity.name === name)?.count, 0, name);
    }
  });
});
