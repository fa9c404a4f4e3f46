import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './eventually';
import type { Workbench } from './workbench';

export type SideCarLine = Readonly<Record<string, unknown>>;

/** The lines of a file under `.dateline/`, or none where there is no such file. */
export function linesOf(window: Workbench, file: string): SideCarLine[] {
  const path = join(window.folder, '.dateline', file);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SideCarLine);
}

/** Waits for the last line on some words in an article's side-car to say this; gives that line. */
export async function decided(
  window: Workbench,
  words: string,
  said: SideCarLine,
  file = 'gazette-fire.txt.ana.jsonl',
): Promise<SideCarLine> {
  const last = await eventually(
    `“${words}” is ${JSON.stringify(said)} in ${file}`,
    () => Promise.resolve(linesOf(window, `annotations/${file}`).findLast(({ q }) => q === words)),
    (line) => Object.entries(said).every(([field, value]) => line?.[field] === value),
  );
  return last!;
}
