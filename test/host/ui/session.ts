import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser } from '../browser';
import { runServerCommand, startServer, type Server } from '../server';
import { temporaryFolder } from '../temporary';

export interface Session {
  server: Server;
  context: BrowserContext;
  /** A folder for the copies that tests open; gone after the session. */
  folder: string;
  close(): Promise<void>;
}

let current: Promise<Session> | undefined;

/**
 * The one server, with the VSIX installed, and the one browser that all UI tests share.
 * `scale` is pixels of a picture per pixel of the window; the first caller's counts.
 */
export function session(scale = 1): Promise<Session> {
  return (current ??= startSession(scale));
}

/** Ends the shared session if there is one. */
export async function endSession(): Promise<void> {
  await (await current)?.close();
  current = undefined;
}

async function startSession(scale: number): Promise<Session> {
  const vsix = process.env['DATELINE_VSIX'];
  if (vsix === undefined)
    throw new Error('DATELINE_VSIX names no package: use `npm run test:host`.');
  const folder = temporaryFolder('ui');
  const extensions = join(folder, 'extensions');
  const installed = await runServerCommand([
    '--extensions-dir',
    extensions,
    '--install-extension',
    vsix,
  ]);
  if (installed !== 0) throw new Error(`${vsix} cannot be installed.`);
  const server = await startServer({ extensions, smokeTest: true });
  const browser: Browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: scale,
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: `http://127.0.0.1:${server.port}`,
  });
  await context.addInitScript({ path: join(__dirname, 'page.js') });
  return {
    server,
    context,
    folder,
    async close() {
      await browser.close();
      server.stop();
    },
  };
}
