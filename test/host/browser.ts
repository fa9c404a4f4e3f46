import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { cacheFolder, installPackages, whileLocked } from './install';

interface Executable {
  path: string;
  env: Record<string, string>;
}

/** Starts a headless Chromium that can reach this machine only. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = await findBrowser();
  return chromium.launch({
    executablePath: path,
    env: { ...(process.env as Record<string, string>), ...env },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
    ],
  });
}

/** `CHROME_PATH`, else an installed Chrome, Chromium or Edge, else the one from npm. */
async function findBrowser(): Promise<Executable> {
  const installed = [process.env['CHROME_PATH'] ?? '', ...systemBrowsers()].find(isUsable);
  return installed === undefined ? npmBrowser() : { path: installed, env: {} };
}

function systemBrowsers(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)']];
    return roots.flatMap((root) =>
      ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
        (name) => join(root ?? 'C:\\', name),
      ),
    );
  }
  const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => [...names, 'microsoft-edge'].map((name) => join(folder, name)));
}

function isUsable(path: string): boolean {
  if (path === '' || !existsSync(path)) return false;
  // A browser confined by snap sees neither our temporary folder nor our profile.
  if (realpathSync(path).includes('/snap')) return false;
  return process.platform === 'win32' || runs({ path, env: {} });
}

function runs({ path, env }: Executable): boolean {
  const { status } = spawnSync(path, ['--version'], { env: { ...process.env, ...env } });
  return status === 0;
}

/** A headless Chromium from npm (Linux x64), unpacked once, with libraries and fonts if needed. */
async function npmBrowser(): Promise<Executable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge found: name one in CHROME_PATH.');
  }
  const packed = join(await installPackages('browser'), '@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(cacheFolder, `chromium-${version}`);
  const browser: Executable = { path: join(folder, 'chromium'), env: {} };
  await whileLocked(join(cacheFolder, 'chromium.lock'), async () => {
    if (!existsSync(browser.path)) await unbrotli(join(packed, 'bin/chromium.br'), browser.path);
    if (!runs(browser)) {
      unpackTar(join(packed, 'bin/al2023.tar.br'), folder);
      browser.env['LD_LIBRARY_PATH'] = join(folder, 'lib');
    }
    if (!existsSync('/etc/fonts/fonts.conf')) {
      unpackTar(join(packed, 'bin/fonts.tar.br'), folder);
      browser.env['FONTCONFIG_FILE'] = join(folder, 'fonts/fonts.conf');
    }
  });
  return browser;
}

async function unbrotli(from: string, to: string): Promise<void> {
  mkdirSync(join(to, '..'), { recursive: true });
  const partial = `${to}.partial`;
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(partial));
  chmodSync(partial, 0o755);
  renameSync(partial, to);
}

/** Unpacks plain files and links of a brotli-compressed tar once; bare machines may lack `tar`. */
function unpackTar(archive: string, folder: string): void {
  const done = join(folder, `.${archive.split('/').at(-1) ?? ''}`);
  if (existsSync(done)) return;
  const tar = join(folder, 'unpacking.tar');
  mkdirSync(folder, { recursive: true });
  writeFileSync(tar, brotliDecompressSync(readFileSync(archive)));
  const { status, stderr } = spawnSync('tar', ['-xf', tar, '-C', folder]);
  rmSync(tar);
  if (status !== 0) throw new Error(`Cannot unpack ${archive}: ${String(stderr)}`);
  writeFileSync(done, '');
}
