const outletTail = /\s[|–—-]\s(?=[^|–—]{2,40}$)/u;

/**
 * A headline as another newspaper could print it: without the outlet's name behind a bar or dash, without a "LIVE:" or
 * "WATCH |" or a picture sign before it, not all in capitals.
 */
export function cleanTitle(headline: string, source?: string): string {
  let title = headline
    .slice(0, 400)
    .split(/\s/)
    .filter((word) => word !== '')
    .join(' ');
  title = title.replace(/^(?:\p{Extended_Pictographic}\uFE0F?\s*)+(?=\S)/u, '');
  const bar = title.search(outletTail);
  if (bar > 15 && looksLikeOutlet(title.slice(bar + 3), source, title[bar + 1] === '|')) {
    title = title.slice(0, bar).trimEnd();
  }
  title = title.replace(
    /^(?:live|watch|video|photos?|pictures|exclusive|breaking(?: news)?|updated?|just in|report)(?: updates)?\s?[:|]\s*/i,
    '',
  );
  title = title.replace(/ [([](?:video|photos?|pictures|updated?|live|watch)[)\]]$/i, '');
  return isShouted(title) ? calm(title) : title;
}

function looksLikeOutlet(tail: string, source: string | undefined, afterBar: boolean): boolean {
  const name = tail.trim();
  if (source && name.toLowerCase().includes(source.toLowerCase())) return true;
  if (afterBar) return true;
  return /\b(?:news|times|post|journal|tribune|herald|reuters|bbc|cnn|ap|guardian|telegraph|daily|magazine|\w+\.com)\b/i.test(
    name,
  );
}

function isShouted(title: string): boolean {
  const letters = title.match(/\p{L}/gu) ?? [];
  const capitals = title.match(/\p{Lu}/gu) ?? [];
  return letters.length > 12 && capitals.length > letters.length * 0.8;
}

const initials = /^(?:[^aeiouy]{2,4}|us|uk|un|eu|ai|uae|usa|nato|nasa)$/i;

/** Capitals stay at the beginnings of words and in initials, as no name can be told from the shouting. */
function calm(title: string): string {
  return title
    .split(' ')
    .map((word) => (initials.test(word) ? word : word.charAt(0) + word.slice(1).toLowerCase()))
    .join(' ');
}
