import type { BoilerplateLineKind, Message } from '../article';
import { message } from '../message';
import type { Row } from './rows';

/** What agencies and papers put around and into their articles, however it is worded from day to day. */
const insertions: readonly (readonly [RegExp, number, BoilerplateLineKind, Message])[] = [
  [
    /^\W*(?:advert(?:isement)?s?|sponsored(?: content| links?)?|promoted|anzeige|werbung|publicité|publicidad)\W*$/i,
    3,
    'ad',
    message('advertisement'),
  ],
  // "BRITAIN-FLOODS/ (UPDATE 4)": what an agency calls a report on its wire.
  [
    /^(?:[A-Z\d]+-[A-Z\d-]+\/[A-Z\d-]*|[A-Z\d]+\/)(?: \([A-Z][^()]{1,30}\))?$/,
    8,
    'cms',
    message('name of the report on the wire'),
  ],
  [/, opens (?:in )?(?:a )?new (?:tab|window)$/i, 12, 'readmore', message('link to more')],
  [
    /^related(?: (?:articles?|stor(?:y|ies)|reading|coverage))?: \S/i,
    30,
    'related',
    message('headline of another article'),
  ],
  [/^purchase licensing rights/i, 8, 'legal', message('how to license the article')],
  [
    /^\W?(?:additional )?reporting by [^\n]{3,300}editing by /i,
    50,
    'notice',
    message('names who worked on the article'),
  ],
  [
    /^this (?:article|story|page) is (?:more than|over) (?:\d{1,2}|an?|one|two|three|five|ten) (?:years?|months?|weeks?|days?) old\b/i,
    12,
    'notice',
    message('tells how old the article is'),
  ],
  [/^our standards: /i, 15, 'notice', message('standards of the publisher')],
  [
    /^for (?:licen[cs]ing|permissions?|reprints?)\b/i,
    20,
    'legal',
    message('how to license the article'),
  ],
];

/** What kind of insertion a row is, if it is one by its form alone. */
export function readInsertion({
  text,
  words,
}: Row): { readonly kind: BoilerplateLineKind; readonly reason: Message } | undefined {
  const found = insertions.find(([form, most]) => words <= most && form.test(text));
  return found && { kind: found[2], reason: found[3] };
}
