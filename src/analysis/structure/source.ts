import type { Dateline, Source } from '../article';
import { message } from '../message';
import { hits, type Page } from '../boilerplate/page';
import { wordHashes } from '../boilerplate/words';
import { toReadingCase } from './names';

const wires =
  /^(?:AP|AFP|Reuters|ANI|PTI|UPI|dpa|TASS|Xinhua|IANS|Associated Press|Kyodo|Yonhap|Anadolu|EFE|PA)\b/;
const copyrightLine =
  /(?:[Cc]opyright|COPYRIGHT|©|\([Cc]\))[ ©]{0,3}(?:by )?(?:(?:19|20)\d\d)?(?: ?[-–] ?(?:19|20)\d\d)?[,:]? ?(?:by )?(?<name>\p{Lu}[\p{L}\d'’&]*(?:[ -](?:\p{Lu}[\p{L}\d'’&]*|of|the|and))*)/u;
const spokenBy =
  /\b(?:for|at|of|with) (?:the |The )?(?<name>\p{Lu}[\p{L}&]+(?: \p{Lu}[\p{L}&]+){0,3})/u;

/**
 * Guesses who published the article, with the evidence: the agency of the dateline (unless it is a wire service),
 * the masthead or the copyright line, the tail of the byline, the author's portrait, the folder's name.
 */
export function guessSource(
  page: Page,
  dateline: Dateline | undefined,
  bylineTail: string,
  isBio: (index: number) => boolean,
  path: string | undefined,
): Source | undefined {
  if (dateline?.agency !== undefined && !wires.test(dateline.agency))
    return {
      name: dateline.agency,
      reason: message('named in the dateline'),
      start: dateline.start,
      end: dateline.end,
    };
  for (const [i, row] of page.rows.entries()) {
    if (hits(page, i, 'copyright') === 0 && !row.text.includes('©')) continue;
    const name = copyrightLine.exec(row.text.slice(0, 300))?.groups?.['name'];
    const cleaned = name?.replace(/ (?:inc|llc|ltd|and|all)$/i, '').trim();
    if (
      cleaned === undefined ||
      cleaned.length < 3 ||
      /^(?:all|rights|copyright|the)$/i.test(cleaned)
    )
      continue;
    const masthead = mastheadOf(page, cleaned);
    if (masthead !== undefined) return masthead;
    return {
      name: cleaned,
      reason: message('named in the copyright line'),
      start: row.start,
      end: row.end,
    };
  }
  const tail = outletIn(bylineTail);
  if (tail !== undefined) return { name: tail, reason: message('named in the byline') };
  for (const [i, row] of page.rows.entries()) {
    if (!isBio(i)) continue;
    const name = spokenBy.exec(row.text.slice(0, 300))?.groups?.['name'];
    if (name !== undefined)
      return {
        name,
        reason: message('named in the author’s portrait'),
        start: row.start,
        end: row.end,
      };
  }
  const folder = path
    ?.split('/')
    .find((part) =>
      /^(?:[\w-]+\.)+(?:com|org|net|uk|de|fr|info|io|au|ca|in|tv|ua|ru)$/i.test(part),
    );
  if (folder !== undefined) return { name: folder, reason: message('the folder’s name') };
  if (dateline?.agency !== undefined)
    return {
      name: dateline.agency,
      reason: message('named in the dateline'),
      start: dateline.start,
      end: dateline.end,
    };
  return undefined;
}

const companyEnding =
  / (?:B\.?V|N\.?V|Ltd|Limited|Inc|LLC|GmbH|AG|SE|plc|PLC|Corp|Corporation|Media|Group|Holdings?|Publishing|Publications|Company|Co)\.?$/;
const rowsOfMasthead = 6;

/** A company rarely bears its paper's name: a title among the first rows that shares the owner's first word is nearer. */
function mastheadOf({ rows }: Page, owner: string): Source | undefined {
  if (!companyEnding.test(owner)) return undefined;
  const [first] = wordHashes(owner);
  for (const { text, words, hashes, capitals, start, end } of rows.slice(0, rowsOfMasthead)) {
    if (words < 2 || words > 5 || capitals < words - 1 || !hashes.includes(first!)) continue;
    if (!/^[\p{L}’'&. -]+$/u.test(text)) continue;
    const name = text === text.toUpperCase() ? toReadingCase(text) : text;
    return { name, reason: message('named at the top of the page'), start, end };
  }
  return undefined;
}

const jobWords =
  /^(?:(?:chief|senior|international|national|foreign|special|political|business|staff|news|contributing|diplomatic|guest|associate|deputy|managing|executive|correspondent|reporter|editor|writer|journalist|columnist|contributor|producer|bureau|at|of|for|the)\b,?\s*)+/i;

function outletIn(tail: string): string | undefined {
  for (const part of tail.split(',')) {
    const name = part.trim().replace(jobWords, '').trim();
    if (
      /^\p{Lu}[\p{L}&.]*(?: \p{Lu}[\p{L}&.]*)*$/u.test(name) &&
      name.length > 2 &&
      jobWords.test(part.trim())
    )
      return name;
  }
  return undefined;
}
