import type { TokenSpan } from './decode';
import type { Sentence, Sheet } from './sheet';

const month =
  /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December)\.?$/i;

function isDay(words: readonly string[], first: number, last: number): boolean {
  return last === first + 1 && month.test(words[first]!) && /^\d{1,2}$/.test(words[last]!);
}

const price = /^(?:Rs|Tk|KSh|Ksh|[A-Z]{1,3}\$)\.?\d[\d.,]*$/;

/** "Rs 174", "R92" before "million": a sum of money. */
function isPrice(words: readonly string[], first: number, last: number): boolean {
  if (last === first + 1) return price.test(words[first]! + words[last]!);
  return (
    last === first &&
    /^[RN]\d/.test(words[first]!) &&
    /^(?:m|b|tr)illion$/.test(words[last + 1] ?? '')
  );
}

/** "D-Mont.", "R-Ohio": party and state of a member of Congress. */
const seat = /^[DRI]-\p{Lu}\p{L}+\.?$/u;

/** Who signs where nobody does: "Posted by Newsdesk". */
const newsroom = /^(?:Newsdesk|Newsroom|Admin|Staff|Webmaster)$/;

/** "Q7:", "A7:" of an interview, at the beginning of what is said. */
function isTurn(
  { tokens: { words } }: Sheet,
  sentence: Sentence,
  { first, last }: TokenSpan,
): boolean {
  return (
    first === sentence.from &&
    /^[QA]\d{1,2}$/.test(words[first]!) &&
    last <= first + 2 &&
    words[first + 1] === ':'
  );
}

/** Days, sums of money, seats, newsrooms and the numbers of questions look like names to a tagger and never are. */
export function isNoName(sheet: Sheet, sentence: Sentence, span: TokenSpan): boolean {
  const { words } = sheet.tokens;
  const { first, last } = span;
  return (
    isDay(words, first, last) ||
    isPrice(words, first, last) ||
    (first === last && (seat.test(words[first]!) || newsroom.test(words[first]!))) ||
    isTurn(sheet, sentence, span)
  );
}
