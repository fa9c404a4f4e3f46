import type { Span } from '../analysis/article';
import { sha256 } from '../annotations/sha256';

/** What a citation is made of. */
export interface Cited extends Span {
  /** The whole text of the file as the editor shows it. */
  readonly text: string;
  readonly path: string;
  readonly title?: string;
  readonly source?: string;
  readonly day?: string;
  readonly speaker?: string;
}

/** Quoted words with everything that is needed to check them later. */
export async function citation(cited: Cited): Promise<string> {
  const { start, end, text, path, title, source, day, speaker } = cited;
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  const isQuoted = /^["“„«‘]/.test(words);
  const where = [source, title && `“${title}”`, day].filter(Boolean).join(', ');
  return [
    isQuoted ? words : `“${words}”`,
    ...(speaker === undefined ? [] : [`— ${speaker}`]),
    ...(where === '' ? [] : [where]),
    `${path}, characters ${start}–${end} (UTF-16)`,
    `SHA-256 of the text (UTF-8): ${await sha256(text)}`,
    '',
  ].join('\n');
}
