import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { installNode, installServer } from './install';
import { quietSettings } from './settings';

export interface ServerOptions {
  /** Holds the user's settings and state; a temporary one if absent. */
  userData?: string | undefined;
  /** Holds the installed extensions; a temporary one if absent. */
  extensions?: string | undefined;
  /** Adds the driver of VS Code's own smoke tests, which the test host needs. */
  smokeTest?: boolean;
  /** Guards the server with this token file; without one anybody on this machine may connect. */
  tokenFile?: string;
  /** A free one if absent. */
  port?: number;
  /** Extra arguments of the server. */
  args?: string[];
}

export interface Server {
  port: number;
  userData: string;
  extensions: string;
  /** Ends when the server does. */
  ended: Promise<void>;
  /** Ends with the way the extension host died, if it ever dies by itself. */
  hostFailure: Promise<string>;
  writeSettings(settings: Record<string, unknown>): void;
  stop(): void;
}

/** Starts VS Code's server on a free port of this machine. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  // Short, because the sockets' paths below it may not exceed about 100 characters.
  const temporary = mkdtempSync(join(tmpdir(), 'dl-'));
  const userData = options.userData ?? join(temporary, 'data');
  const extensions = options.extensions ?? join(temporary, 'ext');
  const sockets = join(temporary, 't');
  [join(userData, 'User'), extensions, sockets].forEach((folder) =>
    mkdirSync(folder, { recursive: true }),
  );
  const settingsFile = join(userData, 'User/settings.json');
  const writeSettings = (settings: Record<string, unknown>) => {
    const all = { ...quietSettings, ...settings };
    writeFileSync(settingsFile, JSON.stringify(all, null, 2));
  };
  if (!existsSync(settingsFile)) writeSettings({});

  const server = spawn(
    await installNode(),
    [
      await installServer(),
      ...[
        '--host',
        '127.0.0.1',
        '--port',
        String(options.port ?? 0),
        '--accept-server-license-terms',
      ],
      ...(options.tokenFile === undefined
        ? ['--without-connection-token']
        : ['--connection-token-file', options.tokenFile]),
      ...['--server-data-dir', userData, '--user-data-dir', userData],
      ...['--extensions-dir', extensions, '--disable-workspace-trust', '--disable-telemetry'],
      // A closed test window takes its extension host along, instead of leaving it for three hours.
      ...(options.smokeTest === true
        ? ['--enable-smoke-test-driver', '--reconnection-grace-time', '5']
        : []),
      ...(options.args ?? []),
    ],
    { detached: true, env: serverEnvironment(sockets), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const stop = () => {
    process.off('exit', stop);
    killGroup(server);
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', stop);

  const ended = new Promise<void>((resolve) =>
    server.on('exit', () => {
      resolve();
    }),
  );
  let output = '';
  let failHost: (how: string) => void;
  const hostFailure = new Promise<string>((resolve) => (failHost = resolve));
  const port = await new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      const listening = /Extension host agent listening on (\d+)/.exec(output);
      if (listening) resolve(Number(listening[1]));
      const death = /Extension Host Process exited with code: (\S+), signal: (\S+)/;
      const [, code, signal] = death.exec(chunk.toString()) ?? [];
      if (code !== undefined && !(code === '0' && (signal ?? '').startsWith('null'))) {
        failHost(`the extension host died: code ${code}, signal ${signal ?? ''}`);
      }
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('error', reject);
    server.on('exit', (code) => {
      reject(new Error(`VS Code's server ended with ${code ?? 'a signal'}:\n${output}`));
      failHost(`the server ended with ${code ?? 'a signal'}`);
    });
  });
  return { port, userData, extensions, ended, hostFailure, writeSettings, stop };
}

/** The address of a window on a folder, a `.code-workspace` or nothing, with VS Code's payload. */
export function workbenchUrl(
  port: number,
  open: string | undefined,
  payload: [string, string][],
): string {
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (open === undefined) url.searchParams.set('ew', 'true');
  else if (statSync(open).isDirectory()) url.searchParams.set('folder', resolve(open));
  else url.searchParams.set('workspace', resolve(open));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** Runs the server's own command line (`--install-extension` and the like); returns its exit code. */
export async function runServerCommand(args: string[]): Promise<number> {
  const child = spawn(await installNode(), [await installServer(), ...args], {
    env: serverEnvironment(tmpdir()),
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** Our environment without what a surrounding VS Code may have left in it. */
function serverEnvironment(temporary: string): Record<string, string> {
  const own = Object.entries(process.env as Record<string, string>).filter(
    ([key]) => !/^(?:VSCODE_(?!TEST)|ELECTRON_|NODE_OPTIONS$)/.test(key),
  );
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}', TMPDIR: temporary };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}
