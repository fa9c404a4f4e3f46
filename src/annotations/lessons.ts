import type { Article } from '../analysis/article';
import type { LabelledSpan } from './agreement';
import type { Lesson } from './learning';
import type { ShownArticle } from './overlay';

/** What an article with people's decisions teaches. Articles without any decision teach nothing. */
export function lessonOf(text: string, article: Article, shown: ShownArticle): Lesson | undefined {
  const labelled = ({ start, end, label }: LabelledSpan) => ({ start, end, label });
  const accepted = shown.mentions.filter(({ state }) => state === 'accepted').map(labelled);
  const placed = shown.rejected.filter(({ start, end }) => end > start);
  const rejected = placed.map(labelled);
  if (accepted.length + rejected.length === 0) return undefined;
  const machine = article.mentions.map(({ start, end, type }) => ({ start, end, label: type }));
  return { text, machine, accepted, rejected };
}
