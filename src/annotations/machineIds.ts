import type { Mention } from '../analysis/article';
import { paragraphAt, type Paragraphs, shortHash } from './paragraphs';

/**
 * Ids of machine mentions, in the order given: from model, label, words, paragraph and how many alike came
 * before. Analysing the same text again gives the same ids, so decisions stay with their mentions.
 */
export function machineIds(
  paragraphs: Paragraphs,
  mentions: readonly Mention[],
  model: string,
): readonly string[] {
  const seen = new Map<string, number>();
  return mentions.map(({ start, type, text }) => {
    const paragraph = paragraphs.hashes[paragraphAt(paragraphs, start)] ?? '';
    const key = `${model}\n${type}\n${paragraph}\n${text}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    // Two hashes: one of 32 bits alone would collide in a large folder.
    return `m${shortHash(`${key}\n${before}`)}${shortHash(`${before}\n${key}`)}`;
  });
}
