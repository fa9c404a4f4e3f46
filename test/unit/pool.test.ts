import assert from 'node:assert/strict';
import { AnalysisPool, type PoolOptions } from '../../src/worker/pool';
import type { AnalysisCalls, Analysed, AnalysisRequest } from '../../src/worker/protocol';
import { fakeWorker } from './fakeWorker';

/** Texts that tell the fake analysis what to do. */
const hang = 'hang';
const crash = 'crash';

const nothing = new Uint8Array();
const models = async () => ({ entities: nothing, boilerplate: nothing, background: nothing });

function request(uri: string, text = '', version = 1): AnalysisRequest {
  return { uri, version, text, origin: {} };
}

/** A pool over fake workers that note the order of their jobs. */
function setUp(options: Partial<PoolOptions> = {}) {
  const begun: string[] = [];
  let workers = 0;
  const calls: AnalysisCalls = {
    load: () => undefined,
    analyse: (job) => {
      begun.push(job.uri);
      if (job.text === crash) throw new Error('cannot read this');
      const answer = { uri: job.uri, version: job.version } as Analysed;
      const work = job.text === hang ? new Promise(() => undefined) : Promise.resolve(answer);
      return work as unknown as Analysed;
    },
  };
  const spawn = async () => {
    workers++;
    return fakeWorker(calls);
  };
  const pool = new AnalysisPool({ size: 1, spawn, models, ...options });
  return { pool, begun, workers: () => workers };
}

describe('analysis pool', () => {
  it('starts no worker before there is work', () => {
    const { workers } = setUp();
    assert.equal(workers(), 0);
  });

  it('serves open articles before indexed ones', async () => {
    const { pool, begun } = setUp();
    await Promise.all([
      pool.analyse(request('a'), 'index'),
      pool.analyse(request('b'), 'index'),
      pool.analyse(request('open'), 'open'),
    ]);
    assert.deepEqual(begun, ['open', 'a', 'b']);
  });

  it('analyses only the newest version of an article', async () => {
    const { pool, begun } = setUp();
    const [old, fresh] = await Promise.all([
      pool.analyse(request('a', '', 1), 'open'),
      pool.analyse(request('a', '', 2), 'open'),
    ]);
    assert.equal(old.kind, 'stale');
    assert.equal(fresh.kind === 'analysed' && fresh.analysed.version, 2);
    assert.deepEqual(begun, ['a']);
  });

  it('kills a job past its budget and goes on with the next', async () => {
    const { pool, workers } = setUp({ budget: () => 20 });
    const [slow, next] = await Promise.all([
      pool.analyse(request('slow', hang), 'index'),
      pool.analyse(request('next'), 'index'),
    ]);
    assert.deepEqual(slow, { kind: 'overrun', budget: 20 });
    assert.equal(next.kind, 'analysed');
    assert.equal(workers(), 2);
  });

  it('pushes an index job aside for an open article and does it later', async () => {
    const { pool, begun } = setUp({ patience: 10, budget: () => 60 });
    const long = pool.analyse(request('long', hang), 'index');
    await new Promise((resolve) => setTimeout(resolve, 5));
    const open = await pool.analyse(request('open'), 'open');
    assert.equal(open.kind, 'analysed');
    assert.equal((await long).kind, 'overrun');
    assert.deepEqual(begun, ['long', 'open', 'long']);
  });

  it('reports a failing analysis and stays in service', async () => {
    const { pool } = setUp();
    const failed = await pool.analyse(request('a', crash), 'index');
    assert.equal(failed.kind === 'failed' && failed.error.includes('cannot read this'), true);
    assert.equal((await pool.analyse(request('b'), 'index')).kind, 'analysed');
  });

  it('fails waiting jobs when no worker can be started', async () => {
    const { pool } = setUp({
      spawn: () => Promise.reject(new Error('no threads left')),
    });
    const outcome = await pool.analyse(request('a'), 'index');
    assert.deepEqual(outcome, { kind: 'failed', error: 'no threads left' });
  });

  it('drops waiting index jobs on cancel, but not open ones', async () => {
    const { pool } = setUp();
    const index = pool.analyse(request('a'), 'index');
    const open = pool.analyse(request('b'), 'open');
    pool.cancelIndex();
    assert.equal((await index).kind, 'stale');
    assert.equal((await open).kind, 'analysed');
  });
});
