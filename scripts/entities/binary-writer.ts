/** The writing half of `src/analysis/entities/binary.ts`. */
export class BinaryWriter {
  private readonly parts: Uint8Array[] = [];

  uint32(value: number): void {
    const part = new Uint8Array(4);
    new DataView(part.buffer).setUint32(0, value, true);
    this.parts.push(part);
  }

  floats(values: ArrayLike<number>): void {
    const part = new Uint8Array(4 * values.length);
    const view = new DataView(part.buffer);
    for (let i = 0; i < values.length; i++) view.setFloat32(4 * i, values[i]!, true);
    this.parts.push(part);
  }

  raw(values: Uint8Array | Int8Array): void {
    this.parts.push(new Uint8Array(values.buffer, values.byteOffset, values.length));
  }

  uint16s(values: ArrayLike<number>): void {
    this.parts.push(Uint8Array.from(values, (value) => value & 255));
    this.parts.push(Uint8Array.from(values, (value) => value >> 8));
  }

  ascending(values: Int32Array): void {
    this.uint32(values.length);
    const bytes: number[] = [];
    let before = 0;
    for (const value of values) {
      let difference = value - before;
      before = value;
      while (difference > 127) {
        bytes.push((difference & 127) | 128);
        difference >>>= 7;
      }
      bytes.push(difference);
    }
    this.parts.push(Uint8Array.from(bytes));
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}
