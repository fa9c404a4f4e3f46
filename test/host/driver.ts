import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { runServerCommand, startServer, workbenchUrl } from './server';
import { temporaryFolder } from './temporary';

const timeLimit = Number(process.env['DATELINE_TEST_TIME_LIMIT'] ?? 480) * 1000;

/** Takes the arguments of VS Code, runs the tests they name in the npm host, gives the exit code. */
export async function runDriver(args: string[]): Promise<number> {
  const commands = [
    '--install-extension',
    '--uninstall-extension',
    '--list-extensions',
    '--version',
  ];
  if (args.some((arg) => commands.includes(arg.split('=')[0]!))) return runServerCommand(args);

  const { values, positionals } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      'disable-extensions': { type: 'boolean' },
    },
  });
  const testsPath = values.extensionTestsPath as string | undefined;
  if (testsPath === undefined) throw new Error('This host only runs tests: --extensionTestsPath.');

  const temporary = temporaryFolder('tests');
  const result = (process.env['DATELINE_TEST_RESULT'] ??= join(temporary, 'result.json'));
  const server = await startServer({
    userData: values['user-data-dir'] as string | undefined,
    extensions: values['extensions-dir'] as string | undefined,
    smokeTest: true,
    port: Number(process.env['DATELINE_TEST_PORT'] ?? 0),
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const tests = await relayTests(page);
    const here = (path: string) => `vscode-remote://127.0.0.1:${server.port}${resolve(path)}`;
    const development = (values.extensionDevelopmentPath ?? []) as string[];
    await page.goto(
      workbenchUrl(server.port, positionals[0], [
        ...development.map((path): [string, string] => ['extensionDevelopmentPath', here(path)]),
        ['extensionTestsPath', here(testsPath)],
        ['skipWelcome', 'true'],
        ...(values['disable-extensions'] === true
          ? [['disableExtensions', 'true'] as [string, string]]
          : []),
      ]),
    );
    const code = await Promise.race([
      tests.end,
      server.hostFailure.then((how) => fail(how)),
      expire(timeLimit).then(() => fail(`no end within ${timeLimit / 1000} s`)),
    ]);
    // A host that dies may still report success: only the tests' own word counts.
    return code === 0 && !existsSync(result) ? fail('the tests left no result') : code;
  } finally {
    await browser.close();
    server.stop();
  }
}

/** Prints what the tests print; `end` resolves with their exit code. */
async function relayTests(page: Page): Promise<{ end: Promise<number> }> {
  let exit: (code: number) => void;
  const end = new Promise<number>((resolve) => (exit = resolve));
  await page.exposeFunction('codeAutomationExit', (code: number) => {
    exit(code);
  });
  await page.exposeFunction('printTestOutput', (values: unknown[]) => {
    console.log(format(...values));
  });
  await page.addInitScript(`
    Error.stackTraceLimit = 100;
    window.codeAutomationLog = (_type, values) => {
      // Of everything logged in the window, the tests' lines come through the extension host.
      if (new Error().stack.includes('$logExtensionHostMessage')) window.printTestOutput(values);
    };
  `);
  return { end };
}

function fail(reason: string): number {
  console.error(`Test host: ${reason}.`);
  return 1;
}

function expire(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
