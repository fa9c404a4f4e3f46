import { lexicon, phraseFamilies } from './lexicon';
import type { Row } from './rows';
import { wordHashes } from './words';

interface Phrase {
  readonly hashes: readonly number[];
  readonly family: number;
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** Phrases by the hash of their first word. */
const phrases = new Map<number, Phrase[]>();

for (const [family, name] of phraseFamilies.entries()) {
  for (const entry of lexicon[name].split(';')) {
    const written = entry.trim();
    const hashes = wordHashes(written);
    if (hashes.length === 0) continue;
    const phrase = {
      hashes,
      family,
      atStart: written.startsWith('^'),
      atEnd: written.endsWith('$'),
    };
    const known = phrases.get(hashes[0]!);
    if (known) known.push(phrase);
    else phrases.set(hashes[0]!, [phrase]);
  }
}

/** How often each family (index as in `phraseFamilies`) speaks in a row. Linear in the row's words. */
export function countPhrases(row: Row): Uint8Array {
  const counts = new Uint8Array(phraseFamilies.length);
  const { hashes } = row;
  const whole = hashes.length === row.words;
  for (let at = 0; at < hashes.length; at++) {
    const candidates = phrases.get(hashes[at]!);
    if (candidates === undefined) continue;
    for (const { hashes: wanted, family, atStart, atEnd } of candidates) {
      if (atStart && at > 0) continue;
      if (atEnd && (!whole || at + wanted.length !== hashes.length)) continue;
      let same = at + wanted.length <= hashes.length;
      for (let i = 1; same && i < wanted.length; i++) same = hashes[at + i] === wanted[i];
      if (same && counts[family]! < 255) counts[family]!++;
    }
  }
  return counts;
}
