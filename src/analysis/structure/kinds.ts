import type { ArticleLineKind } from '../article';
import { hits, type Page } from '../boilerplate/page';
import { Ending, type Row } from '../boilerplate/rows';

const kickers =
  /^(?:exclusive|opinion|analysis|explainer|editorial|breaking(?: news)?|live|interview|commentary|investigation|feature|profile|review|obituary|fact check|world exclusive|in focus|the big read|long read|special report)$/i;
const creditOpening =
  /^(?:photo|photograph|image|picture|video|foto|illustration|graphic|credit|photos|images)(?: (?:credit|source|courtesy|illustration))?(?: by| ?[:/])/i;
const creditEnding =
  /(?:via (?:getty|ap|reuters|afp|epa)|getty images|\/(?:ap|afp|reuters|epa|getty)|ap photo|reuters|afp|epa|handout)\W*$/i;
const creditBehind =
  /(?:[.’'”"a-z)] (?:photo|photograph|picture|image|illustration|composite)s?(?: by)?: ?\p{Lu}[^.]{2,60}|\((?:photo|photograph|picture|image|pic|illustration|credit)s?(?: by)?: ?[^()]{2,60}\)\W?)$/iu;
const inPicture =
  /\((?:[lrc]|left|right|center|centre|from left)\)|\b(?:pictured|shown here|file photo|is seen (?:in|on|at|during|here)|poses for|shakes? hands|speaks (?:during|at|to reporters)|looks on|arrives? (?:at|for)|attends?)\b/i;

/**
 * The finer kind of a row of the article.
 *
 * @param beforeLead whether the row stands between headline and first paragraph
 * @param bylineFollows whether the byline or date still comes before the first paragraph
 * @param aboveHeadline whether the headline is the next row
 */
export function nameArticleKind(
  page: Page,
  index: number,
  place: { beforeLead: boolean; bylineFollows: boolean; aboveHeadline: boolean },
): ArticleLineKind {
  const row = page.rows[index]!;
  if (place.aboveHeadline && row.words <= 3 && kickers.test(row.text)) return 'kicker';
  const caption = captionKind(page, index);
  if (caption !== undefined) return caption;
  if (place.beforeLead && place.bylineFollows && row.words >= 5) return 'standfirst';
  if (isPullQuote(page, index) || signsQuote(page, index)) return 'quote';
  if (isSubheading(page, index)) return 'subheading';
  return 'body';
}

/** Does the row name who made a picture: "Photo: …", "The bridge at dawn. Photograph: …"? */
export function namesPicture({ text }: Row): boolean {
  return text.length <= 600 && (creditOpening.test(text) || creditBehind.test(text));
}

/** Is the row surely a caption with its credit, whatever the line model says of it? */
export function isCreditedCaption(page: Page, index: number): boolean {
  const { words, text } = page.rows[index]!;
  if (words < 8 || words > 70) return false;
  return creditBehind.test(text) || (creditEnding.test(text) && inPicture.test(text));
}

function captionKind(page: Page, index: number): ArticleLineKind | undefined {
  const row = page.rows[index]!;
  if (row.words > 70) return undefined;
  const credited = hits(page, index, 'credit') > 0;
  const text = row.text.slice(0, 600);
  const names = creditOpening.test(text);
  if (row.words <= 9 && (names || (credited && creditEnding.test(text)))) return 'credit';
  if (creditBehind.test(text)) return 'caption';
  if (names || creditEnding.test(text))
    return row.ending === Ending.Stop && !credited ? undefined : 'caption';
  if (/\([^()]{3,60}(?:images|photo|handout|via|\/)[^()]{0,40}\)\W*$/i.test(text)) return 'caption';
  if (credited && inPicture.test(text) && row.words <= 45) return 'caption';
  return undefined;
}

function isSubheading({ rows }: Page, index: number): boolean {
  const row = rows[index]!;
  const next = rows[index + 1];
  if (row.words > 12 || row.quoteMarks > 0 || next === undefined || next.words < 8) return false;
  if (row.ending !== Ending.None && row.ending !== Ending.Question) return false;
  if (row.words === row.numbers) return false;
  return index > 0 && (row.capitals > 0 || row.letters === 0);
}

/** A line that is all quotation and whose words stand in another paragraph, or that names its speaker below. */
function isPullQuote({ rows }: Page, index: number): boolean {
  const row = rows[index]!;
  if (row.words < 5 || row.words > 50 || !/^["“„«‘']/.test(row.text)) return false;
  const next = rows[index + 1];
  if (next !== undefined && next.words <= 12 && /^[-–—―]\s*\p{Lu}/u.test(next.text)) return true;
  if (!/["”“»’']$/.test(row.text)) return false;
  return nearby(rows, index).some((other) => holds(other, row));
}

const signature = /^[–—―]\s?\p{Lu}/u;
const longestSignature = 14;

/** "— Ann Lindqvist, mayor": who said the line above; several such lines beside each other are a list. */
function signsQuote({ rows }: Page, index: number): boolean {
  const row = rows[index]!;
  if (row.words > longestSignature || row.ending === Ending.Stop || !signature.test(row.text))
    return false;
  return [index - 1, index + 1].every((i) => !/^[-–—―•*]/.test(rows[i]?.text ?? ''));
}

function nearby(rows: readonly Row[], index: number): Row[] {
  return rows
    .slice(Math.max(0, index - 8), index + 9)
    .filter((_row, i) => i !== Math.min(index, 8));
}

function holds(other: Row, row: Row): boolean {
  if (other.words <= row.words || row.content.length < 3) return false;
  const words = new Set(other.content);
  return row.content.every((hash) => words.has(hash));
}
