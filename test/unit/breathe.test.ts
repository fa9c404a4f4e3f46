import assert from 'node:assert/strict';
import { breathe } from '../../src/workspace/breathe';
import { inLanes } from '../../src/workspace/inLanes';

/** Works for so many milliseconds without letting go. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('long work on the host’s thread', () => {
  it('lets others have their turn between its pieces, in many lanes too', async () => {
    let turns = 0;
    const other = setInterval(() => turns++);
    const done: number[] = [];
    await inLanes(Array(20).keys(), 8, async (item) => {
      await new Promise(setImmediate);
      await breathe();
      work(20);
      done.push(item);
    });
    clearInterval(other);
    assert.equal(done.length, 20, 'each is done');
    assert.ok(turns >= 10, `${turns} turns`);
  });
});
