import {
  type Article,
  isBoilerplate,
  type Line,
  type LineKind,
  type Message,
  type Span,
} from '../analysis/article';
import { scanWords } from '../analysis/boilerplate/words';
import { message } from '../analysis/message';
import { Holders } from './holders';

/** The lines of one article as the folder pass remembers them: hashes and lengths, never the text. */
export interface ArticleLines {
  /** A hash of each line's words, in the order of `Article.lines`; 0 for lines that never count. */
  readonly hashes: Int32Array;
  /** Words by line, at most 65,535. */
  readonly words: Uint16Array;
}

/** A line that is boilerplate because other articles of its source have it too. */
export interface RepeatedLine {
  /** Index into the article's `lines`. */
  readonly line: number;
  /** Articles of the source that have the line, this one included. */
  readonly articles: number;
  readonly reason: Message;
}

/** Lines of the head may well be the same in many articles: "By Jane Doe". */
const exempt: ReadonlySet<LineKind> = new Set(['headline', 'kicker', 'byline', 'date', 'readtime']);

/** A short line is furniture if one other article has it, a long one if two others do. */
const shortLine = 25;
/** From this length on a shared line speaks for a shared story. */
const storyLine = 15;
/** Articles that share this much of their long lines tell one story, and count as one article. */
const storyShare = 0.3;
/** A line in so many articles is no story. */
const storyArticles = 40;

/** Hashes the words of each line, without case and marks. Linear. */
export function hashLines(
  text: string,
  lines: readonly Pick<Line, 'start' | 'end' | 'kind'>[],
): ArticleLines {
  const { hashes, words } = roomFor(lines.length);
  for (const [i, { start, end, kind }] of lines.entries()) {
    let hash = 7;
    let count = 0;
    scanWords(text, start, end, (word) => {
      hash = Math.imul(hash ^ word, 0x5bd1e995);
      hash ^= hash >>> 13;
      count++;
    });
    if (count === 0 || exempt.has(kind)) continue;
    hashes[i] = hash;
    words[i] = Math.min(count, 0xffff);
  }
  return { hashes, words };
}

/** The same in one buffer: two would take more than what is in them. */
export function inOneRoom({ hashes, words }: ArticleLines): ArticleLines {
  const room = roomFor(hashes.length);
  room.hashes.set(hashes);
  room.words.set(words);
  return room;
}

function roomFor(lines: number): ArticleLines {
  const buffer = new ArrayBuffer(lines * 6);
  return {
    hashes: new Int32Array(buffer, 0, lines),
    words: new Uint16Array(buffer, lines * 4, lines),
  };
}

interface Held {
  readonly source: string;
  readonly lines: ArticleLines;
}

/**
 * Which lines stand in how many articles of one source. Adding or removing an article costs its own lines only.
 * Articles that are copies of one story count as one, so that a story in two files is not taken for furniture.
 */
export class RepeatedLines {
  readonly #articles = new Map<string, Held>();
  /** By source. */
  readonly #holders = new Map<string, Holders>();

  /**
   * Adds an article or replaces what was known of it.
   *
   * @param source what sets its publisher apart: a name, a folder
   * @returns ids of the other articles whose repeated lines may now be others
   */
  set(id: string, source: string, lines: ArticleLines): Set<string> {
    const touched = this.remove(id);
    this.#articles.set(id, { source, lines });
    let holders = this.#holders.get(source);
    if (holders === undefined) this.#holders.set(source, (holders = new Holders()));
    for (const hash of new Set(lines.hashes)) {
      if (hash === 0) continue;
      touchFew(holders, hash, touched);
      holders.add(hash, id);
    }
    touched.delete(id);
    return touched;
  }

  /**
   * Forgets an article; an unknown id does nothing.
   *
   * @returns ids of the articles whose repeated lines may now be others
   */
  remove(id: string): Set<string> {
    const touched = new Set<string>();
    const held = this.#articles.get(id);
    if (held === undefined) return touched;
    const holders = this.#holders.get(held.source)!;
    for (const hash of new Set(held.lines.hashes)) {
      holders.delete(hash, id);
      touchFew(holders, hash, touched);
    }
    if (holders.isEmpty) this.#holders.delete(held.source);
    this.#articles.delete(id);
    return touched;
  }

  /** The lines of an article that repetition shows to be boilerplate; none for an unknown id. */
  linesOf(id: string): RepeatedLine[] {
    const held = this.#articles.get(id);
    if (held === undefined) return [];
    const holders = this.#holders.get(held.source)!;
    const copies = this.#copiesOf(id, held, holders);
    const repeated: RepeatedLine[] = [];
    for (const [line, hash] of held.lines.hashes.entries()) {
      if (hash === 0) continue;
      const wanted = held.lines.words[line]! < shortLine ? 1 : 2;
      const count = holders.count(hash);
      let others = count - 1;
      if (others < wanted) continue;
      for (const copy of copies) if (holders.has(hash, copy)) others--;
      if (others < wanted) continue;
      repeated.push({
        line,
        articles: count,
        reason: message('this line stands in {0} articles of this source', count),
      });
    }
    return repeated;
  }

  /** The articles that tell the same story in the same words. */
  #copiesOf(id: string, { lines }: Held, holders: Holders): string[] {
    let words = 0;
    const shared = new Map<string, number>();
    for (const [i, hash] of lines.hashes.entries()) {
      const length = lines.words[i]!;
      if (length < storyLine) continue;
      words += length;
      if (holders.count(hash) > storyArticles) continue;
      for (const other of holders.of(hash))
        if (other !== id) shared.set(other, (shared.get(other) ?? 0) + length);
    }
    return [...shared].filter(([, count]) => count >= storyShare * words).map(([other]) => other);
  }
}

/** More holders than decide anything: one article more or less changes only the number shown. */
const decidedFrom = 3;

function touchFew(holders: Holders, hash: number, touched: Set<string>): void {
  if (holders.count(hash) > decidedFrom) return;
  for (const id of holders.of(hash)) touched.add(id);
}

/** What tells an article's publisher apart: the source it names, else its folder. */
export function publisherOf(id: string, source: string | undefined): string {
  return source ?? id.slice(0, id.lastIndexOf('/') + 1);
}

/** The article with its repeated lines as boilerplate; names in them are marked and no longer counted. */
export function applyRepeats(article: Article, repeats: readonly RepeatedLine[]): Article {
  const reasons = new Map(
    repeats
      .filter(({ line }) => article.lines[line] && !isBoilerplate(article.lines[line].kind))
      .map(({ line, reason }) => [line, reason]),
  );
  if (reasons.size === 0) return article;
  const lines = article.lines.map((line, index): Line => {
    const reason = reasons.get(index);
    return reason ? { ...line, kind: 'other', score: 1, reason } : line;
  });
  const repeated = lines.filter((_line, index) => reasons.has(index));
  const isRepeated = ({ start, end }: Span): boolean =>
    repeated.some((line) => line.start <= start && end <= line.end);
  const mentions = article.mentions.map((mention) =>
    mention.boilerplate || !isRepeated(mention) ? mention : { ...mention, boilerplate: true },
  );
  const entities = article.entities.map((entity) => ({
    ...entity,
    count: mentions.filter(({ entity: id, boilerplate }) => id === entity.id && !boilerplate)
      .length,
  }));
  return { ...article, lines, mentions, entities };
}
