import { isBoilerplate } from '../analysis/article';
import { renderMessage } from '../analysis/message';
import type { EventView } from '../corpus/entry';
import { introduction, mentionsOf } from '../editor/mentionsOf';
import type { ArticleDossier } from '../worker/protocol';
import { articleAt, dossierOf, type Library, ToolError } from './library';
import { quoted, sentenceAt, tellingQuote } from './quotes';

const offsets = 'UTF-16 code units into the text of the file, end exclusive';
const mostSearched = 500;
const mostArticles = 20;
const mostMentions = 60;
const mostReadForMentions = 20;
const mostCharacters = 12_000;
const mostNames = 30;

export interface FindInput {
  readonly query?: string;
  readonly source?: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
}
export interface EventInput {
  readonly id?: string;
  readonly path?: string;
  readonly title?: string;
}
export interface MentionsInput {
  readonly name?: string;
  readonly path?: string;
  readonly limit?: number;
}
export interface ArticleInput {
  readonly path?: string;
  /** Where to go on in an article that was cut. */
  readonly from?: number;
}

const dayShape = /^\d{4}-\d\d-\d\d$/;

function checkDay(name: string, day: string | undefined): void {
  if (day !== undefined && !dayShape.test(day)) {
    throw new ToolError(`"${name}" must be a day as YYYY-MM-DD, not "${day}".`);
  }
}

const atMost = (limit: number | undefined, most: number): number =>
  Math.max(1, Math.min(most, Math.floor(limit ?? most)));

function brief(library: Library, { id, card, event, copyOf }: ArticleDossier) {
  const { title, source, day, dateline } = card;
  return {
    path: library.pathOf(id),
    ...{ title, source, day, dateline, event },
    ...(copyOf && { copyOf: library.pathOf(copyOf.article), sharedText: round(copyOf.share) }),
  };
}

const round = (share: number): number => Math.round(100 * share) / 100;

/** Articles by words, source and days, the best first, each with a sentence that tells of it. */
export async function findArticles(library: Library, input: FindInput): Promise<object> {
  checkDay('from', input.from);
  checkDay('to', input.to);
  const query = input.query?.trim() ?? '';
  const ids =
    query === ''
      ? library.events().flatMap(({ articles }) => articles)
      : await library.calls.search(query, mostSearched);
  const source = input.source?.toLowerCase();
  const dossiers = await library.calls.dossiers(ids.slice(0, mostSearched));
  const found = dossiers.filter(
    ({ card: { day, source: from } }) =>
      (source === undefined || (from?.toLowerCase().includes(source) ?? false)) &&
      (input.from === undefined || (day !== undefined && day >= input.from)) &&
      (input.to === undefined || (day !== undefined && day <= input.to)),
  );
  if (found.length === 0) {
    throw new ToolError(
      'No article holds all of this. Use fewer or other words (every word must occur), or leave out source, from and to.',
    );
  }
  const limit = atMost(input.limit, mostArticles);
  const words = query.split(/\s+/);
  const articles = await Promise.all(
    found.slice(0, limit).map(async (dossier) => {
      const read = await library.read(dossier.id);
      return {
        ...brief(library, dossier),
        quote: read && tellingQuote(read.text, read.article, words),
      };
    }),
  );
  const many = ids.length >= mostSearched ? `${found.length} or more` : String(found.length);
  return {
    ...{ offsets, found: many, articles },
    ...(found.length > limit && {
      cut: `Only the first ${limit} are given: narrow the search by more words, source, from or to.`,
    }),
  };
}

function eventMeant(library: Library, { id, path, title }: EventInput): EventView {
  if (id !== undefined) {
    const event = library.event(id);
    if (event) return event;
    throw new ToolError(
      `There is no event "${id}". dateline_find_articles gives the ids of events.`,
    );
  }
  if (path !== undefined) return library.eventOf(articleAt(library, path))!;
  if (title === undefined) throw new ToolError('Give "id", "path" of an article, or "title".');
  const wanted = title.toLowerCase();
  const events = library.events().filter((event) => event.title.toLowerCase().includes(wanted));
  if (events.length === 1) return events[0]!;
  const some = events.slice(0, 5).map((event) => `${event.id}: ${event.title}`);
  throw new ToolError(
    events.length === 0
      ? `No event has "${title}" in its title. Search its articles with dateline_find_articles.`
      : `${events.length} events have "${title}" in their titles; call again with one id: ${some.join('; ')}`,
  );
}

/** An event: when, who, why its articles belong together, and the articles with how each begins. */
export async function getEvent(library: Library, input: EventInput): Promise<object> {
  const event = eventMeant(library, input);
  const { id, title, start, end, sources, names, why, stages } = event;
  const dossiers = await library.calls.dossiers(event.articles.slice(0, mostArticles));
  const articles = await Promise.all(
    dossiers.map(async (dossier) => {
      const read = await library.read(dossier.id);
      return {
        ...brief(library, dossier),
        why: dossier.why.map(renderMessage),
        quote: read && tellingQuote(read.text, read.article, []),
      };
    }),
  );
  const left = event.articles.length - articles.length;
  return {
    ...{ offsets, id, title, start, end, sources },
    names: names.slice(0, mostNames).map(({ type, name }) => ({ type, name })),
    whyTogether: why.map(renderMessage),
    stages: stages.map(({ label, day, articles: held }) => ({
      ...{ stage: renderMessage(label), day },
      articles: held.slice(0, mostArticles).map((article) => library.pathOf(article)),
    })),
    articles,
    ...(left > 0 && { cut: `${left} earlier articles are left out: find them by their words.` }),
  };
}

/** Where a name is mentioned, in all articles or in one, with the sentence of each mention. */
export async function listMentions(library: Library, input: MentionsInput): Promise<object> {
  const name = input.name?.trim() ?? '';
  if (name === '') throw new ToolError('Give the "name" whose mentions are wanted.');
  const symbols = await library.calls.symbols(name, 10);
  const names = symbols.filter(({ type }) => type !== 'event');
  const best = names.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? names[0];
  if (!best || best.type === 'event') {
    throw new ToolError(
      `The articles name no person, organisation or place "${name}". Try the surname alone, or search the words with dateline_find_articles.`,
    );
  }
  const { type } = best;
  const known = await library.calls.where(best.article, type, best.as ?? best.name);
  const only = input.path === undefined ? undefined : articleAt(library, input.path);
  const places = (known?.articles ?? []).filter(({ id }) => only === undefined || id === only);
  if (places.length === 0) {
    throw new ToolError(`"${best.name}" is not named there. Leave out "path" to look everywhere.`);
  }
  const limit = atMost(input.limit, mostMentions);
  const mentions: object[] = [];
  let total = 0;
  for (const { id, names: forms } of places.slice(0, mostReadForMentions)) {
    const read = await library.read(id);
    if (!read) continue;
    const { text, article } = read;
    const found = mentionsOf(article, type, forms);
    const first = introduction(found, forms);
    total += found.length;
    for (const mention of found.slice(0, limit - mentions.length)) {
      mentions.push({
        path: library.pathOf(id),
        ...quoted(text, mention),
        ...(mention === first && { introducesTheName: true }),
        sentence: sentenceAt(text, article, mention.start),
      });
    }
  }
  const unread = places.length - mostReadForMentions;
  const others = names.filter((one) => one !== best).map((one) => one.name);
  return {
    ...{ offsets, name: best.name, type, articles: places.length, mentions },
    ...(others.length > 0 && { otherNamesThisMayMean: others.slice(0, 5) }),
    ...((total > mentions.length || unread > 0) && {
      cut: [
        ...(total > mentions.length ? [`${total - mentions.length} mentions are left out`] : []),
        ...(unread > 0 ? [`${unread} later articles were not read`] : []),
        'give "path" to list those of one article',
      ].join('; '),
    }),
  };
}

/** An article without its boilerplate, line by line with offsets, and what is known of it. */
export async function getArticle(library: Library, input: ArticleInput): Promise<object> {
  if (input.path === undefined) {
    throw new ToolError('Give the "path" of the article; dateline_find_articles gives paths.');
  }
  const id = articleAt(library, input.path);
  const dossier = await dossierOf(library, id);
  const read = await library.read(id);
  if (!read) {
    throw new ToolError(
      `"${input.path}" cannot be read now. Ask the user whether the file is there.`,
    );
  }
  const { text, article } = read;
  const from = input.from ?? 0;
  const own = article.lines.filter(({ kind, end }) => !isBoilerplate(kind) && end > from);
  const lines: object[] = [];
  let next: number | undefined;
  let budget = mostCharacters;
  for (const { start, end, kind } of own) {
    const begin = Math.max(start, from);
    const last = Math.min(end, begin + budget);
    if (last > begin) lines.push({ start: begin, end: last, kind, text: text.slice(begin, last) });
    budget -= last - begin;
    if (last < end) {
      next = last;
      break;
    }
  }
  const { authors, language, names } = dossier.card;
  return {
    offsets,
    ...brief(library, dossier),
    ...{ authors, language },
    names: names.map(({ type, name, aliases, count }) => ({ type, name, aliases, count })),
    why: dossier.why.map(renderMessage),
    lines,
    ...(next !== undefined && { cut: `The article goes on: call again with "from": ${next}.` }),
  };
}
