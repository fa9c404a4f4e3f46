import { hashTerm } from './hash';
import { placeOf } from './sorted';

/** How common a term is in news at large, on a scale of 0 (never seen) to 255 (in every article). */
export type Commonness = number;

const magic = 0x31474244; // "DBG1"
const steps = 255;
const rarest = Math.log(1e-6);

/** The share of articles at large that hold a term of this commonness. */
export function shareOf(commonness: Commonness): number {
  return commonness === 0 ? 0 : Math.exp(rarest * (1 - commonness / steps));
}

/** The inverse of `shareOf`, rounded: a step is a twentieth of the share. */
export function commonnessOf(share: number): Commonness {
  return share <= 0 ? 0 : Math.max(1, Math.round(steps * (1 - Math.log(share) / rarest)));
}

/**
 * The background table: how common each of the 20,000 most common terms is in news at large. A folder of five articles
 * cannot know by itself that "president" says little.
 * Layout, little-endian: magic u32, count u32, `count` ascending hashes u32, `count` commonness values u8.
 */
export class Background {
  private readonly hashes: Uint32Array;
  private readonly values: Uint8Array;

  /** @throws RangeError when the bytes are not such a table. */
  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = bytes.length < 8 ? 0 : view.getUint32(4, true);
    if (bytes.length < 8 || view.getUint32(0, true) !== magic || bytes.length < 8 + count * 5) {
      throw new RangeError('not a background table');
    }
    this.hashes = new Uint32Array(count);
    for (let i = 0; i < count; i++) this.hashes[i] = view.getUint32(8 + i * 4, true);
    this.values = bytes.slice(8 + count * 4, 8 + count * 5);
  }

  /** The commonness of the term with this hash; 0 where the table does not know it. */
  of(hash: number): Commonness {
    const place = placeOf(this.hashes, hash);
    return place === undefined ? 0 : this.values[place]!;
  }
}

/** Packs a table from the share of articles that holds each term. The most common `count` terms are kept. */
export function packBackground(shares: ReadonlyMap<string, number>, count: number): Uint8Array {
  const kept = [...shares]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, count)
    .map(([term, share]) => [hashTerm(term), commonnessOf(share)] as const)
    .sort((a, b) => a[0] - b[0]);
  const bytes = new Uint8Array(8 + kept.length * 5);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(4, kept.length, true);
  kept.forEach(([hash, commonness], i) => {
    view.setUint32(8 + i * 4, hash, true);
    view.setUint8(8 + kept.length * 4 + i, commonness);
  });
  return bytes;
}
