import { hits, type Page } from '../boilerplate/page';
import { Ending, isProse } from '../boilerplate/rows';
import { opensAsByline } from './names';
import { isReadTime } from './when';

const rowsAbove = 25;
const leadRows = 4;

/** The rows of the first paragraphs of the densest part. */
export function leadOf(page: Page): number[] {
  const lead: number[] = [];
  for (let i = page.region.from; i < page.region.to && lead.length < leadRows; i++)
    if (isProse(page.rows[i]!)) lead.push(i);
  return lead;
}

/**
 * The row that is the headline, or -1: of the rows above the first paragraph, the one that has the shape of a
 * headline and shares most words with the lead.
 */
export function guessHeadline(page: Page, isOut: (index: number) => boolean): number {
  const { rows, when } = page;
  const lead = leadOf(page);
  const first = lead[0] ?? rows.length;
  const leadWords = new Set(lead.flatMap((i) => rows[i]!.content));
  let best = -1;
  let bestScore = 1;
  for (let i = Math.max(0, first - rowsAbove); i <= first && i < rows.length; i++) {
    const row = rows[i]!;
    if (isOut(i) || when[i]! || row.words < 3 || row.words > 32 || isReadTime(row)) continue;
    if (opensAsByline(row.text) || row.ending === Ending.Colon || row.ending === Ending.Comma)
      continue;
    if (i === first && (row.words > 20 || row.ending === Ending.Stop)) continue;
    let shared = 0;
    for (const hash of row.content) if (leadWords.has(hash)) shared++;
    const share = row.content.length === 0 ? 0 : shared / row.content.length;
    const closing = row.ending === Ending.Stop || row.ending === Ending.Ellipsis ? -1.2 : 0;
    const furniture = [
      'share',
      'newsletter',
      'promo',
      'credit',
      'nav',
      'ad',
      'cms',
      'related',
    ] as const;
    const spoken = furniture.some((family) => hits(page, i, family) > 0) ? -1 : 0;
    const size = row.words >= 5 && row.words <= 20 ? 0.7 : 0;
    const nearness = (i - first) / rowsAbove;
    const score = 1 + 2 * share + Math.min(shared, 4) * 0.3 + closing + spoken + size + nearness;
    if (score > bestScore + 0.35) {
      best = i;
      bestScore = score;
    }
  }
  return best;
}
