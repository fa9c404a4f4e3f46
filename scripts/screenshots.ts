import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { eventually } from '../test/host/ui/eventually';
import type { Theme } from '../test/host/ui/seen';
import { endSession, session } from '../test/host/ui/session';
import { Workbench } from '../test/host/ui/workbench';
import { palettePng } from './palettePng';

/** Makes the README's pictures from the samples: `npm run package && npm run screenshots`. */
const root = join(__dirname, '..');
const media = join(root, 'media');
const size = { width: 1180, height: 740 };
const largest = 300_000;

interface Clip {
  x: number;
  y: number;
  width: number;
  height: number;
}

async function keep(window: Workbench, name: string, clip?: Clip): Promise<void> {
  const path = join(media, `${name}.png`);
  const picture = palettePng(await window.page.screenshot(clip ? { clip } : {}));
  writeFileSync(path, picture);
  const bytes = picture.length;
  console.log(`${relative(root, path)}  ${Math.round(bytes / 1000)} kB`);
  if (bytes > largest) throw new Error(`${name}.png is larger than ${largest / 1000} kB.`);
}

/** An article beside the events, with the event it belongs to unfolded. */
async function openSamples(theme: Theme): Promise<Workbench> {
  const window = await Workbench.open({
    folder: join(root, 'samples'),
    file: 'meridian-post/velmar-portugal-pact-signed.txt',
    theme,
    size,
    settings: {
      'breadcrumbs.enabled': false,
      'editor.fontSize': 13,
      'editor.lineNumbers': 'off',
      'editor.padding.top': 8,
      'window.commandCenter': false,
      'workbench.layoutControl.enabled': false,
    },
  });
  await window.openView('Dateline');
  await eventually(
    'all events',
    () => window.treeRows(),
    (rows) => rows.some(({ aria }) => /\b[34] articles/.test(aria)) && rows.length >= 5,
  );
  // The divider between sidebar and editor, moved so that headlines can be read.
  await window.page.mouse.move(350, 600);
  await window.page.mouse.down();
  await window.page.mouse.move(440, 600, { steps: 5 });
  await window.page.mouse.up();
  await window.runCommand('Dateline: Reveal Article in Events');
  await window.treeRow('Article: Portugal, Velmar Sign');
  await window.decorationsOn('Ilse Tarkova');
  await window.page.mouse.move(800, 5);
  return window;
}

/** The part of the window around a card, with some of what it belongs to. */
async function around(window: Workbench, card: string): Promise<Clip> {
  const box = (await window.page.locator(card).last().boundingBox())!;
  const x = Math.max(0, box.x - 60);
  const y = Math.max(0, box.y - 70);
  return {
    x,
    y,
    width: Math.min(size.width - x, box.width + 120),
    height: Math.min(size.height - y, box.height + 110),
  };
}

async function main(): Promise<void> {
  process.env['DATELINE_VSIX'] ??= join(root, 'dateline.vsix');
  mkdirSync(media, { recursive: true });
  await session(2);
  for (const theme of ['dark', 'light', 'contrast'] satisfies Theme[]) {
    const window = await openSamples(theme);
    await keep(window, `editor-${theme}`);
    if (theme === 'contrast') continue;

    await window.hoverWord('Ilse Tarkova');
    await keep(window, `hover-${theme}`, await around(window, '.monaco-resizable-hover'));
    await window.rowTooltip('Event: ');
    await keep(window, `event-${theme}`, await around(window, '.workbench-hover'));
    await window.runCommand('Dateline: Show Analysis Report');
    await eventually(
      'the report',
      () => window.editorLines(),
      (lines) => lines.some((line) => line.includes('Time per stage')),
    );
    await window.page.mouse.move(800, 5);
    // Not for the README: it names a folder of this machine.
    await window.screenshot(`report-${theme}`);
  }
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(endSession);
