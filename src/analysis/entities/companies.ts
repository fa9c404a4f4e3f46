import type { Mention } from '../article';
import type { TokenSpan } from './decode';
import { taggedTypes } from './labels';
import type { Sheet } from './sheet';

/** What closes the full name of a company, and nothing else. */
const closing = new Set(
  `Airlines Airways Automotive Aviation Biotech Brands Breweries Co Corp Energy Enterprises Foods Freight Gas GmbH
  Holding Holdings Inc Industries Insurance Lines Logistics Ltd Markets Mines Motor Motors Oil Petroleum Pharma
  Pharmaceuticals Plc Railways Records Resources Securities Semiconductor Shipping Software Steel Stores Studios Systems
  Technologies Technology Telecom Therapeutics Ventures`.split(/\s+/),
);

const organisation = taggedTypes.indexOf('ORG');

/** The last token of the company's name that a span is, or begins; undefined where it is none. */
function companyEnd(
  { tokens: { words } }: Sheet,
  { first, last }: TokenSpan,
  next: TokenSpan | undefined,
  sentenceEnd: number,
): number | undefined {
  if (last > first && closing.has(words[last]!)) return last;
  const end = last + 1;
  const isFree = next === undefined || next.first > end || next.last === end;
  return end < sentenceEnd && isFree && closing.has(words[end]!) ? end : undefined;
}

/** "Halden Freight" is a company, though the tagger took it for a place, or the first word alone for a name. */
export function completeCompanies(sheet: Sheet, spans: readonly TokenSpan[]): TokenSpan[] {
  let at = 0;
  const complete: TokenSpan[] = [];
  for (const [i, span] of spans.entries()) {
    if (span.first <= (complete.at(-1)?.last ?? -1)) continue;
    while (sheet.sentences[at]!.to <= span.first) at++;
    const { to, casing } = sheet.sentences[at]!;
    const last = casing === 'normal' ? companyEnd(sheet, span, spans[i + 1], to) : undefined;
    complete.push(last === undefined ? span : { ...span, last, type: organisation });
  }
  return complete;
}

/** Short names of companies whose full one was read: "Halden" beside "Halden Freight". */
export function shortNames(mentions: readonly Mention[]): Set<string> {
  const names = new Set<string>();
  for (const { text, type, boilerplate } of mentions) {
    const end = text.lastIndexOf(' ');
    if (type !== 'ORG' || boilerplate || end < 0) continue;
    if (closing.has(text.slice(end + 1).replaceAll('.', ''))) names.add(text.slice(0, end));
  }
  return names;
}
