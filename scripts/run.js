/**
 * `node scripts/run.js FILE.ts [ARGS]`: bundles a script and runs it, so that long computations run as
 * fast as the shipped bundles do; unbundled modules pay for every access to an import.
 */
const { buildSync } = require('esbuild');
const { spawnSync } = require('node:child_process');
const { basename, join } = require('node:path');

const [file, ...args] = process.argv.slice(2);
const outfile = join('out', 'run', `${basename(file, '.ts')}.cjs`);
buildSync({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
