import { featureCount } from '../boilerplate/featureNames';
import type { HeadName, LineModel } from '../boilerplate/model';
import { hits, type Page } from '../boilerplate/page';
import { predictTrees } from '../boilerplate/trees';

/** Log odds of each row for the parts of an article's head; -Infinity where the row cannot be one. */
export interface HeadScores {
  readonly headline: Float32Array;
  readonly byline: Float32Array;
  readonly date: Float32Array;
  readonly caption: Float32Array;
}

/** Row indices of an article's head, -1 where there is none; `top` is where it may begin. */
export interface HeadPlaces {
  readonly headline: number;
  readonly lead: number;
  readonly top: number;
}

const furniture = [
  'share',
  'account',
  'promo',
  'nav',
  'legal',
  'credit',
  'readmore',
  'app',
] as const;
/** Has the row words of a page's furniture, such as of its menus and forms? */
export function isHeadFurniture(page: Page, index: number): boolean {
  return furniture.some((family) => hits(page, index, family) > 0);
}

/** Log odds from which on no more trees are asked: rows far below are still compared with each other. */
const beyondDoubt = 7;
const longestHeadline = 45;
const longestByline = 40;
const longestCaption = 90;
const rowsBelow = 40;

/** Could this row be the headline at all? */
export function mayBeHeadline({ rows, region }: Page, index: number): boolean {
  const { words } = rows[index]!;
  return index <= region.from + rowsBelow && words > 0 && words <= longestHeadline;
}

/** Asks the model's heads about the rows that could be parts of the article's head. */
export function scoreHeads(page: Page, vectors: Float32Array, model: LineModel): HeadScores {
  const { rows, region } = page;
  const score = (name: HeadName, fits: (index: number) => boolean) => {
    const trees = model.heads[name];
    return Float32Array.from(rows, (_row, i) =>
      fits(i) ? predictTrees(trees, vectors, i * featureCount, beyondDoubt) : -Infinity,
    );
  };
  const above = (i: number) => i <= region.from + rowsBelow;
  const atEdge = (i: number) => above(i) || (i >= region.to - 5 && i <= region.to + 15);
  const fits = (i: number, most: number) => rows[i]!.words > 0 && rows[i]!.words <= most;
  return {
    headline: score('headline', (i) => mayBeHeadline(page, i)),
    byline: score('byline', (i) => atEdge(i) && fits(i, longestByline)),
    date: score('date', (i) => atEdge(i) && rows[i]!.digits > 0 && fits(i, longestByline)),
    caption: score('caption', (i) => rows[i]!.words >= 3 && rows[i]!.words <= longestCaption),
  };
}
