import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { inLanes } from '../../src/workspace/inLanes';

describe('items in lanes', () => {
  it('are all visited, no more at a time than there are lanes', async () => {
    const visited: number[] = [];
    let underWay = 0;
    let most = 0;
    await inLanes(Array(10).keys(), 3, async (item) => {
      most = Math.max(most, ++underWay);
      await sleep(1);
      underWay--;
      visited.push(item);
    });
    assert.deepEqual(
      visited.sort((a, b) => a - b),
      [...Array(10).keys()],
    );
    assert.equal(most, 3);
  });

  it('are begun no more after a failure, which is told when the others have ended', async () => {
    const ended: number[] = [];
    const failing = inLanes(Array(10).keys(), 2, async (item) => {
      if (item === 1) throw new Error('no room left');
      await sleep(20);
      ended.push(item);
    });
    await assert.rejects(failing, /no room left/);
    assert.deepEqual(ended, [0]);
  });
});
