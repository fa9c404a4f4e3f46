import * as vscode from 'vscode';
import type { EventView } from '../corpus/entry';
import type { Granularity } from '../corpus/linkage';
import { breathe } from './breathe';
import { inLanes } from './inLanes';
import { readEvents, writeEvents } from './keptEvents';
import { type CachedFile, readShard, writeShard } from './shard';

const shardCount = 64;
const shardsAtOnce = 4;
const eventsName = 'events.jsonl';

/** A file whose entry the corpus worker holds. */
type FileFacts = Omit<CachedFile, 'entry'>;

function shardOf(id: string): number {
  let hash = 0;
  for (let i = 0; i < id.length; i++) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) | 0;
  return (hash >>> 0) % shardCount;
}

/**
 * The index on disk, under the workspace's own storage. Only shards with changes are written, each to a
 * temporary file that then takes the place of the old one. A damaged shard is left out and made anew.
 */
export class IndexCache {
  private readonly dirty = new Map<number, Map<string, FileFacts | undefined>>();
  private eventsMoved = false;
  private writing = Promise.resolve();
  /** Shards that could not be read since the window opened. */
  damaged = 0;

  constructor(
    /** Absent in a window without a folder: then nothing is kept. */
    readonly folder: vscode.Uri | undefined,
    private readonly key: () => Promise<string>,
    private readonly pack: (ids: readonly string[]) => Promise<readonly Uint8Array[]>,
  ) {}

  /** Everything kept, by article id. */
  async load(): Promise<Map<string, CachedFile>> {
    if (!this.folder) return new Map();
    const key = await this.key();
    const files = new Map<string, CachedFile>();
    await inLanes(Array(shardCount).keys(), shardsAtOnce, async (shard) => {
      for (const [id, file] of await this.read(key, shard)) files.set(id, file);
    });
    return files;
  }

  /** The events as last shown, to be shown again until the index is up to date. */
  async loadEvents(granularity: Granularity): Promise<EventView[]> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.place(eventsName));
      return await readEvents({ key: await this.key(), granularity }, bytes);
    } catch {
      // Nothing kept, or not whole: the index makes it again.
      return [];
    }
  }

  note(id: string, facts: FileFacts): void {
    this.change(id, facts);
  }

  forget(id: string): void {
    this.change(id, undefined);
  }

  /** The events have changed though no file did. */
  noteEvents(): void {
    this.eventsMoved = true;
  }

  /** Writes what has changed. Failures are silent: the cache is never the only copy of anything. */
  flush(events: readonly EventView[], granularity: Granularity): Promise<void> {
    this.writing = this.writing.then(() => this.write(events, granularity)).catch(() => undefined);
    return this.writing;
  }

  /** Bytes on disk. */
  async size(): Promise<number> {
    if (!this.folder) return 0;
    try {
      const files = await vscode.workspace.fs.readDirectory(this.folder);
      const stats = await Promise.all(
        files.map(([name]) => vscode.workspace.fs.stat(this.place(name))),
      );
      return stats.reduce((sum, { size }) => sum + size, 0);
    } catch {
      return 0;
    }
  }

  /** Deletes everything kept. */
  async clear(): Promise<void> {
    this.dirty.clear();
    await this.writing;
    if ((await this.size()) === 0) return;
    await vscode.workspace.fs.delete(this.folder!, { recursive: true });
  }

  private place(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder!, name);
  }

  private change(id: string, facts: FileFacts | undefined): void {
    const shard = shardOf(id);
    const changes = this.dirty.get(shard) ?? new Map<string, FileFacts | undefined>();
    this.dirty.set(shard, changes.set(id, facts));
  }

  private async read(key: string, shard: number): Promise<Map<string, CachedFile>> {
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(this.place(`${shard}.bin`));
    } catch {
      return new Map();
    }
    await breathe();
    try {
      return readShard(key, bytes);
    } catch {
      this.damaged++;
      return new Map();
    }
  }

  private async write(events: readonly EventView[], granularity: Granularity): Promise<void> {
    if (!this.folder || (this.dirty.size === 0 && !this.eventsMoved)) return;
    this.eventsMoved = false;
    const key = await this.key();
    const work = [...this.dirty];
    this.dirty.clear();
    for (const [shard, changes] of work) {
      const files = await this.read(key, shard);
      const kept = [...changes].flatMap(([id, facts]) => (facts ? [{ id, facts }] : []));
      const withEntry = kept.filter(({ facts }) => !facts.skipped).map(({ id }) => id);
      const packed = await this.pack(withEntry);
      const entries = new Map(withEntry.map((id, index) => [id, packed[index]!]));
      for (const id of changes.keys()) files.delete(id);
      for (const { id, facts } of kept) {
        const entry = entries.get(id) ?? new Uint8Array();
        if (facts.skipped || entry.length > 0) files.set(id, { ...facts, entry });
      }
      await breathe();
      await this.replace(`${shard}.bin`, writeShard(key, files));
    }
    await this.replace(eventsName, await writeEvents({ key, granularity }, events));
  }

  private async replace(name: string, bytes: Uint8Array): Promise<void> {
    const temporary = this.place(`${name}.new`);
    await vscode.workspace.fs.writeFile(temporary, bytes);
    await vscode.workspace.fs.rename(temporary, this.place(name), { overwrite: true });
  }
}
