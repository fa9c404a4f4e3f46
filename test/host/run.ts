import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { globSync } from 'tinyglobby';
import { join } from 'node:path';
import { installNode, installServer } from './install';
import { temporaryFolder } from './temporary';
import { writeSynthesised } from '../bench/synthetic';

const root = join(__dirname, '../..');
const downloadLimit = 120_000;
/** Where more suites of the window than these fail, it is no accident. */
const mostRepeated = 4;

/** `api`: tests inside VS Code; `ui`: tests of its window on the VSIX; further words filter. `bench`: how long the host blocks. */
async function main([layer, ...words]: string[]): Promise<number> {
  const grep = words.length > 0 ? words.join(' ') : undefined;
  if (layer === 'api') return runApiTests(grep);
  if (layer === 'ui') return runUiTests(grep);
  if (layer === 'bench') return runBench(Number(words[0] ?? 2000));
  return (await runApiTests(grep)) + (await runUiTests(grep));
}

/** Tests inside VS Code, on a copy of a few articles, told of no change below a folder `untold`; once more, in another, where some fail. */
async function runApiTests(grep: string | undefined): Promise<number> {
  return (await runApiTestsOnce(grep)) === 0 ? 0 : runApiTestsOnce(grep);
}

async function runApiTestsOnce(grep: string | undefined): Promise<number> {
  const temporary = temporaryFolder('api');
  const folder = join(temporary, 'articles');
  cpSync(join(__dirname, 'articles'), folder, { recursive: true });
  for (const name of ['.vscode', 'untold']) mkdirSync(join(folder, name));
  const settings = { 'files.watcherExclude': { '**/untold/**': true } };
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  const result = join(temporary, 'result');
  const environment = { DATELINE_TEST_RESULT: result, DATELINE_TEST_GREP: grep };
  return runInside('suite', folder, temporary, environment);
}

/** How long the extension host is busy at a stretch, in a folder of so many invented articles. */
async function runBench(articles: number): Promise<number> {
  const temporary = temporaryFolder('bench');
  const folder = join(temporary, 'articles');
  mkdirSync(folder);
  writeSynthesised(folder, articles);
  // The window knows a folder by the server's address too, and would find no index at another.
  const port = String(await freePort());
  for (const start of ['cold', 'warm']) {
    const result = join(temporary, start);
    const environment = {
      DATELINE_TEST_RESULT: result,
      DATELINE_BENCH_START: start,
      DATELINE_TEST_PORT: port,
    };
    const code = await runInside('bench', folder, temporary, environment);
    if (code !== 0) return code;
  }
  return 0;
}

/** A port of this machine that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Runs what `index.ts` of a folder of ours exports inside VS Code, with its data kept in `temporary`. */
async function runInside(
  tests: string,
  folder: string,
  temporary: string,
  environment: { readonly DATELINE_TEST_RESULT: string } & NodeJS.ProcessEnv,
): Promise<number> {
  const suite = join(root, `out/test-host/${tests}`);
  await build({
    entryPoints: globSync(`test/host/${tests}/*.ts`, { cwd: root, absolute: true }),
    outdir: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  const vscodeExecutablePath = await chooseVSCode();
  try {
    return await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(suite, 'index.js'),
      extensionTestsEnv: environment,
      launchArgs: [
        folder,
        '--disable-extensions',
        `--user-data-dir=${join(temporary, 'data')}`,
        `--extensions-dir=${join(temporary, 'ext')}`,
      ],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    if (!existsSync(environment.DATELINE_TEST_RESULT))
      console.error('The tests inside VS Code left no result.');
  }
}

/** The packaged extension, installed into the npm host and used through its window. */
async function runUiTests(grep: string | undefined): Promise<number> {
  const vsix = process.env['DATELINE_VSIX'] ?? join(root, 'dateline.vsix');
  if (!existsSync(vsix)) throw new Error(`${vsix} is missing: run \`npm run package\` first.`);
  // Here, because installing may take longer than a test may.
  await Promise.all([installServer(), installNode()]);
  const first = runMocha(vsix, grep);
  const doubtful = new Set(first.failed);
  // A test builds on what the one before it did to the window, so the whole suite has its second chance in a new one.
  const isWorthIt = doubtful.size > 0 && doubtful.size <= mostRepeated;
  const second = isWorthIt ? runMocha(vsix, titlePattern(doubtful)) : first;
  const sure = isWorthIt ? first.passed.filter((suite) => !doubtful.has(suite)) : [];
  console.log(`\n  ${sure.length + second.passed.length} passing`);
  if (second.failed.length > 0) console.log(`  ${second.failed.length} failing`);
  return second.failed.length > 0 || second.passed.length === 0 ? 1 : 0;
}

/** The titles of the suites of all tests, each as often as it has tests. */
interface Outcome {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

function runMocha(vsix: string, grep: string | undefined): Outcome {
  const mocha = [join(root, 'node_modules/mocha/bin/mocha.js')];
  const outcome = join(temporaryFolder('outcome'), 'suites.json');
  spawnSync(
    process.execPath,
    [...mocha, '--config', 'test/host/.mocharc.json', ...(grep === undefined ? [] : ['-g', grep])],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, DATELINE_VSIX: vsix, DATELINE_TEST_OUTCOME: outcome },
    },
  );
  if (!existsSync(outcome)) throw new Error('The tests of the window left no outcome.');
  return JSON.parse(readFileSync(outcome, 'utf8')) as Outcome;
}

/** Finds the tests of suites by their titles. */
function titlePattern(suites: ReadonlySet<string>): string {
  return `^(${[...suites].map((title) => title.replaceAll(/[^\w ]/g, '.')).join('|')}) `;
}

/** `VSCODE_EXECUTABLE`, else a downloaded desktop VS Code, else the one made of npm packages. */
async function chooseVSCode(): Promise<string> {
  const { VSCODE_EXECUTABLE: named, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (named !== undefined) return named;
  const host = join(__dirname, 'code');
  // A desktop window needs a screen; `xvfb-run -a` lends one.
  if (process.platform === 'linux' && DISPLAY === undefined && WAYLAND_DISPLAY === undefined) {
    return host;
  }
  const late = new Promise<undefined>((resolve) => {
    setTimeout(resolve, downloadLimit, undefined).unref();
  });
  const downloaded = await Promise.race([
    downloadAndUnzipVSCode({ cachePath: join(__dirname, '.cache/desktop') }).catch(() => undefined),
    late,
  ]);
  return downloaded ?? host;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
