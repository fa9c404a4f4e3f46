import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

/** A new folder in the system's temporary one, with this name and some letters. It goes when this process ends. */
export function temporaryFolder(name: string): string {
  if (made.length === 0) {
    process.on('exit', () => {
      for (const each of made) rmSync(each, { recursive: true, force: true, maxRetries: 3 });
    });
  }
  const folder = mkdtempSync(join(tmpdir(), `dl-${name}-`));
  made.push(folder);
  return folder;
}
