import { appendRecords, mergeFiles, serialiseRecord } from '../annotations/store';

/** The file system as side-cars need it. Files are named by URIs. */
export interface FilePort {
  /** The file's text; nothing where there is no such file. */
  read(file: string): Promise<string | undefined>;
  write(file: string, text: string): Promise<void>;
  /** Puts `from` in the place of `to`. File systems may take `to` away first: see `SideCarFiles.read`. */
  rename(from: string, to: string): Promise<void>;
  /** The temporary files of a file: their names begin with its own and end with `.tmp`. */
  leftovers(file: string): Promise<readonly Leftover[]>;
  remove(file: string): Promise<void>;
}

export interface Leftover {
  readonly file: string;
  /** Milliseconds since it was written. */
  readonly age: number;
}

/** A temporary file of this age, milliseconds, belongs to no write that is still under way. */
const abandoned = 60_000;
/** Milliseconds after which a line that is missing was not pushed out by another window's write, but taken away. */
const contested = 10_000;

/**
 * Adds records to files of JSON lines. A file is read just before it is written, and replaced by a temporary one, so
 * that a killed window leaves the old file, the new one or the temporary one. Lines that another window's write pushed
 * out, because both had read the same state, are put back by `heal`.
 */
export class SideCarFiles {
  private readonly queues = new Map<string, Promise<unknown>>();
  /** The lines this window has written, by file, each with when. */
  private readonly written = new Map<string, Map<string, number>>();

  constructor(
    private readonly port: FilePort,
    private readonly uniqueName: () => string,
    private readonly now: () => number,
  ) {}

  /**
   * The file's text, with what a window left beside it that was killed, or is at work, between two steps of a write;
   * nothing where there is no such file.
   */
  async read(file: string): Promise<string | undefined> {
    return (await this.readAll(file)).text;
  }

  /**
   * Resolves when the records are on disk. `head` opens a file that does not hold it yet.
   * Rejects where the file system refuses.
   */
  append(file: string, records: readonly object[], head?: object): Promise<void> {
    return this.inTurn(file, async () => {
      const { text: disk = '', left } = await this.readAll(file);
      const isNew = head !== undefined && !holdsHead(disk, head);
      const all = isNew ? [head, ...records] : records;
      const lines = this.written.get(file) ?? new Map<string, number>();
      for (const record of all) lines.set(serialiseRecord(record), this.now());
      this.written.set(file, lines);
      await this.replace(file, appendRecords(disk, all));
      for (const { file: old, age } of left) if (age > abandoned) await this.port.remove(old);
    });
  }

  /** Puts back what this window has just written and the file no longer holds. Says whether anything was missing. */
  heal(file: string): Promise<boolean> {
    return this.inTurn(file, async () => {
      const lines = this.written.get(file);
      if (!lines) return false;
      for (const [line, time] of lines) if (this.now() - time > contested) lines.delete(line);
      const disk = await this.read(file);
      // A file that is gone was taken away on purpose.
      if (disk === undefined) {
        this.written.delete(file);
        return false;
      }
      const held = new Set(disk.split(/\r?\n/));
      const own = [...lines.keys()];
      if (own.every((line) => held.has(line))) return false;
      await this.replace(file, mergeFiles(disk, own.join('\n')));
      return true;
    });
  }

  private async readAll(
    file: string,
  ): Promise<{ text: string | undefined; left: readonly Leftover[] }> {
    const left = await this.port.leftovers(file);
    const texts = await Promise.all(left.map((one) => this.port.read(one.file)));
    const disk = await this.port.read(file);
    if (left.length === 0) {
      // Between two looks another window may just have taken the old file away.
      const text = disk ?? (await this.port.read(file));
      return { text, left };
    }
    // What was torn in the middle of a line was never told to be written.
    const whole = texts.map((text = '') => text.slice(0, text.lastIndexOf('\n') + 1));
    const text = whole.filter((one) => one !== '').reduce(mergeFiles, disk ?? '');
    return { text: text === '' ? disk : text, left };
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
