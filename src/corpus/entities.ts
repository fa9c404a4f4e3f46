import { acronymsOf, nameKey, nameWords } from '../analysis/entities/name-keys';
import type { EntryName } from './entry';
import { NamedArticles, type Place } from './named-articles';
import { each, withOne, withoutOne, type OneOrMore } from './oneOrMore';

/** A name across the whole corpus. */
export interface CorpusEntity {
  /** Stable while any article names it: type and key of the name. */
  readonly id: string;
  readonly type: EntryName['type'];
  /** The form most articles use in full. */
  readonly name: string;
  /** The other forms, those of most articles first. */
  readonly aliases: readonly string[];
  /** Mentions outside boilerplate, over all articles. */
  readonly count: number;
  /** Ids of the articles that name it, in the order they came. */
  readonly articles: readonly string[];
}

/** One name as the articles give it. There are as many as there are names, so it is small: sums are made when asked for. */
interface Card {
  readonly id: string;
  readonly type: EntryName['type'];
  /** The name's words with a blank between them, without those that do not tell names apart. */
  readonly key: string;
  held: OneOrMore<Place>;
}

const wordsIn = ({ key }: Card): string[] => key.split(' ');

const formsOf = ({ name, aliases }: EntryName): string[] => [name, ...aliases];

const noAliases: readonly string[] = [];
/** The words of a name are wanted again and again; this many names are remembered. */
const mostRemembered = 100_000;

/**
 * Entities across articles, kept up to date as articles come, change and go. Each change costs time in
 * proportion to the names of one article. Persons meet by first name and surname (initials between them
 * do not tell two persons apart); a bare surname never joins the persons of two articles.
 */
export class CorpusEntities {
  private readonly cards = new Map<string, Card>();
  /** Cards by the key of a form of their name. */
  private readonly forms = new Map<string, OneOrMore<Card>>();
  private readonly articles = new NamedArticles();
  private readonly remembered = new Map<string, string>();

  /**
   * Adds an article's names, in place of those it had.
   * @returns the same, where it can be the very objects that other articles have: keep these, they are fewer
   */
  upsert(articleId: string, names: readonly EntryName[]): readonly EntryName[] {
    this.remove(articleId);
    const shared = names.map((name) => this.shared(articleId, name));
    this.articles.add(articleId, shared);
    for (const [place, name] of this.articles.of(articleId)) {
      const card = this.cardFor(articleId, name);
      card.held = withOne(card.held, place);
      for (const key of this.keysOf(name)) this.forms.set(key, withOne(this.forms.get(key), card));
    }
    return shared;
  }

  /** Forgets an article; unknown ids are no error. */
  remove(articleId: string): void {
    for (const [place, name] of this.articles.of(articleId)) {
      const card = this.cardFor(articleId, name);
      card.held = withoutOne(card.held, place);
      if (card.held === undefined) this.cards.delete(card.id);
      for (const key of this.keysOf(name)) {
        if (!this.goesBy(card, key)) this.forget(key, card);
      }
    }
    this.articles.remove(articleId);
  }

  /** The entity of one article's name. */
  entityIn(articleId: string, name: Pick<EntryName, 'type' | 'name'>): CorpusEntity | undefined {
    for (const [, held] of this.articles.of(articleId)) {
      if (held.type !== name.type || held.name !== name.name) continue;
      return this.entity(this.home(this.cardFor(articleId, held)));
    }
    return undefined;
  }

  /** The names of an article, each with the id of its entity. */
  *namesIn(articleId: string): Generator<{ readonly name: EntryName; readonly id: string }> {
    for (const [, name] of this.articles.of(articleId)) {
      yield { name, id: this.home(this.cardFor(articleId, name)).id };
    }
  }

  byId(id: string): CorpusEntity | undefined {
    const card = this.cards.get(id);
    return card && this.entity(card);
  }

  /** All entities, most mentioned first. */
  all(): CorpusEntity[] {
    return [...this.cards.values()]
      .filter((card) => this.home(card) === card)
      .map((card) => this.entity(card))
      .sort((a, b) => b.count - a.count);
  }

  /** A name's words with a blank between them; the name itself where it has none. */
  private keyOf(name: string): string {
    let key = this.remembered.get(name);
    if (key === undefined) {
      key = nameWords(name).join(' ') || name;
      if (this.remembered.size >= mostRemembered) this.remembered.clear();
      this.remembered.set(name, key);
    }
    return key;
  }

  /** The same name as the article that had it first says it, if it says the same of it. */
  private shared(articleId: string, name: EntryName): EntryName {
    const [place] = each(this.cardFor(articleId, name).held);
    const first = place === undefined ? undefined : this.articles.name(place);
    if (first && isSame(first, name)) return first;
    return name.aliases.length === 0 ? { ...name, aliases: noAliases } : name;
  }

  private keysOf(name: EntryName): Set<string> {
    return new Set(formsOf(name).map((form) => this.keyOf(form)));
  }

  private goesBy(card: Card, key: string): boolean {
    for (const place of each(card.held)) {
      if (this.keysOf(this.articles.name(place)).has(key)) return true;
    }
    return false;
  }

  private forget(key: string, card: Card): void {
    const left = withoutOne(this.forms.get(key), card);
    if (left === undefined) this.forms.delete(key);
    else this.forms.set(key, left);
  }

  private cardFor(articleId: string, { type, name }: EntryName): Card {
    let key = this.keyOf(name);
    let id: string;
    if (type === 'PER') {
      const words = key.split(' ');
      const last = words.length - 1;
      key = words.filter((word, at) => at === 0 || at === last || word.length > 1).join(' ');
      // A person known by one name only is nobody's namesake outside the article.
      id = `PER:${key}${key.includes(' ') ? '' : `@${articleId}`}`;
    } else {
      id = `${type}:${nameKey(key.split(' '), type === 'ORG')}`;
    }
    let card = this.cards.get(id);
    if (!card) {
      card = { id, type, key, held: undefined };
      this.cards.set(id, card);
    }
    return card;
  }

  /**
   * Where a card's mentions are counted: an article that knows only the acronym counts for the one
   * name that other articles give it.
   */
  private home(card: Card): Card {
    if (card.type === 'PER' || card.key.includes(' ')) return card;
    let home: Card | undefined;
    for (const other of each(this.forms.get(card.key))) {
      if (other === card || other.type !== card.type) continue;
      if (!acronymsOf(wordsIn(other)).includes(card.key)) continue;
      if (home) return card;
      home = other;
    }
    return home ?? card;
  }

  /** A card and the acronym cards that are counted with it. */
  private entity(card: Card): CorpusEntity {
    const guests = (card.type === 'PER' ? [] : acronymsOf(wordsIn(card)))
      .map((acronym) => this.cards.get(`${card.type}:${acronym}`))
      .filter((guest) => guest !== undefined)
      .filter((guest) => guest !== card && this.home(guest) === card);
    const names = [...each(card.held)].map((place) => this.articles.name(place).name);
    const places = [card, ...guests].flatMap(({ held }) => [...each(held)]);
    const all = places.map((place) => this.articles.name(place));
    const name = byUse(names)[0] ?? card.key;
    return {
      id: card.id,
      type: card.type,
      name,
      aliases: byUse(all.flatMap(formsOf)).filter((form) => form !== name),
      count: all.reduce((sum, { count }) => sum + count, 0),
      articles: [...new Set(places.map((place) => this.articles.article(place)))],
    };
  }
}

function isSame(a: EntryName, b: EntryName): boolean {
  return (
    a.type === b.type &&
    a.name === b.name &&
    a.count === b.count &&
    a.aliases.length === b.aliases.length &&
    a.aliases.every((alias, i) => alias === b.aliases[i])
  );
}

/** The different ones, the most frequent first. */
function byUse(forms: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}
