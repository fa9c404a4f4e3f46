import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** VS Code calls this inside its extension host; it runs the test files beside it. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const { DATELINE_TEST_GREP: grep, DATELINE_TEST_RESULT: result } = process.env;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 120_000,
    slow: 5_000,
    color: false,
    ...(grep === undefined ? {} : { grep }),
  });
  readdirSync(__dirname)
    .filter((file) => file.endsWith('.test.js'))
    .forEach((file) => mocha.addFile(join(__dirname, file)));
  await mocha.loadFilesAsync();
  const failed = await new Promise<number>((resolve) => mocha.run(resolve));
  // Only this file tells the tests' end from the death of the extension host.
  if (result !== undefined) writeFileSync(result, String(failed));
  if (failed > 0) throw new Error(`${failed} failed`);
}
