import type { BoilerplateLineKind, Message } from '../article';
import { message } from '../message';
import { phraseFamilies, type PhraseFamily } from './lexicon';
import type { Page } from './page';

const kindOfFamily: Readonly<Record<PhraseFamily, BoilerplateLineKind>> = {
  share: 'share',
  promo: 'promo',
  newsletter: 'promo',
  account: 'promo',
  donate: 'promo',
  app: 'promo',
  follow: 'share',
  comments: 'comments',
  legal: 'legal',
  copyright: 'copyright',
  related: 'related',
  readmore: 'readmore',
  nav: 'nav',
  ad: 'ad',
  credit: 'other',
  bio: 'bio',
  notice: 'notice',
  cms: 'cms',
  tags: 'nav',
  contact: 'other',
};

/** Families from the most to the least telling, for a row in which several speak. */
const precedence: readonly PhraseFamily[] = [
  'copyright',
  'comments',
  'cms',
  'bio',
  'notice',
  'ad',
  'donate',
  'newsletter',
  'promo',
  'legal',
  'related',
  'readmore',
  'share',
  'follow',
  'account',
  'app',
  'tags',
  'nav',
  'contact',
];

/** Why a row is taken for page furniture, by kind, in words for a reader. */
export const reasons: Readonly<Record<BoilerplateLineKind, Message>> = {
  nav: message('menu entry'),
  share: message('share or follow button'),
  readmore: message('link to more'),
  related: message('list of other headlines'),
  promo: message('asks to subscribe, join or give'),
  ad: message('advertisement'),
  copyright: message('copyright notice'),
  legal: message('terms and privacy'),
  bio: message('about the author'),
  notice: message('note about the article, not part of it'),
  comments: message('comment form or readers’ comments'),
  cms: message('left over from the content system'),
  duplicate: message('stands here a second time'),
  other: message('page furniture, not running text'),
};

/** Headers whose kind passes on to the rows below them. */
const passingOn: ReadonlySet<BoilerplateLineKind> = new Set([
  'related',
  'comments',
  'bio',
  'promo',
  'legal',
]);

const farthestHeader = 40;

/** What a row's own phrases call it. */
function spoken({ phrases }: Page, index: number): BoilerplateLineKind | undefined {
  const counts = phrases[index]!;
  for (const family of precedence)
    if (counts[phraseFamilies.indexOf(family)]! > 0) return kindOfFamily[family];
  return undefined;
}

/**
 * Names the kind of every boilerplate row: by its phrases, else by the header it stands under, else by its shape.
 *
 * @param isFurniture which rows are boilerplate of a kind not yet known
 */
export function nameKinds(
  page: Page,
  isFurniture: (index: number) => boolean,
): (BoilerplateLineKind | undefined)[] {
  let header: BoilerplateLineKind | undefined;
  let headerAt = 0;
  let seenArticle = false;
  const kinds = page.rows.map((row, i): BoilerplateLineKind | undefined => {
    if (!isFurniture(i)) {
      if (row.words >= 10) {
        header = undefined;
        seenArticle = true;
      }
      return undefined;
    }
    const own = spoken(page, i);
    const inherited = i - headerAt <= farthestHeader ? header : undefined;
    if (own !== undefined && passingOn.has(own) && row.words <= 8) {
      header = own;
      headerAt = i;
    } else if (own === 'copyright' || own === 'nav') header = undefined;
    if (own === 'related' && !seenArticle && row.words <= 3) return 'nav';
    if (own !== undefined && !(own === 'nav' && inherited === 'related')) return own;
    if (row.words === 0) return inherited ?? 'other';
    if (inherited !== undefined) return inherited;
    if (row.words >= 4 && row.words <= 25 && seenArticle) return 'related';
    return row.words <= 4 && row.sentences === 0 ? 'nav' : 'other';
  });
  // A counter or button beside a plea belongs to it.
  for (const [i, kind] of kinds.entries())
    if (kind === 'other' && (kinds[i + 1] === 'promo' || kinds[i - 1] === 'promo'))
      kinds[i] = 'promo';
  return kinds;
}
