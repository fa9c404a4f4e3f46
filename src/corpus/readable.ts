/** Shorter words in capitals are taken for initials: NATO, OSCE. */
const longestInitials = 5;

/** Is a word or phrase all in capitals, as in a dateline? */
export function isInCapitals(label: string): boolean {
  return label.toUpperCase() === label && label.toLowerCase() !== label;
}

/** "TARNHOLM" → "Tarnholm": a name as a sentence would write it. */
export function readable(label: string): string {
  if (!isInCapitals(label)) return label;
  return label.replace(/\p{Lu}[\p{L}\p{M}]*/gu, (word) =>
    word.length <= longestInitials ? word : word.charAt(0) + word.slice(1).toLowerCase(),
  );
}
