import { leadOf } from '../structure/headline';
import type { Page } from './page';
import { isProse } from './rows';

const inLead = 1 << 20;
const inHeadline = 1 << 21;
const countMask = inLead - 1;

/**
 * How much a row speaks of what the article speaks of. The function given back writes four shares of the row's
 * content words to `vectors` at `at` (seen in other prose rows, in the lead, in the headline, nowhere else on
 * the page) and returns the next place.
 */
export function readOverlap(
  page: Page,
  headline: number,
): (index: number, vectors: Float32Array, at: number) => number {
  const { rows } = page;
  const prose = new Map<number, number>();
  const all = new Map<number, number>();
  const proseRows = rows.map(isProse);
  for (const [i, { content }] of rows.entries())
    for (const hash of content) {
      all.set(hash, (all.get(hash) ?? 0) + 1);
      if (proseRows[i]!) prose.set(hash, (prose.get(hash) ?? 0) + 1);
    }
  const mark = (index: number, bit: number) => {
    for (const hash of rows[index]?.content ?? []) prose.set(hash, (prose.get(hash) ?? 0) | bit);
  };
  const lead = leadOf(page);
  for (const i of lead) mark(i, inLead);
  mark(headline, inHeadline);
  return (index, vectors, at) => {
    const { content } = rows[index]!;
    const least = proseRows[index]! ? 2 : 1;
    const ofLead = lead.includes(index);
    let elsewhere = 0;
    let leads = 0;
    let headlines = 0;
    let alone = 0;
    for (const hash of content) {
      const known = prose.get(hash) ?? 0;
      if ((known & countMask) >= least) elsewhere++;
      if ((known & inLead) !== 0) leads++;
      if ((known & inHeadline) !== 0) headlines++;
      if (all.get(hash) === 1) alone++;
    }
    const total = Math.max(1, content.length);
    vectors[at] = elsewhere / total;
    vectors[at + 1] = ofLead ? -1 : leads / total;
    vectors[at + 2] = index === headline ? -1 : headlines / total;
    vectors[at + 3] = alone / total;
    return at + 4;
  };
}
