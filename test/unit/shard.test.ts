import assert from 'node:assert/strict';
import { message } from '../../src/analysis/message';
import { type CachedFile, readShard, writeShard } from '../../src/workspace/shard';

const files = new Map<string, CachedFile>([
  [
    'file:///a.txt',
    { mtime: 5, size: 10, words: 300, boilerplate: 20, entry: Uint8Array.of(1, 2, 3) },
  ],
  [
    'file:///zoë.txt',
    {
      mtime: 6,
      size: 0,
      words: 0,
      boilerplate: 0,
      entry: new Uint8Array(),
      skipped: message('empty'),
    },
  ],
  [
    'file:///c.txt',
    {
      ...{ mtime: 8, size: 3, encoding: 'windows1252', words: 1, boilerplate: 0 },
      ...{ entry: Uint8Array.of(7), warning: message('{0} characters could not be read', 4) },
    },
  ],
  ['file:///b.txt', { mtime: 7, size: 12, words: 9, boilerplate: 0, entry: Uint8Array.of(9) }],
]);

describe('a shard of the index', () => {
  it('gives back every file as it was', () => {
    assert.deepEqual(readShard('1.0', writeShard('1.0', files)), files);
  });

  it('gives entries that hold no byte of the others, which would go along to a worker', () => {
    // A Node buffer, as the editor gives: a slice of one is no copy.
    const shard = Buffer.from(writeShard('1.0', files));
    for (const { entry } of readShard('1.0', shard).values()) {
      assert.equal(entry.buffer.byteLength, entry.length);
    }
  });

  it('is empty for another version of program or models', () => {
    assert.equal(readShard('1.1', writeShard('1.0', files)).size, 0);
  });

  it('is refused when any byte is damaged, or it was cut short', () => {
    const whole = writeShard('1.0', files);
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = whole.slice();
      damaged[at]! ^= 0x40;
      assert.throws(() => readShard('1.0', damaged), `byte ${at}`);
    }
    assert.throws(() => readShard('1.0', whole.subarray(0, whole.length - 1)));
    assert.throws(() => readShard('1.0', new Uint8Array()));
  });
});
