import colors from 'picocolors';
import { isBoilerplate, type Entity } from '../analysis/article';
import { renderMessage } from '../analysis/message';
import type { EventView } from '../corpus/entry';
import type { Corpus } from '../corpus/index';
import type { AnalysedResult } from './engine';

const typeNames: Record<Entity['type'], string> = {
  PER: 'people',
  ORG: 'organisations',
  LOC: 'places',
  MISC: 'other',
};

const typeColors: Record<Entity['type'], (text: string) => string> = {
  PER: colors.cyan,
  ORG: colors.yellow,
  LOC: colors.green,
  MISC: colors.magenta,
};

/** Control characters of hostile texts must not reach the terminal. */
// eslint-disable-next-line no-control-regex -- they are what is to be removed
export const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function period(start: string | undefined, end: string | undefined): string | undefined {
  return start === end || end === undefined ? start : `${start} to ${end}`;
}

function printEvent(event: EventView): void {
  const facts = [
    plural(event.articles.length, 'article'),
    event.sources.length > 0 ? plain(event.sources.join(', ')) : undefined,
    period(event.start, event.end),
  ];
  console.log(`\n${colors.bold(plain(event.title))}`);
  console.log(colors.dim(facts.filter(Boolean).join(' · ')));
  if (event.stages.length > 1) {
    for (const { label, day, articles } of event.stages) {
      console.log(
        colors.dim(
          `  ${day ?? ''} ${renderMessage(label)} (${plural(articles.length, 'article')})`,
        ),
      );
    }
  }
  for (const reason of event.why) console.log(colors.dim(`  why: ${plain(renderMessage(reason))}`));
}

function printArticle({ input, analysed: { article } }: AnalysedResult, corpus?: Corpus): void {
  const facts = [
    article.source?.name,
    article.byline && `by ${article.byline.authors.join(', ')}`,
    article.date?.day,
    article.dateline && input.text.slice(article.dateline.start, article.dateline.end),
    plural(article.words.article, 'word'),
    plural(article.lines.filter((line) => isBoilerplate(line.kind)).length, 'line') +
      ' of boilerplate',
  ];
  console.log(`\n  ${plain(article.headline?.value ?? '(no headline)')}`);
  console.log(colors.dim(`  ${plain(input.id)}`));
  console.log(colors.dim(`  ${plain(facts.filter(Boolean).join(' · '))}`));
  const copy = corpus?.copyOf(input.id);
  if (copy) {
    console.log(
      colors.dim(`  ${Math.round(100 * copy.share)} % of it stands in ${plain(copy.article)}`),
    );
  }
  for (const [type, label] of Object.entries(typeNames) as [Entity['type'], string][]) {
    const names = article.entities
      .filter((entity) => entity.type === type && entity.count > 0)
      .sort((a, b) => b.count - a.count)
      .map(
        ({ name, count }) =>
          typeColors[type](plain(name)) + (count > 1 ? colors.dim(` ${count}`) : ''),
      );
    if (names.length > 0) console.log(`    ${colors.dim(label.padEnd(14))}${names.join(', ')}`);
  }
}

/** Events and their articles with their names, for a person at a terminal. */
export function printReport(results: readonly AnalysedResult[], corpus?: Corpus): void {
  if (!corpus) {
    for (const result of results) printArticle(result);
    return;
  }
  const byId = new Map(results.map((result) => [result.input.id, result]));
  for (const event of corpus.events()) {
    printEvent(event);
    for (const id of event.articles) {
      const result = byId.get(id);
      if (result) printArticle(result, corpus);
    }
  }
}
