/**
 * The pieces of a model file: little-endian numbers, sorted keys as variable-length differences.
 * The other half is `scripts/entities/binary-writer.ts`.
 */
export class BinaryReader {
  private at = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** @throws RangeError if the file is shorter than it says, as all readers here. */
  uint32(): number {
    const value = this.view.getUint32(this.at, true);
    this.at += 4;
    return value;
  }

  floats(count: number): Float32Array {
    const values = new Float32Array(count);
    for (let i = 0; i < count; i++) values[i] = this.view.getFloat32(this.at + 4 * i, true);
    this.at += 4 * count;
    return values;
  }

  raw(count: number): Uint8Array {
    if (this.at + count > this.bytes.length) throw new RangeError('The model file is cut short.');
    const part = this.bytes.subarray(this.at, this.at + count);
    this.at += count;
    return part;
  }

  signed(count: number): Int8Array {
    const part = this.raw(count);
    return new Int8Array(part.buffer, part.byteOffset, part.length);
  }

  /** Unsigned 16-bit numbers: all low bytes, then all high bytes. */
  uint16s(count: number): Uint16Array {
    const low = this.raw(count);
    const high = this.raw(count);
    return Uint16Array.from(low, (byte, i) => byte | (high[i]! << 8));
  }

  /** Ascending numbers, stored as differences of seven bits a byte. */
  ascending(): Int32Array {
    const count = this.uint32();
    const values = new Int32Array(count);
    const { bytes } = this;
    let { at } = this;
    let value = 0;
    for (let i = 0; i < count; i++) {
      let shift = 0;
      let byte = 0;
      do {
        byte = bytes[at++]!;
        value += (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      values[i] = value;
    }
    if (at > bytes.length) throw new RangeError('The model file is cut short.');
    this.at = at;
    return values;
  }
}
