import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The folder of the test host; each package folder below it has its own lock file. */
export const hostFolder = __dirname;
/** Whatever is unpacked or downloaded outside a `node_modules`. */
export const cacheFolder = join(hostFolder, '.cache');

/** VS Code's server as npm packages; returns the path of its entry script. */
export async function installServer(): Promise<string> {
  const modules = await installPackages('server');
  const vscode = join(modules, 'code-server/lib/vscode');
  // The browser fetches a few packages (themes' Oniguruma, terminals) through this path.
  const link = join(vscode, 'node_modules');
  if (!existsSync(link)) symlinkSync(join('..', '..', '..'), link, 'junction');
  return join(vscode, 'out/server-main.js');
}

/** A Node that can run the server: this one if it is new enough, else one from npm. */
export async function installNode(): Promise<string> {
  const { registerHooks } = (await import('node:module')) as { registerHooks?: unknown };
  if (registerHooks !== undefined) return process.execPath;
  const modules = await installPackages('node');
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const executable = join(
    modules,
    name,
    process.platform === 'win32' ? 'bin/node.exe' : 'bin/node',
  );
  if (!existsSync(executable)) {
    throw new Error(`VS Code's server needs Node 22.15 or newer; npm has none for ${name}.`);
  }
  return executable;
}

/**
 * `npm ci` in a package folder of the test host, skipped while its lock file is the installed one.
 * Returns the path of its `node_modules`.
 */
export async function installPackages(name: 'server' | 'node' | 'browser'): Promise<string> {
  const folder = join(hostFolder, name);
  const modules = join(folder, 'node_modules');
  const stamp = join(modules, '.installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isInstalled()) return modules;
  await whileLocked(join(cacheFolder, `${name}.lock`), async () => {
    if (isInstalled()) return;
    console.error(`Installing the test host: ${name} (once)`);
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
    writeFileSync(stamp, wanted);
  });
  return modules;
}

/** Runs one job at a time over all processes; a lock left by a dead process is taken over. */
export async function whileLocked(lock: string, job: () => Promise<void>): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  while (!tryLock(lock)) await sleep(500);
  try {
    await job();
  } finally {
    rmSync(lock, { force: true });
  }
}

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (existsSync(lock) && !isRunning(Number(readFileSync(lock, 'utf8')))) {
      rmSync(lock, { force: true });
    }
    return false;
  }
}

function isRunning(pid: number): boolean {
  // A lock is empty for the moment between its creation and its first byte.
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function npm(args: string[], cwd: string): Promise<void> {
  // Settings of an outer `npm run` must not leak into this install.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^npm_(?:package|lifecycle|command)/i.test(key)),
  );
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd,
      env,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} in ${cwd} ended with ${code ?? 'a signal'}`));
    });
  });
}
