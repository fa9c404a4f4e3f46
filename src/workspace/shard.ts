import type { Message } from '../analysis/article';
import type { FileStamp } from './readText';

/** What people had decided about an article when its entry was made. */
export interface CachedDecisions {
  /** Changes with every decision that bears on the article; empty: none did. */
  readonly stamp: string;
  /** How many mentions are in which state. */
  readonly states: readonly (readonly [state: string, count: number])[];
}

/** What the index remembers of a file, so that it need not be read again while it is unchanged. */
export interface CachedFile extends FileStamp {
  readonly words: number;
  readonly boilerplate: number;
  /** Why the file is no article; such a file has no entry. */
  readonly skipped?: Message;
  readonly decided?: CachedDecisions;
  /** What a person should know although the file could be read. */
  readonly warning?: Message;
  /** The packed corpus entry. */
  readonly entry: Uint8Array;
}

type Row = [
  id: string,
  mtime: number,
  size: number,
  words: number,
  boilerplate: number,
  length: number,
  skipped?: Message | null,
  decided?: CachedDecisions | null,
  more?: Pick<CachedFile, 'encoding' | 'warning'>,
];

interface Header {
  /** What the entries were made with: another program or model makes others. */
  readonly key: string;
  readonly rows: readonly Row[];
}

const magic = 0x32584449; // "IDX2"
const fixedBytes = 12;

/** As FNV-1a, but of four bytes a step, for speed: tells a damaged file from a whole one. */
function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  let hash = 0x811c9dc5;
  for (let at = 0; at < whole; at += 4) {
    hash = Math.imul(hash ^ view.getUint32(at, true), 0x01000193);
  }
  for (let at = whole; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash >>> 0;
}

/**
 * A shard of the index as bytes: magic, checksum of the rest, length of the header (all u32, little-endian),
 * the header as JSON, then the entries one after the other.
 */
export function writeShard(key: string, files: ReadonlyMap<string, CachedFile>): Uint8Array {
  const rows = [...files].map(([id, file]): Row => {
    const { mtime, size, words, boilerplate, entry, skipped, decided, encoding, warning } = file;
    const row = [id, mtime, size, words, boilerplate, entry.length] as const;
    if (encoding !== undefined || warning) {
      const more = { ...(encoding !== undefined && { encoding }), ...(warning && { warning }) };
      return [...row, skipped ?? null, decided ?? null, more];
    }
    if (decided) return [...row, skipped ?? null, decided];
    return skipped ? [...row, skipped] : [...row];
  });
  const header = new TextEncoder().encode(JSON.stringify({ key, rows } satisfies Header));
  const entries = [...files.values()].map(({ entry }) => entry);
  const length = entries.reduce((sum, entry) => sum + entry.length, fixedBytes + header.length);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(8, header.length, true);
  bytes.set(header, fixedBytes);
  let at = fixedBytes + header.length;
  for (const entry of entries) {
    bytes.set(entry, at);
    at += entry.length;
  }
  view.setUint32(4, checksum(bytes.subarray(8)), true);
  return bytes;
}

/**
 * The files of a shard; none if it was made with something else than `key`.
 * Throws where the bytes are damaged or no shard.
 */
export function readShard(key: string, bytes: Uint8Array): Map<string, CachedFile> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < fixedBytes || view.getUint32(0, true) !== magic) throw new Error('no shard');
  if (view.getUint32(4, true) !== checksum(bytes.subarray(8))) throw new Error('damaged shard');
  const headerEnd = fixedBytes + view.getUint32(8, true);
  const text = new TextDecoder().decode(bytes.subarray(fixedBytes, headerEnd));
  const header = JSON.parse(text) as Header;
  const files = new Map<string, CachedFile>();
  if (header.key !== key) return files;
  let at = headerEnd;
  for (const row of header.rows) {
    const [id, mtime, size, words, boilerplate, length, skipped, decided, more] = row;
    // A copy, so that an entry sent to a worker does not take its whole shard along; `slice` of a Node buffer is none.
    const entry = new Uint8Array(bytes.subarray(at, (at += length)));
    files.set(id, {
      ...{ mtime, size, words, boilerplate, entry },
      ...(skipped && { skipped }),
      ...(decided && { decided }),
      ...more,
    });
  }
  return files;
}
