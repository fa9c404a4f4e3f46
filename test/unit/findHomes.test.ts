import assert from 'node:assert/strict';
import { findHomes } from '../../src/annotations/findHomes';

const gone = (path: string, ...hashes: string[]) => ({ path, hashes: new Set(hashes) });

describe('an annotated article that is gone', () => {
  const present = [
    { path: '2024/storm.txt', hash: 'a' },
    { path: '2024/copy.txt', hash: 'b' },
    { path: 'wire/fire.txt', hash: 'b' },
    { path: 'other.txt', hash: 'c' },
  ];

  it('is where its text is, under whatever name', () => {
    const homes = findHomes([gone('flood.txt', 'x', 'a')], present);
    assert.deepEqual([...homes], [['flood.txt', '2024/storm.txt']]);
  });

  it('is, of several copies, the one of its name', () => {
    assert.deepEqual(
      [...findHomes([gone('fire.txt', 'b')], present)],
      [['fire.txt', 'wire/fire.txt']],
    );
    assert.equal(findHomes([gone('blaze.txt', 'b')], present).size, 0);
  });

  it('is not guessed where its text is nowhere, or two may have gone to one place', () => {
    assert.equal(findHomes([gone('lost.txt', 'z')], present).size, 0);
    assert.equal(findHomes([gone('one.txt', 'a'), gone('two.txt', 'a')], present).size, 0);
  });
});
