import { isWhen } from '../structure/when';
import { phraseFamilies, type PhraseFamily } from './lexicon';
import { countPhrases } from './phrases';
import { densestRegion, type Region } from './region';
import { readRows, type Row } from './rows';

/** A text with everything about its rows that more than one stage asks for. */
export interface Page {
  readonly text: string;
  readonly rows: readonly Row[];
  /** Hits by phrase family, a row each. */
  readonly phrases: readonly Uint8Array[];
  /** Is the row little but a date? */
  readonly when: readonly boolean[];
  /** Where the prose stands thickest. */
  readonly region: Region;
  /** Does its prose read as English? */
  readonly english: boolean;
}

/** Share of function words from which running text passes for English; other languages stay below 0.1. */
const englishShare = 0.2;

/** Reads a text into its page. Linear. */
export function readPage(text: string): Page {
  const rows = readRows(text);
  let words = 0;
  let stops = 0;
  for (const row of rows) {
    if (row.words < 8) continue;
    words += row.words;
    stops += row.stops;
  }
  return {
    text,
    rows,
    phrases: rows.map(countPhrases),
    when: rows.map(isWhen),
    region: densestRegion(rows),
    english: words === 0 || stops >= englishShare * words,
  };
}

const familyIndex = new Map(phraseFamilies.map((family, i) => [family, i]));

/** How often a family of phrases speaks in a row. */
export function hits(page: Page, index: number, family: PhraseFamily): number {
  return page.phrases[index]![familyIndex.get(family)!]!;
}
