import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../test/host/install';
import { runServerCommand, startServer } from '../test/host/server';

const root = join(__dirname, '..');
const vsix = join(root, 'dateline.vsix');
const samples = join(root, 'samples');
/** Kept between starts, apart from the user's own VS Code. */
const profile = join(cacheFolder, 'start');
const userData = join(profile, 'data');
const extensions = join(profile, 'extensions');

/** The command of an installed desktop VS Code that could show a window here. */
function desktopCommand(): string | undefined {
  const { TERM_PROGRAM, VSCODE_IPC_HOOK_CLI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  // In VS Code's own terminal `code` talks to that window and ignores our folders.
  if (TERM_PROGRAM === 'vscode' || VSCODE_IPC_HOOK_CLI !== undefined) return undefined;
  if (process.platform === 'linux' && (DISPLAY ?? WAYLAND_DISPLAY) === undefined) return undefined;
  return ['code', 'code-insiders', 'codium'].find((name) => runDesktop(name, ['--version'], true));
}

function runDesktop(name: string, args: string[], silent = false): boolean {
  const own = ['--user-data-dir', userData, '--extensions-dir', extensions];
  // VS Code refuses root unless told to do without its sandbox.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { status } = spawnSync(name, [...own, ...asRoot, ...args], {
    stdio: silent ? 'ignore' : 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function openDesktop(name: string): void {
  const opened =
    runDesktop(name, ['--install-extension', vsix, '--force']) &&
    runDesktop(name, ['--new-window', '--disable-workspace-trust', samples]);
  if (!opened) throw new Error(`${name} could not open the samples.`);
  console.log(`Dateline is open in ${name}, on ${samples}`);
}

/** VS Code in the browser, for whoever holds the token in the printed address. */
async function serve(): Promise<void> {
  const installed = await runServerCommand([
    ...['--extensions-dir', extensions],
    ...['--install-extension', vsix, '--force'],
  ]);
  if (installed !== 0) throw new Error(`${vsix} cannot be installed.`);
  const secrets = mkdtempSync(join(tmpdir(), 'dl-'));
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(secrets, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  process.on('exit', () => {
    rmSync(secrets, { recursive: true, force: true });
  });
  const server = await startServer({
    userData,
    extensions,
    tokenFile,
    port: Number(process.env['PORT'] ?? 0),
    args: ['--default-folder', samples],
  });
  console.log(
    `\nDateline is running in VS Code on ${samples}. Open\n\n` +
      `  http://127.0.0.1:${server.port}/?tkn=${token}\n\nin a browser. Ctrl+C ends it.`,
  );
  // The extension host ends whenever a window closes: only the server's own end is ours.
  await server.ended;
}

async function main(): Promise<void> {
  mkdirSync(extensions, { recursive: true });
  const packaged = spawnSync('npm', ['run', '--silent', 'package'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (packaged.status !== 0) throw new Error('The extension could not be packaged.');
  const desktop = desktopCommand();
  if (desktop !== undefined) openDesktop(desktop);
  else await serve();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
