import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readModel } from '../../src/analysis/boilerplate/model';

describe('the line model', () => {
  it('reads the same from a buffer of Node as from plain bytes', () => {
    const buffer = readFileSync('models/boilerplate.bin');
    const { hashed } = readModel(buffer);
    assert.deepEqual(hashed, readModel(new Uint8Array(buffer)).hashed);
    assert.notDeepEqual(hashed.weights.slice(0, 4), new Int8Array(buffer.subarray(0, 4)));
  });
});
