import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary';
import { articles } from './articles';
import { hostFolder } from '../install';

/** Runs tests, given as the body of their entry function, in the host made of npm packages. */
function runInHost(body: string): { status: number | null; stderr: string } {
  const folder = temporaryFolder('driver');
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'none', publisher: 'x', version: '0.0.1', engines: { vscode: '*' } }),
  );
  writeFileSync(join(folder, 'tests.js'), `exports.run = async () => { ${body} };`);
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      join(hostFolder, 'code'),
      `--extensionDevelopmentPath=${folder}`,
      `--extensionTestsPath=${join(folder, 'tests.js')}`,
      articles,
    ],
    { encoding: 'utf8', env: { ...process.env, DATELINE_TEST_RESULT: join(folder, 'result') } },
  );
  return { status, stderr };
}

describe('The test host itself', () => {
  it('fails tests that throw', () => {
    const leaveResult = "require('fs').writeFileSync(process.env.DATELINE_TEST_RESULT, '');";
    assert.equal(runInHost(`${leaveResult} throw new Error('no');`).status, 1);
  });

  it('fails tests whose extension host dies, though VS Code reports success', () => {
    assert.equal(runInHost("process.kill(process.pid, 'SIGKILL');").status, 1);
    const { status, stderr } = runInHost('process.exit(0);');
    assert.equal(status, 1);
    assert.match(stderr, /left no result/);
  });
});
