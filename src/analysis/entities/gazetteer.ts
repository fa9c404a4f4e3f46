import { mix, keyOf } from './hash';
import type { KeyTable } from './key-table';
import type { WordType } from './words';

/** The lists of names; a list's place is its bit group. */
export const gazetteerLists = [
  'city',
  'region',
  'country',
  'demonym',
  'organisation',
  'first',
  'surname',
  'misc',
] as const;
export type GazetteerList = (typeof gazetteerLists)[number];

/** Longest listed name, in tokens. */
export const longestName = 6;

const phraseSeed = 0x51ed270b;

/** Key of a name given as the ids of its words. */
export function phraseKey(ids: readonly number[]): number {
  let hash = phraseSeed;
  for (const id of ids) hash = mix(hash, id);
  return keyOf(hash);
}

/** Names from open lists, held as hashes only. */
export class Gazetteer {
  /** @param lists for each key, one bit for each list */
  constructor(
    private readonly table: KeyTable,
    private readonly lists: Uint8Array,
  ) {}

  /**
   * Marks the tokens of every listed name with four bits a list: first, inside, last, alone.
   * Longer names win over the shorter ones they contain, list by list.
   */
  mark(types: readonly WordType[], from: number, to: number, listed: Uint32Array): void {
    for (let i = from; i < to; i++) {
      if (!types[i]!.nameLike) continue;
      let hash = phraseSeed;
      const limit = Math.min(to, i + longestName);
      for (let end = i; end < limit; end++) {
        hash = mix(hash, types[end]!.id);
        if (!types[end]!.nameLike) continue;
        const at = this.table.find(keyOf(hash));
        if (at >= 0) markName(listed, i, end, this.lists[at]!);
      }
    }
  }
}

function markName(listed: Uint32Array, from: number, last: number, lists: number): void {
  for (let list = 0; list < 8; list++) {
    if ((lists & (1 << list)) === 0) continue;
    const shift = 4 * list;
    if (from === last) {
      if (((listed[from]! >>> shift) & 15) === 0) listed[from]! |= 8 << shift;
      continue;
    }
    // Part of a longer name that began earlier: leave it as it is.
    if (((listed[from]! >>> shift) & 6) !== 0) continue;
    const clear = ~(15 << shift);
    for (let i = from; i <= last; i++) {
      const bit = i === from ? 1 : i === last ? 4 : 2;
      listed[i] = ((listed[i]! & clear) | (bit << shift)) >>> 0;
    }
  }
}
