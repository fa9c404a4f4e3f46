import { doubtScore, isBoilerplate, type Article, type LineKind } from '../analysis/article';
import type { ArticleCard, EntryName } from './entry';
import { cleanTitle } from './title';

/** Names and their other forms; no news article comes near, only lists of thousands of names do. */
export const mostForms = 2000;
const longestTitle = 160;
const longestSentence = 280;
/** Lines that say who wrote an article and when: no title where there is no headline. */
const tellsOfArticle: ReadonlySet<LineKind> = new Set(['byline', 'date', 'readtime', 'credit']);

/** How many mentions are guesses, boilerplate left out. */
function countGuesses({ mentions }: Article): number {
  return mentions.filter(({ score, boilerplate }) => !boilerplate && score < doubtScore).length;
}

/**
 * What lists and hovers show of an article. Nothing in it needs the analysis to have found anything but lines.
 * @param doubtful how many mentions a person should look at
 */
export function cardOf(
  text: string,
  article: Article,
  doubtful = countGuesses(article),
): ArticleCard {
  const own = article.lines.filter((line) => !isBoilerplate(line.kind));
  const lineText = (line: { start: number; end: number }): string =>
    text.slice(line.start, line.end).trim();
  const body = own.find((line) => line.kind === 'body' || line.kind === 'quote') ?? own[0];
  const first = body ? lineText(body) : '';
  const opening = own.find(({ kind }) => !tellsOfArticle.has(kind)) ?? own[0];
  const headline = article.headline?.value ?? (opening ? lineText(opening) : '');
  const { source, dateline, date } = article;
  return {
    title: clip(cleanTitle(headline, source?.name) || first, longestTitle),
    ...(source ? { source: source.name } : {}),
    authors: article.byline?.authors ?? [],
    ...(dateline ? { dateline: datelineText(dateline.places, dateline.agency) } : {}),
    ...(date ? { day: date.day } : {}),
    language: article.language,
    words: article.words.all,
    articleWords: article.words.article,
    firstSentence: firstSentence(first),
    ...(doubtful > 0 && { doubtful }),
    ...namesOf(article),
  };
}

function datelineText(places: readonly string[], agency: string | undefined): string {
  return places.join('/').toUpperCase() + (agency ? ` (${agency})` : '');
}

function namesOf(article: Article): Pick<ArticleCard, 'names' | 'namesLeft'> {
  const sorted = article.entities
    .filter((entity) => entity.count > 0)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const names: EntryName[] = [];
  let room = mostForms;
  let namesLeft = 0;
  for (const { type, name, aliases, count } of sorted) {
    const kept = room > 0 ? aliases.slice(0, room - 1) : [];
    namesLeft += aliases.length - kept.length;
    if (room > 0) names.push({ type, name, aliases: kept, count });
    else namesLeft++;
    room -= 1 + kept.length;
  }
  return { names, ...(namesLeft > 0 && { namesLeft }) };
}

function firstSentence(line: string): string {
  const end = /[.!?…]["'”’)]*\s+(?=["'“‘(]?\p{Lu})/u.exec(line.slice(0, longestSentence));
  const isAbbreviation = end && /\b\p{Lu}?\p{L}{0,2}\.$/u.test(line.slice(0, end.index + 1));
  return clip(
    end && !isAbbreviation ? line.slice(0, end.index + end[0].trimEnd().length) : line,
    longestSentence,
  );
}

/** At most `longest` code units, cut between words, with an ellipsis where something is missing. */
function clip(line: string, longest: number): string {
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(' ', longest - 1);
  return `${line.slice(0, cut > longest / 2 ? cut : longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
