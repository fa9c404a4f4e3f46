import type { Dateline } from '../article';
import { toReadingCase } from './names';

const agency = String.raw` ?\((?<agency>[^()]{2,40})\)`;
const dash = String.raw` ?(?:--|[–—―]|[:-](?= )) ?`;
const month = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?`;
const day = String.raw`(?:,? (?:${month} \d{1,2}|\d{1,2} ${month})(?:,? \d{4})?)?`;
const upperPlace = String.raw`\p{Lu}[\p{Lu}'’.]+(?:[ -]\p{Lu}[\p{Lu}'’.]*){0,4}`;
const titlePlace = String.raw`\p{Lu}[\p{L}'’.]+(?:[ -]\p{Lu}[\p{L}'’.]*){0,3}`;
const moreUpper = String.raw`(?: ?[/&] ?${upperPlace}| and ${upperPlace}){0,3}`;
const moreTitle = String.raw`(?: ?[/&] ?${titlePlace}){0,3}`;
const region = String.raw`(?:, \p{Lu}[\p{L}.' ]{1,24}?)?`;

const shapes = [
  new RegExp(
    String.raw`^(?<places>${upperPlace}${moreUpper})${region}${day}(?:${agency})?${dash}`,
    'u',
  ),
  new RegExp(String.raw`^(?<places>${titlePlace}${moreTitle})${region}${day}${agency}${dash}`, 'u'),
  // These two hold for known places only.
  new RegExp(String.raw`^(?<places>${titlePlace}${moreTitle})${region}${day} ?[–—―] ?`, 'u'),
  new RegExp(
    String.raw`^(?<places>${titlePlace}${moreTitle})${region}${day}${agency}(?= ?\p{Lu})`,
    'u',
  ),
  new RegExp(String.raw`^${agency.slice(2)}${dash}(?<places>${upperPlace})${region}${dash}`, 'u'),
];

/** Words that open a line like a place but are none. */
const noPlace =
  /\b(?:DEAR|UPDATE|UPDATED|BREAKING|LIVE|WATCH|VIDEO|EXCLUSIVE|OPINION|ANALYSIS|EDITORIAL|NOTE|PHOTOS?|READ|WHAT|WHY|HOW|WHO|WHEN|WHERE|AND|FOR|WITH|RELATED|MORE|STORY|SOURCE|CORRECTION|QUESTION|ANSWER|COMMENT|LISTEN|ADVERTISEMENT|TIPS?|FAQ|Q|A|CEO|DIY|TV|DVD|USB)\b/;

/**
 * Reads the dateline that opens a paragraph: "MOSCOW/BUDAPEST (Worthy News) – ", "BUFFALO, N.Y. — ",
 * "NEW DELHI, Jan 17 (Reuters) - ". Offsets count from the start of the given paragraph; the dash is left out.
 *
 * @param isPlace tells known places; a place in mixed case without an agency must be known
 */
export function readDateline(
  paragraph: string,
  isPlace: (name: string) => boolean,
): Dateline | undefined {
  const head = paragraph.slice(0, 160).replace(/\s/g, ' ');
  for (const [i, shape] of shapes.entries()) {
    const found = shape.exec(head);
    const groups = found?.groups;
    if (found === null || groups === undefined) continue;
    const written = groups['places']!;
    if (
      noPlace.test(written) ||
      /^the (?!hague)/i.test(written) ||
      found[0].length === paragraph.length
    )
      continue;
    const places = written
      .split(/ ?[/&] ?| and /)
      .map((place) => (place === place.toUpperCase() ? toReadingCase(place) : place));
    const known = places.some(isPlace);
    const by = groups['agency'];
    if (by !== undefined && !/^\p{Lu}/u.test(by)) continue;
    const isAgency = by !== undefined && !/\d{4}/.test(by);
    const colon = found[0].trimEnd().endsWith(':');
    if ((i === 2 || i === 3) && !known) continue;
    if (by === undefined && !known && (colon || / - ?$/.test(found[0]))) continue;
    const end = found[0].replace(/ ?(?:--|[–—―:-]) ?$/, '').length;
    return { start: 0, end, places, ...(isAgency && { agency: by }) };
  }
  return undefined;
}
