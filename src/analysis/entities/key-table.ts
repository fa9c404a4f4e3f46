import { keyBits } from './hash';

const bucketBits = 16;

/** A sorted list of 24-bit keys with constant-time look-up of a key's position. */
export class KeyTable {
  private readonly buckets: Int32Array;

  /** @param keys ascending, without repeats */
  constructor(private readonly keys: Int32Array) {
    this.buckets = new Int32Array((1 << bucketBits) + 1);
    for (const key of keys) this.buckets[(key >>> (keyBits - bucketBits)) + 1]!++;
    for (let i = 1; i < this.buckets.length; i++) this.buckets[i]! += this.buckets[i - 1]!;
  }

  get size(): number {
    return this.keys.length;
  }

  /** Position of the key in the list, or -1. */
  find(key: number): number {
    const bucket = key >>> (keyBits - bucketBits);
    const to = this.buckets[bucket + 1]!;
    for (let i = this.buckets[bucket]!; i < to; i++) {
      if (this.keys[i] === key) return i;
    }
    return -1;
  }
}
