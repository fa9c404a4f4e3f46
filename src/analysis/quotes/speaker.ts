import type { Mention, Span } from '../article';

/** A speaker named beside a quote: a mention, a pronoun that stands for one, or plain words ("officials"). */
export type NamedSpeaker =
  | { readonly kind: 'mention'; readonly mention: Mention }
  | { readonly kind: 'pronoun'; readonly span: Span }
  | { readonly kind: 'words'; readonly span: Span };

/** How far from the quote its speaker is looked for. */
const reach = 200;

const verbs =
  'said|says|say|saying|told|tells|telling|added|adds|adding|wrote|writes|writing|stated|states|announced|announcing|called|calls|calling|confirmed|confirms|argued|argues|arguing|claimed|claims|claiming|insisted|insists|insisting|warned|warns|warning|explained|explains|noted|notes|noting|stressed|stresses|declared|declares|declaring|replied|asked|asks|recalled|recalls|continued|tweeted|posted|remarked|commented|acknowledged|admitted|vowed|pledged|promised|praised|praising|urged|urging|reported|reports|described|describes|testified|predicted|suggested|concluded|agreed|joked|quipped|shouted|read|reads|according\\sto';
const verb = new RegExp(`\\b(?:${verbs})\\b`, 'gi');
const verbFirst = new RegExp(
  `^[\\s,—–-]{0,4}(?:(?:later|also|and)\\s)?(?:${verbs.replace('|read|reads', '')})\\b`,
  'i',
);

const plain =
  /\b(?:(?:the|a|an|its|their|his|her|our|one|two|some|several)\s(?:[\p{L}’'-]{1,20}\s){0,2}?|(?:\p{Lu}[\p{L}’'-]{1,20}\s){0,2}|(?:local|senior)\s)(?:officials?|police|officers?|spokes(?:man|woman|person|people)|witness(?:es)?|ministry|government|company|statement|report|court|prosecutors?|lawyers?|activists?|researchers?|scientists?|authorities|residents?|analysts?|experts?|critics|investigators|organisers|organizers|mayor|minister|president|union|agency|office|group|army|military)\b/gu;
const pronoun = /\b(?:[Hh]e|[Ss]he|[Tt]hey)\b/;

/**
 * The speaker of the quote at `quote`, read from the same paragraph: "…,” said X", "…,” X said", "X said: “…",
 * "according to X, “…". `mentions` are those of the paragraph outside its quotes, in order.
 */
export function speakerBeside(
  text: string,
  paragraph: Span,
  quote: Span,
  mentions: readonly Mention[],
): NamedSpeaker | undefined {
  return (
    after(text, quote.end, Math.min(paragraph.end, quote.end + reach), mentions) ??
    before(text, Math.max(paragraph.start, quote.start - reach), quote.start, mentions)
  );
}

function after(
  text: string,
  from: number,
  limit: number,
  mentions: readonly Mention[],
): NamedSpeaker | undefined {
  const clause = firstClause(text.slice(from, limit));
  const inverted = verbFirst.exec(clause);
  if (inverted) {
    const start = from + inverted[0].length;
    return nearestAfter(text, start, from + clause.length, mentions);
  }
  const said = [...clause.matchAll(verb)][0];
  if (!said) return undefined;
  // Only an attribution stands behind a quote that ends in a comma, a question or an exclamation; behind a full
  // stop it must be all there is: “…now.” Nkemelu added.
  const last = text[from - 2] ?? '';
  const rest = clause.slice(said.index + said[0].length).trim();
  if (last === '.' ? rest !== '' : !/[,?!…—-]/.test(last)) return undefined;
  return lastBefore(text, from, from + said.index, mentions);
}

function before(
  text: string,
  from: number,
  limit: number,
  mentions: readonly Mention[],
): NamedSpeaker | undefined {
  const sentence = lastSentence(text.slice(from, limit));
  const start = limit - sentence.length;
  const said = [...sentence.matchAll(verb)].at(-1);
  if (!said) return undefined;
  const at = start + said.index;
  if (/^according/i.test(said[0])) {
    return nearestAfter(text, at + said[0].length, limit, mentions);
  }
  return lastBefore(text, start, at, mentions);
}

/** The first one named in a stretch that begins with the speaker: a person, else whoever is there. */
function nearestAfter(
  text: string,
  start: number,
  end: number,
  mentions: readonly Mention[],
): NamedSpeaker | undefined {
  const words = text.slice(start, end);
  const lead = pronoun.exec(words.slice(0, 6));
  if (lead) return pronounAt(start, lead);
  const inside = mentions.filter((m) => m.start >= start && m.end <= end && speaks(m));
  const person = inside.find((m) => m.type === 'PER' && m.start - start < 90);
  if (person) return { kind: 'mention', mention: person };
  const common = [...words.matchAll(plain)][0];
  if (inside[0] && (!common || inside[0].start - start <= common.index)) {
    return { kind: 'mention', mention: inside[0] };
  }
  return common ? wordsAt(start, common) : undefined;
}

/** The last one named before a verb of saying: the nearest person or pronoun, else whoever is nearest. */
function lastBefore(
  text: string,
  start: number,
  end: number,
  mentions: readonly Mention[],
): NamedSpeaker | undefined {
  const words = text.slice(start, end);
  const tail =
    /\b(?:[Hh]e|[Ss]he|[Tt]hey)(?:\s(?:also|later|then|has|had|have|\p{Ll}+ly))?\s$/u.exec(words);
  if (tail) return pronounAt(start, pronoun.exec(tail[0])!, tail.index);
  const inside = mentions.filter((m) => m.start >= start && m.end <= end && speaks(m));
  const nearest = inside.findLast((m) => m.type === 'PER') ?? inside.at(-1);
  const common = [...words.matchAll(plain)].at(-1);
  if (nearest && (!common || nearest.end - start > common.index || nearest.type === 'PER')) {
    return { kind: 'mention', mention: nearest };
  }
  return common ? wordsAt(start, common) : undefined;
}

const speaks = ({ type }: Mention) => type === 'PER' || type === 'ORG' || type === 'LOC';

function pronounAt(start: number, match: RegExpExecArray, offset = 0): NamedSpeaker {
  const at = start + offset + match.index;
  return { kind: 'pronoun', span: { start: at, end: at + match[0].length } };
}

function wordsAt(start: number, match: RegExpExecArray): NamedSpeaker {
  const lead = match[0].length - match[0].trimStart().length;
  const at = start + match.index + lead;
  return { kind: 'words', span: { start: at, end: start + match.index + match[0].length } };
}

/** Up to the end of the sentence or the next quote. The points of "Mr." and "Gen." end nothing. */
function firstClause(text: string): string {
  const stop = text.search(/(?:\p{Ll}{3}|\d)[.!?]\s|[;“"«]|[.!?]$/u);
  return stop < 0 ? text : text.slice(0, text.slice(stop).search(/[.!?;“"«]/) + stop);
}

/** From the last end of a sentence or of a quote that closes one. */
function lastSentence(text: string): string {
  let from = 0;
  for (const end of text.matchAll(/(?:(?:\p{Ll}{3}|[\d)])[.!?]|[.!?,]["”’])\s/gu)) {
    from = end.index + end[0].length;
  }
  return text.slice(from);
}
