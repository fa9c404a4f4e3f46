import nlp from 'compromise/two';

/** Whether a sentence tells of what is to come, has happened, or happens (in headlines: has just happened). */
export type Tense = 'future' | 'past' | 'present';

/** A headline or lede; more is not read. */
const longest = 400;

/** Verbs of headlines that compromise takes for nouns. */
const headlineVerbs =
  /^(?:sign|ink|seal|agree|reach|approve|reject|launch|meet|win|lose|halt|close|back|hit|kill|rule|rise|fall)s?$|^(?:sentences|jails|cuts|names|opens|faces|urges|clashes|strikes|crashes|orders|plans|calls|votes)$/;

/** After these the same word is a noun: "the sign", "rate cuts of", "in talks". */
const nounLeads = ['Determiner', 'Adjective', 'Possessive', 'Preposition', 'Value'];

/** Nouns that compromise takes for commands at the head of a sentence. */
const headlineNouns =
  /^(?:storm|court|police|trade|strike|talks|deal|pact|death|toll|quake|fire|flood|union|port|harbou?r|ferry|plane|train|bus|club|team|bank|firm)$/;

/** What is "set to", "due to", "plans to" happen has not. */
const futureLeads =
  /^(?:set|due|expected|scheduled|slated|poised|likely|ready|about|going|plan(?:s|ned|ning)?|prepar(?:e|es|ing)|vow(?:s|ed)?|hop(?:e|es|ing)|intend(?:s|ed)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|want(?:s|ed)?|promis(?:e|es|ed)|pledg(?:e|es|ed)|is|are|was|were)$/;

/** The sentence's message is what was said, not the saying. */
const reporting =
  /^(?:say|says|said|tell|tells|told|confirm|confirms|confirmed|announce|announces|announced|report|reports|reported|warn|warns|warned|add|adds|added)$/;

interface Term {
  readonly normal: string;
  readonly tags: readonly string[];
}

/**
 * The tense of a headline or of a lede's first sentence: "to sign", "set to sign", "will sign" are the future,
 * "Leaders Sign Pact" the present, "signed" the past; undefined where no verb is seen. English only.
 * At most 400 characters are read. Used to name the stages of an event (announced, then signed).
 *
 * `compromise/two` (294 kB minified, no dependency of its own that runs) tags the words; its third layer adds
 * nothing here. Headlines in title case are lowered first, or every word is taken for a name.
 */
export function readTense(sentence: string): Tense | undefined {
  const terms = tagged(plain(sentence.slice(0, longest)));
  let main: { tense: Tense; reported: boolean } | undefined;
  for (const [i, { normal, tags }] of terms.entries()) {
    const tense = tenseAt(terms, i, main !== undefined);
    if (tense === undefined) continue;
    if (main === undefined) {
      main = { tense, reported: reporting.test(normal) };
      if (!main.reported && !tags.includes('Auxiliary')) return tense;
      if (tense === 'future') return tense;
    } else if (main.reported) {
      return tense;
    } else {
      // "has confirmed": the auxiliary told the tense, the verb may tell that it is a report.
      const joined: Tense = tense === 'present' ? main.tense : tense;
      if (!reporting.test(normal)) return joined;
      main = { tense: joined, reported: true };
    }
  }
  return main?.tense;
}

/** The tense that the word at `i` shows, if it is a finite verb or opens a future. */
function tenseAt(terms: readonly Term[], i: number, afterVerb: boolean): Tense | undefined {
  const { normal, tags } = terms[i]!;
  const before = terms[i - 1]?.normal ?? '';
  if (/^(?:will|shall|would|wont)$/.test(normal.replace(/['’]/, ''))) return 'future';
  if (normal === 'to') {
    const next = terms[i + 1];
    if (!next?.tags.some((tag) => tag === 'Infinitive' || tag === 'Copula')) return undefined;
    return futureLeads.test(before) || !afterVerb ? 'future' : undefined;
  }
  if (headlineNouns.test(normal)) return undefined;
  if (before === 'to' || (terms[i + 1]?.normal === 'to' && futureLeads.test(normal)))
    return undefined;
  if (headlineVerbs.test(normal) && i > 0 && !afterVerb && mayPrecedeVerb(terms[i - 1]!))
    return 'present';
  if (!tags.includes('Verb') || tags.includes('Gerund') || tags.includes('Modal')) return undefined;
  if (tags.includes('PastTense')) return 'past';
  if (tags.includes('Imperative')) return undefined;
  if (/^(?:was|were|had|did)$/.test(normal)) return 'past';
  if (/^(?:has|have)$/.test(normal)) return 'past';
  return tags.includes('PresentTense') || tags.includes('Copula') ? 'present' : undefined;
}

/** May a verb with its subject before it follow this word? */
function mayPrecedeVerb({ normal, tags }: Term): boolean {
  return (
    normal !== 'to' && !tags.includes('Auxiliary') && !tags.some((tag) => nounLeads.includes(tag))
  );
}

/** Without what stands in quotes, brackets and relative clauses; title case lowered; "Iran, Russia Sign" joined. */
function plain(sentence: string): string {
  const bare = sentence
    .replace(/[“"][^“”"]{0,300}[”"]/gu, 'it')
    .replace(/\([^()]{0,300}\)/g, ' ')
    .replace(/,\s(?:which|who|whose)\s[^,]{1,200}(?:,|$)/g, ' ');
  const words = bare.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const lowered = capitals * 2 > words.length ? bare.toLowerCase() : bare;
  return lowered.replace(/^([\p{L}’'-]{1,30}),\s/u, '$1 and ');
}

function tagged(text: string): Term[] {
  const sentences = nlp(text).json({ terms: { tags: true } }) as {
    terms: Term[];
  }[];
  return sentences.flatMap(({ terms }) => terms);
}
