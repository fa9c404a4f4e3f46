import type { Line, LineKind } from './article';

const kept: ReadonlySet<LineKind> = new Set([
  'headline',
  'standfirst',
  'byline',
  'date',
  'subheading',
  'body',
  'quote',
]);

/**
 * The article alone: headline, byline, date and body, a blank line between paragraphs, without boilerplate,
 * captions and read times. Ends with a line end unless it is empty.
 */
export function cleanText(text: string, lines: readonly Line[]): string {
  const paragraphs = lines
    .filter((line) => kept.has(line.kind))
    .map((line) => text.slice(line.start, line.end).trim());
  return paragraphs.length === 0 ? '' : `${paragraphs.join('\n\n')}\n`;
}
