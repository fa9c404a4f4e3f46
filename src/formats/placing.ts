import type { Span } from '../analysis/article';
import { message } from '../analysis/message';
import { insideWord } from '../annotations/anchoring/fold';
import {
  byPlace,
  type ExchangeDocument,
  type ExchangeMention,
  type Loss,
  type OffsetUnit,
  type ReadResult,
  type Repair,
} from './exchange';
import { offsetMap } from './offsets';

/** A mention as a file gives it: offsets in the file's unit, and the words where the format has them. */
export interface ReadMention extends Omit<ExchangeMention, 'start' | 'end'>, Span {
  readonly quote?: string;
  /** Marked up around its words: its place, in UTF-16, is no number of the file. */
  readonly inline?: true;
}

export type ReadDocument = Omit<ExchangeDocument, 'mentions'> & {
  readonly mentions: readonly ReadMention[];
  /** What this file's offsets count, where it says so itself. */
  readonly unit?: OffsetUnit;
};

const units: readonly OffsetUnit[] = ['utf16', 'codepoint', 'utf8', 'lf'];

/**
 * Turns what a file says into a document. Every mention is checked against its quote (or, without one, against
 * the edges of words). Where the offsets do not fit as declared, those that fit stay, the others are reported,
 * and if another unit fits more of them that reading is offered as a repair.
 */
export function placeDocuments(
  read: readonly ReadDocument[],
  usual: OffsetUnit,
  losses: readonly Loss[] = [],
): ReadResult {
  const documents: ExchangeDocument[] = [];
  const repairs: Repair[] = [];
  const found = [...losses];
  for (const { unit: declared = usual, ...document } of read) {
    const asDeclared = placeAs(document, declared);
    documents.push({ ...document, mentions: asDeclared.fitting });
    const misfits = document.mentions.length - asDeclared.fitting.length;
    const doubtful = misfits > 0 || asDeclared.cutting > 0;
    if (misfits > 0) {
      const what = message('Mentions whose place does not read as their words are left out.');
      found.push({ document: document.id, what, count: misfits });
    }
    if (!doubtful) continue;
    const others = units
      .filter((unit) => unit !== declared)
      .map((unit) => ({ unit, placed: placeAs(document, unit) }))
      .sort((a, b) => b.placed.good - a.placed.good);
    const best = others[0]!;
    if (best.placed.good <= asDeclared.good) continue;
    repairs.push({
      document: { ...document, mentions: best.placed.fitting },
      declared,
      found: best.unit,
      fitting: { declared: asDeclared.good, repaired: best.placed.good },
    });
  }
  return { documents, losses: found, repairs };
}

interface Placing {
  readonly fitting: readonly ExchangeMention[];
  /** Without a quote to check, those that cut a word. */
  readonly cutting: number;
  readonly good: number;
}

function placeAs({ text, mentions }: ReadDocument, unit: OffsetUnit): Placing {
  const map = offsetMap(text, unit);
  const fitting: ExchangeMention[] = [];
  let cutting = 0;
  for (const { quote, inline, ...mention } of mentions) {
    if (inline) {
      fitting.push(mention);
      continue;
    }
    const start = map.fromUnit(mention.start);
    const end = map.fromUnit(mention.end);
    if (start === undefined || end === undefined || end < start) continue;
    const words = text.slice(start, end);
    if (quote === undefined) {
      const cuts = insideWord(text, start) || insideWord(text, end) || words.trim() !== words;
      if (cuts) cutting++;
    } else if (!sameQuote(words, quote)) continue;
    fitting.push({ ...mention, start, end });
  }
  return { fitting: fitting.sort(byPlace), cutting, good: fitting.length - cutting };
}

/** Line ends and runs of spaces are written in many ways; all else must agree. */
function sameQuote(words: string, quote: string): boolean {
  if (words === quote) return true;
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  return plain(words) === plain(quote);
}
