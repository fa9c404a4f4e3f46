import type { Span } from '../../src/analysis/article';
import { spansOf } from '../../src/analysis/entities/decode';
import { labelCount, taggedTypes } from '../../src/analysis/entities/labels';
import type { EntityModel } from '../../src/analysis/entities/model';
import { taggerOf } from '../../src/analysis/entities/recognise';
import { bodyLines, type LabelledText } from './corpora';

/**
 * Labels texts with an earlier model (self-training). Only their text is read, never their labels. Tokens
 * whose label is less probable than `least` are left open.
 */
export function teach(
  model: EntityModel,
  texts: readonly LabelledText[],
  least: number,
): LabelledText[] {
  const tagText = taggerOf(model);
  return texts.map(({ id, corpus, text }) => {
    const { sheet, tagging } = tagText(text, bodyLines(text));
    const { starts, ends } = sheet.tokens;
    const mentions = spansOf(tagging).map(({ first, last, type }) => ({
      start: starts[first]!,
      end: ends[last]!,
      type: taggedTypes[type]!,
    }));
    const unsure: Span[] = [];
    tagging.labels.forEach((label, i) => {
      const probability = tagging.probabilities[i * labelCount + label]!;
      // Tokens outside every stretch have no probabilities: they are no names.
      if (probability > 0 && probability < least) unsure.push({ start: starts[i]!, end: ends[i]! });
    });
    return { id, corpus: `${corpus} (taught)`, text, mentions, noMISC: false, unsure };
  });
}
