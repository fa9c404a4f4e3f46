import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The recipes of docs/scale.md, with `dateline` as it is built here. */
describe('the recipes for many machines', function () {
  this.timeout(300_000);
  let folder: string;

  before(() => {
    execFileSync(process.execPath, ['esbuild.js', '--quiet']);
    folder = mkdtempSync(join(tmpdir(), 'dateline-recipes-'));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const program = `${JSON.stringify(process.execPath)} ${JSON.stringify(resolve('dist/cli.js'))}`;

  function recipe(command: string): string {
    const shown = command.replaceAll('dateline ', `${program} `).replaceAll('PARTS', folder);
    return execFileSync('sh', ['-c', shown], { encoding: 'utf8', maxBuffer: 1e8, stdio: 'pipe' });
  }

  /** The articles of each event of the last line. */
  const eventsOf = (out: string): string[] => {
    const last = JSON.parse(out.trim().split('\n').at(-1)!) as {
      readonly events: readonly { readonly articles: readonly string[] }[];
    };
    return last.events.map(({ articles }) => [...articles].sort().join(' ')).sort();
  };

  const whole = (): string[] => eventsOf(recipe('dateline analyze --json samples'));

  /** Only the GNU programs know the option. */
  const has = (name: string): boolean => spawnSync(name, ['--version']).status === 0;

  it('give the same events by xargs as at one go', function () {
    if (!has('xargs')) this.skip();
    const out = recipe(
      `find samples/*/ -type f -print0 | xargs -0 -P 2 -n 7 sh -c 'dateline analyze --json --no-events --features "$@" > PARTS/$$.ndjson || [ $? = 1 ]' - 2>PARTS/log && dateline group PARTS/*.ndjson`,
    );
    assert.deepEqual(eventsOf(out), whole());
  });

  it('give the same events by GNU parallel as at one go', function () {
    if (!has('parallel')) {
      console.log('      GNU parallel is not here: its recipe is not tested');
      this.skip();
    }
    const out = recipe(
      `find samples/*/ -type f -print0 | parallel -0 -n 7 --line-buffer dateline analyze --json --no-events --features > PARTS/all.ndjson 2>PARTS/log; dateline group PARTS/all.ndjson`,
    );
    assert.deepEqual(eventsOf(out), whole());
  });

  it('stand in the document as they are tested', () => {
    const text = readFileSync('docs/scale.md', 'utf8');
    for (const part of [
      'parallel -0 -n 500 --line-buffer',
      'xargs -0 -P 8 -n 500',
      'dateline group',
    ]) {
      assert.ok(text.includes(part), part);
    }
  });
});
