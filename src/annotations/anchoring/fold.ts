const spaces = /\s/;

const folded: ReadonlyMap<string, string> = new Map(
  Object.entries({ '"': '“”„‟«»″', "'": '‘’‚‛‹›′`´', '-': '‐‑‒–—―−' }).flatMap(([plain, forms]) =>
    Array.from(forms, (form) => [form, plain] as const),
  ),
);

/**
 * The text with case, quotation marks, dashes and spaces made equal, code unit for code unit: an offset into
 * the result is the same offset into the text.
 */
export function foldText(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    const lower = unit.toLowerCase();
    result +=
      folded.get(unit) ?? (spaces.test(unit) ? ' ' : lower.length === unit.length ? lower : unit);
  }
  return result;
}

const wordLetter = /[\p{L}\p{M}\p{N}]/u;

/** Does a word (or a surrogate pair) go on across this offset? Then a span does not end here. */
export function insideWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const after = text.codePointAt(offset)!;
  if (isLowSurrogate(after)) return true;
  const unit = text.charCodeAt(offset - 1);
  const before = isLowSurrogate(unit) ? (text.codePointAt(offset - 2) ?? unit) : unit;
  return isWordLetter(before) && isWordLetter(after);
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function isWordLetter(codePoint: number): boolean {
  return wordLetter.test(String.fromCodePoint(codePoint));
}

/** How alike two strings are, 1 equal, 0 nothing in common: 1 − edit distance ÷ longer length. */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer;
}

/**
 * Edit distance in code units with swapped neighbours as one error (optimal string alignment),
 * O(|a|·|b|): for short strings.
 */
export function editDistance(a: string, b: string): number {
  let earlier: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j - 1]! + same, row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, earlier[j - 2]! + 1);
      }
      next.push(cost);
    }
    earlier = row;
    row = next;
  }
  return row[b.length]!;
}
