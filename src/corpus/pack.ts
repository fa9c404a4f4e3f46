import { Decoder, Encoder, ExtensionCodec } from '@msgpack/msgpack';
import type { CorpusEntry } from './entry';
import { inOneBuffer } from './features';
import { inOneRoom } from './repeats';

/**
 * Entries as bytes, for the cache and for files between machines: MessagePack (msgpack.org) with one
 * extension type for each kind of typed array, little-endian.
 */
const extensions = new ExtensionCodec();

const arrays = [Int32Array, Uint16Array, Uint32Array, Uint8Array] as const;

for (const [type, Kind] of arrays.entries()) {
  extensions.register({
    type,
    encode: (value) =>
      value instanceof Kind
        ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
        : null,
    // A copy, because the bytes may lie at any address and typed arrays must be aligned.
    decode: (bytes) => new Kind(new Uint8Array(bytes).buffer),
  });
}

const encoder = new Encoder({ extensionCodec: extensions, ignoreUndefined: true });
const decoder = new Decoder({ extensionCodec: extensions });

export function packEntry(entry: CorpusEntry): Uint8Array {
  return encoder.encode(entry);
}

/** The entry that `packEntry` was given. Throws on bytes that are no entry. */
export function unpackEntry(bytes: Uint8Array): CorpusEntry {
  const entry = decoder.decode(bytes) as Partial<CorpusEntry> | null;
  if (typeof entry?.id !== 'string' || !entry.card || !entry.features || !entry.lines) {
    throw new Error('these bytes are no corpus entry');
  }
  const { features, lines } = entry;
  return { ...entry, features: inOneBuffer(features), lines: inOneRoom(lines) } as CorpusEntry;
}
