import assert from 'node:assert/strict';
import { connect, connectLater, WorkerGone } from '../../src/worker/calls';
import { fakeWorker } from './fakeWorker';

const sums = {
  add: (a: number, b: number) => a + b,
  fail: () => {
    throw new Error('out of ink');
  },
  never: () => new Promise<void>(() => undefined),
};

describe('calls over a port', () => {
  it('answers each call with its own result', async () => {
    const { remote } = connect<typeof sums>(fakeWorker(sums));
    assert.deepEqual(await Promise.all([remote.add(1, 2), remote.add(3, 4)]), [3, 7]);
  });

  it('passes an exception on with its message', async () => {
    const { remote } = connect<typeof sums>(fakeWorker(sums));
    await assert.rejects(remote.fail(), /out of ink/);
  });

  it('fails open calls when the worker dies, and every call after that', async () => {
    const worker = fakeWorker(sums);
    const { remote } = connect<typeof sums>(worker);
    const open = remote.never();
    worker.die('out of memory');
    await assert.rejects(open, WorkerGone);
    await assert.rejects(remote.add(1, 1), /out of memory/);
  });

  it('fails open calls when it is closed', async () => {
    const { remote, close } = connect<typeof sums>(fakeWorker(sums));
    const open = remote.never();
    close();
    await assert.rejects(open, WorkerGone);
  });

  it('opens a late port anew after its worker has died, and says why it died', async () => {
    const workers: ReturnType<typeof fakeWorker>[] = [];
    const deaths: string[] = [];
    const { remote } = connectLater<typeof sums>(
      async () => {
        const worker = fakeWorker(sums);
        workers.push(worker);
        return worker;
      },
      (why) => deaths.push(why),
    );
    assert.equal(await remote.add(1, 1), 2);
    const open = remote.never();
    await Promise.resolve();
    workers[0]!.die('out of memory');
    await assert.rejects(open, WorkerGone);
    assert.deepEqual(deaths, ['out of memory']);
    assert.equal(await remote.add(2, 3), 5);
    assert.equal(workers.length, 2);
  });

  it('ends a worker that is of no use any more as if it had died', async () => {
    const deaths: string[] = [];
    const { remote, fail } = connectLater<typeof sums>(
      async () => fakeWorker(sums),
      (why) => deaths.push(why),
    );
    assert.equal(await remote.add(1, 1), 2);
    const open = remote.never();
    await Promise.resolve();
    fail('half a change');
    await assert.rejects(open, WorkerGone);
    assert.deepEqual(deaths, ['half a change']);
    assert.equal(await remote.add(2, 3), 5);
  });

  it('opens a late port at the first call, once', async () => {
    let opened = 0;
    const { remote } = connectLater<typeof sums>(async () => {
      opened++;
      return fakeWorker(sums);
    });
    assert.equal(opened, 0);
    await Promise.all([remote.add(1, 1), remote.add(2, 2)]);
    assert.equal(opened, 1);
  });
});
