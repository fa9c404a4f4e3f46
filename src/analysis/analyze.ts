import type { Article, Line, Mention, TextOrigin } from './article';
import { findDates } from './dates';
import { inferDate } from './dates/yearless';
import { linkEntities } from './entities/link';
import { createRecogniser } from './entities/recognise';
import { guessLanguage } from './language';
import { findQuotes } from './quotes';
import { createStructure } from './structure';

/** The trained files that the analysis needs, as read from `models/`. */
export interface Models {
  readonly entities: Uint8Array;
  readonly boilerplate: Uint8Array;
}

/** The stages in their order. */
export type Stage = 'structure' | 'names' | 'dates' | 'links' | 'quotes';

/**
 * One text in, one annotated article out. Pure: the same text and origin always give the same article.
 * `stageDone` is called after each stage, for timing.
 */
export type Analyze = (
  text: string,
  origin: TextOrigin,
  stageDone?: (stage: Stage) => void,
  adapt?: Adapt,
) => Article;

/** What was learnt from a person's corrections, laid over the mentions found; in text order, never overlapping. */
export type Adapt = (
  text: string,
  lines: readonly Line[],
  mentions: readonly Mention[],
) => readonly Mention[];

/** Loads the models once; throws if a model file is damaged or of another version. */
export function createAnalyzer(models: Models): Analyze {
  const analyseStructure = createStructure(models.boilerplate);
  const recognise = createRecogniser(models.entities);

  return (text, origin, stageDone = () => undefined, adapt) => {
    const structure = analyseStructure(text, origin);
    const { lines } = structure;
    const language = guessLanguage(text, lines);
    stageDone('structure');

    const namesFound = recognise(text, lines);
    stageDone('names');

    const date = structure.date ?? inferDate(text, structure, origin);
    const datesFound = findDates(text, lines, date?.day, origin.modified);
    const found = inOrder(namesFound, datesFound);
    const adapted = adapt?.(text, lines, found) ?? [...namesFound, ...datesFound];
    const names = adapted.filter(({ type }) => type !== 'DATE');
    const dates = adapted.filter(({ type }) => type === 'DATE');
    stageDone('dates');

    const linked = linkEntities(text, names);
    const mentions = inOrder(linked.mentions, dates);
    stageDone('links');

    const quotes = findQuotes(text, lines, linked.mentions);
    stageDone('quotes');

    return {
      ...structure,
      ...(date && { date }),
      ...{ language, mentions, quotes },
      entities: linked.entities,
    };
  };
}

/** Names and dates in the order of the text; where both claim the same words, the longer one stands. */
function inOrder(names: readonly Mention[], dates: readonly Mention[]): Mention[] {
  const all = [...names, ...dates].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Mention[] = [];
  for (const mention of all) {
    const last = kept.at(-1);
    if (!last || last.end <= mention.start) kept.push(mention);
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention;
  }
  return kept;
}
