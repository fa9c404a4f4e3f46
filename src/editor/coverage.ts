import type { OnlySaid } from '../corpus/novelty';
import type { Span } from '../analysis/article';

/** One of the articles compared, with the words about it in the reader's language. */
export interface Covered {
  readonly said: OnlySaid;
  readonly text: string;
  /** "Only in Northline Wire · Mar 2, 2026" */
  readonly heading: string;
  readonly title: string;
  /** Under a heading without sentences: "Nothing that the others do not say." */
  readonly nothing: string;
}

/** A place in the written page that leads to a place in an article. */
export interface CoverageLink extends Span {
  readonly article: string;
  readonly to: Span;
}

/** A page to read: under each article what only it says, sentence by sentence. */
export function writeCoverage(
  title: string,
  covered: readonly Covered[],
): { readonly text: string; readonly links: readonly CoverageLink[] } {
  let page = `${title}\n`;
  const links: CoverageLink[] = [];
  for (const { said, text, heading, title: headline, nothing } of covered) {
    page += `\n\n${heading}\n${headline}\n\n`;
    if (said.sentences.length === 0) page += `${nothing}\n`;
    for (const { start, end } of said.sentences) {
      const sentence = text.slice(start, end).replace(/\s+/g, ' ').trim();
      const at = page.length + 2;
      page += `• ${sentence}\n`;
      links.push({
        ...{ start: at, end: at + sentence.length },
        ...{ article: said.article, to: { start, end } },
      });
    }
  }
  return { text: page, links };
}
