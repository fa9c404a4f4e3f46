/**
 * Bundles the unit and golden tests into out/test: the code under test then runs as fast as it does when
 * shipped, and a model that many tests need is loaded once.
 */
const { buildSync } = require('esbuild');
const { rmSync } = require('node:fs');
const { globSync } = require('tinyglobby');

rmSync('out/test', { recursive: true, force: true });
buildSync({
  entryPoints: globSync('test/{unit,golden,fuzz}/**/*.test.ts'),
  outdir: 'out/test',
  outbase: 'test',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});
