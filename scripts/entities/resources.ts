import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hashString, keyOf } from '../../src/analysis/entities/hash';
import { KeyTable } from '../../src/analysis/entities/key-table';
import { clusterLookup } from '../../src/analysis/entities/model';
import type { ClusterOf } from '../../src/analysis/entities/words';

/** Word clusters as they go into the model file. */
export interface Clusters {
  readonly words: Int32Array;
  readonly fine: Uint16Array;
  readonly middleOf: Uint16Array;
  readonly coarseOf: Uint16Array;
  readonly lookup: ClusterOf;
}

interface ClusterFile {
  words: string[];
  fine: number[];
  m512: number[];
  m128: number[];
}

/** The most frequent `most` words of a cluster file; where two words share a key the more frequent one stays. */
export function readClusters(dir: string, most: number): Clusters {
  const file = JSON.parse(
    readFileSync(path.join(dir, 'word-clusters.json'), 'utf8'),
  ) as ClusterFile;
  const byKey = new Map<number, number>();
  file.words.slice(0, most).forEach((word, rank) => {
    const key = keyOf(hashString(word));
    if (!byKey.has(key)) byKey.set(key, file.fine[rank]!);
  });
  const words = Int32Array.from([...byKey.keys()].sort((a, b) => a - b));
  const fine = Uint16Array.from(words, (key) => byKey.get(key)!);
  const middleOf = Uint16Array.from(file.m512);
  const coarseOf = Uint16Array.from(file.m128);
  const lookup = clusterLookup(new KeyTable(words), fine, middleOf, coarseOf);
  return { words, fine, middleOf, coarseOf, lookup };
}
