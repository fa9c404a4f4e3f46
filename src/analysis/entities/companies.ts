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

/** "Halden Freight" is a company, though the tagger took the first word alone for a name. */
export function completeCompanies(sheet: Sheet, spans: readonly TokenSpan[]): TokenSpan[] {
  const { words } = sheet.tokens;
  let at = 0;
  const complete: TokenSpan[] = [];
  for (const [i, span] of spans.entries()) {
    if (span.first <= (complete.at(-1)?.last ?? -1)) continue;
    while (sheet.sentences[at]!.to <= span.first) at++;
    const { to, casing } = sheet.sentences[at]!;
    const last = span.last + 1;
    const next = spans[i + 1];
    const isFree = next === undefined || next.first > last || next.last === last;
    const isCompany = last < to && casing === 'normal' && closing.has(words[last]!) && isFree;
    complete.push(isCompany ? { ...span, last, type: organisation } : span);
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
