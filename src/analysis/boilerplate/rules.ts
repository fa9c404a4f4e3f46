import { phraseFamilies } from './lexicon';
import { densestRegion } from './region';
import type { Page } from './page';
import { Ending, isProse } from './rows';

const harmless = new Set(
  ['credit', 'notice', 'contact', 'app'].map((f) => phraseFamilies.indexOf(f as 'credit')),
);

/** How clearly each row speaks for the article (> 0) or for page furniture (< 0), without a trained model. */
export function scoreByRules(page: Page): Float32Array {
  const { rows, phrases } = page;
  const region = densestRegion(rows);
  return Float32Array.from(rows, (row, i) => {
    let families = 0;
    for (const [family, count] of phrases[i]!.entries())
      if (count > 0 && !harmless.has(family)) families++;
    const inside = i >= region.from && i < region.to;
    const perWord = row.words <= 8 ? 3 : row.words <= 30 ? 1.6 : 0.7;
    if (isProse(row)) return (inside ? 3.5 : 1) - families * perWord;
    if (inside) {
      const sentence = row.ending === Ending.Stop || row.ending === Ending.Question;
      const closes = i > 0 && i + 1 < region.to;
      return (sentence || row.quoteMarks > 0 ? 2 : closes ? 0.8 : -0.8) - families * perWord;
    }
    return -1.5 - families;
  });
}
