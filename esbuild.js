const { build, context } = require('esbuild');
const { writeFileSync } = require('node:fs');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  target: 'es2022',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};
/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
/** @type {import('esbuild').BuildOptions} */
const browser = { ...common, platform: 'browser' };

/** A library of the CLI asks where its module lies, which only ESM knows by itself. */
const cli = {
  ...node,
  define: { 'import.meta.url': 'moduleUrl' },
  banner: {
    js: "#!/usr/bin/env node\nconst moduleUrl = require('node:url').pathToFileURL(__filename).href;",
  },
};

/** Name, entry, output, budget in kB where one is promised, and how to build. */
const bundles = [
  {
    name: 'extension',
    in: 'src/extension.ts',
    out: 'dist/extension.js',
    budget: 80,
    options: { ...node, external: ['vscode'] },
  },
  {
    name: 'extension (web)',
    in: 'src/extension.web.ts',
    out: 'dist/web/extension.js',
    budget: 80,
    options: { ...browser, format: 'cjs', external: ['vscode'] },
  },
  // Loaded with the first article, after the start.
  {
    name: 'annotating',
    in: 'src/annotating.ts',
    out: 'dist/annotating.js',
    options: { ...node, external: ['vscode'] },
  },
  {
    name: 'annotating (web)',
    in: 'src/annotating.ts',
    out: 'dist/web/annotating.js',
    options: { ...browser, format: 'cjs', external: ['vscode'] },
  },
  // Loaded at the first look at the sidebar, or with the first article.
  {
    name: 'reading',
    in: 'src/reading.ts',
    out: 'dist/reading.js',
    options: { ...node, external: ['vscode'] },
  },
  {
    name: 'reading (web)',
    in: 'src/reading.ts',
    out: 'dist/web/reading.js',
    options: { ...browser, format: 'cjs', external: ['vscode'] },
  },
  // The page of the event map.
  {
    name: 'event map page',
    in: 'src/webview/eventMap.ts',
    out: 'dist/webview/eventMap.js',
    options: { ...browser, format: 'iife' },
  },
  {
    name: 'event map style',
    in: 'src/webview/eventMap.css',
    out: 'dist/webview/eventMap.css',
    options: browser,
  },
  { name: 'worker', in: 'src/worker/node.ts', out: 'dist/worker.js', options: node },
  {
    name: 'worker (web)',
    in: 'src/worker/browser.ts',
    out: 'dist/web/worker.js',
    options: { ...browser, format: 'iife' },
  },
  {
    name: 'cli',
    in: 'src/cli/main.ts',
    out: 'dist/cli.js',
    options: cli,
  },
];

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);

/** Prints the size of each bundle and says which one is over its budget. */
function report(sizes) {
  let over = false;
  for (const { name, bytes, budget } of sizes) {
    const tooLarge = budget !== undefined && bytes > budget * 1000;
    over ||= tooLarge;
    const verdict =
      budget === undefined
        ? ''
        : tooLarge
          ? `  OVER its budget of ${budget} kB`
          : `  (budget ${budget} kB)`;
    console.log(`${kilobytes(bytes)} kB  ${name}${verdict}`);
  }
  return over;
}

async function main() {
  const watch = process.argv.includes('--watch');
  const quiet = process.argv.includes('--quiet');
  const jobs = bundles.map(({ in: entry, out, options }) => ({
    ...options,
    entryPoints: [entry],
    outfile: out,
  }));
  if (watch) {
    for (const options of jobs) await (await context({ ...options, logLevel: 'info' })).watch();
    return;
  }
  const results = await Promise.all(jobs.map((options) => build(options)));
  const sizes = bundles.map(({ name, out, budget }, index) => ({
    name,
    budget,
    bytes: results[index].metafile.outputs[out].bytes,
  }));
  writeFileSync('dist/meta.json', JSON.stringify(results.map((result) => result.metafile)));
  if (report(quiet ? sizes.filter(({ bytes, budget }) => bytes > budget * 1000) : sizes))
    process.exitCode = 1;
}

main().catch((error) => {
  console.error(error.message ?? error);
  process.exit(1);
});
