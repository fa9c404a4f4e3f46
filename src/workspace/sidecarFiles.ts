import { appendRecords, mergeFiles, serialiseRecord } from '../annotations/store';

/** The file system as side-cars need it. Files are named by URIs. */
export interface FilePort {
  /** The file's text; nothing where there is no such file. */
  read(file: string): Promise<string | undefined>;
  write(file: string, text: string): Promise<void>;
  /** Puts `from` in the place of `to` in one step. */
  rename(from: string, to: string): Promise<void>;
}

/**
 * Adds records to files of JSON lines. A file is read just before it is written, and replaced in one step, so
 * that a killed window leaves either the old file or the new one. Lines that another window's write pushed
 * out, because both had read the same state, are put back by `heal`.
 */
export class SideCarFiles {
  private readonly queues = new Map<string, Promise<unknown>>();
  /** The lines this window has written, by file. */
  private readonly written = new Map<string, Set<string>>();

  constructor(
    private readonly port: FilePort,
    private readonly uniqueName: () => string,
  ) {}

  /**
   * Resolves when the records are on disk. `head` opens a file that does not hold it yet.
   * Rejects where the file system refuses.
   */
  append(file: string, records: readonly object[], head?: object): Promise<void> {
    return this.inTurn(file, async () => {
      const disk = (await this.port.read(file)) ?? '';
      const isNew = head !== undefined && !holdsHead(disk, head);
      const all = isNew ? [head, ...records] : records;
      const lines = this.written.get(file) ?? new Set();
      for (const record of all) lines.add(serialiseRecord(record));
      this.written.set(file, lines);
      await this.replace(file, appendRecords(disk, all));
    });
  }

  /** Puts back what this window has written and the file no longer holds. Says whether anything was missing. */
  heal(file: string): Promise<boolean> {
    return this.inTurn(file, async () => {
      const lines = this.written.get(file);
      if (!lines) return false;
      const disk = await this.port.read(file);
      // A file that is gone was taken away on purpose.
      if (disk === undefined) {
        this.written.delete(file);
        return false;
      }
      const held = new Set(disk.split(/\r?\n/));
      if ([...lines].every((line) => held.has(line))) return false;
      await this.replace(file, mergeFiles(disk, [...lines].join('\n')));
      return true;
    });
  }

  private async replace(file: string, text: string): Promise<void> {
    const temporary = `${file}.${this.uniqueName()}.tmp`;
    await this.port.write(temporary, text);
    await this.port.rename(temporary, file);
  }

  private inTurn<T>(file: string, step: () => Promise<T>): Promise<T> {
    const turn = (this.queues.get(file) ?? Promise.resolve()).then(step);
    this.queues.set(
      file,
      turn.catch(() => undefined),
    );
    return turn;
  }
}

/** Is the text that this head speaks of the one that the newest head of the file speaks of? */
function holdsHead(disk: string, head: object): boolean {
  const newest = disk.lastIndexOf('"t":"head"');
  const { sha256 } = head as { readonly sha256?: string };
  return (
    newest >= 0 &&
    disk
      .slice(newest)
      .split('\n', 1)[0]!
      .includes(sha256 ?? '')
  );
}
