import type { Tense } from './entry';

const headlineLength = 200;
const ledeLength = 900;
const notVerbs = new Set([
  'be',
  'have',
  'the',
  'a',
  'an',
  'its',
  'his',
  'her',
  'their',
  'not',
  'also',
  'soon',
  'see',
]);

const announced = [
  /\bset to ([a-z]+)\b/i,
  /\b(?:expected|scheduled|due|preparing|planning|plans?|ready|about|going|poised) to ([a-z]+)\b/i,
  /\bwill (?:soon |also |not |formally )?(?:be )?([a-z]+)\b/i,
];
const headlineInfinitive = /^(?:[^\s,]+,? ){1,6}?to ([a-z]+)\b/i;
const done =
  /\b(?:[a-z]{2,16}ed|was|were|has|have|had|met|held|won|lost|struck|hit|shot|fell|took|made|began|came|went|left|found|gave|ran|saw|said)\b/i;

/**
 * Whether headline and lede announce something ("to sign", "will sign") or report it as done, read from an article's
 * own lines. English only; other languages yield nothing.
 */
export function headTenseOf(lines: readonly string[]): { tense?: Tense; announces?: string } {
  const headline = (lines.find((line) => line.trim() !== '') ?? '').slice(0, headlineLength);
  const lede = lines.slice(1, 7).join('\n').slice(0, ledeLength);
  const inHeadline = announcedVerb(headline) ?? verbOf(headlineInfinitive.exec(headline));
  if (inHeadline !== undefined) return { tense: 'future', announces: inHeadline };
  const reported = done.test(headline);
  const inLede = announcedVerb(lede.slice(0, 500));
  if (inLede !== undefined && !reported) return { tense: 'future', announces: inLede };
  return reported || done.test(lede) ? { tense: 'past' } : {};
}

function announcedVerb(text: string): string | undefined {
  for (const pattern of announced) {
    const verb = verbOf(pattern.exec(text));
    if (verb !== undefined) return verb;
  }
  return undefined;
}

function verbOf(match: RegExpExecArray | null): string | undefined {
  const verb = match?.[1]?.toLowerCase();
  return verb === undefined || notVerbs.has(verb) ? undefined : verb;
}
