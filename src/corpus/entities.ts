import { acronymsOf, nameKey, nameWords, surnamesOf } from '../analysis/entities/name-keys';
import type { EntryName } from './entry';

/** A name across the whole corpus. */
export interface CorpusEntity {
  /** Stable while any article names it: type and key of the name. */
  readonly id: string;
  readonly type: EntryName['type'];
  /** The form most articles use in full. */
  readonly name: string;
  /** The other forms, most frequent first. */
  readonly aliases: readonly string[];
  /** Mentions outside boilerplate, over all articles. */
  readonly count: number;
  /** Ids of the articles that name it, in the order they came. */
  readonly articles: readonly string[];
}

interface Card {
  readonly id: string;
  readonly type: EntryName['type'];
  readonly articles: Map<string, EntryName[]>;
}

/** How often each form of a name stands for each card. */
class Forms {
  private readonly counts = new Map<string, Map<Card, number>>();

  change(form: string, card: Card, by: 1 | -1): void {
    const cards = this.counts.get(form) ?? new Map<Card, number>();
    const count = (cards.get(card) ?? 0) + by;
    if (count > 0) cards.set(card, count);
    else cards.delete(card);
    if (cards.size > 0) this.counts.set(form, cards);
    else this.counts.delete(form);
  }

  of(form: string): Iterable<Card> {
    return this.counts.get(form)?.keys() ?? [];
  }
}

/**
 * The key under which names of several articles meet. Persons need a first name and a surname: initials
 * between them do not tell two persons apart, a bare surname never joins two articles' persons.
 */
function corpusKey({ type, name }: EntryName): string {
  const words = nameWords(name);
  if (words.length === 0) return `${type}:${name}`;
  if (type !== 'PER') return `${type}:${nameKey(words, type === 'ORG')}`;
  const main = words.filter((word, at) => at === 0 || at === words.length - 1 || word.length > 1);
  return `${type}:${main.join(' ')}`;
}

/**
 * Entities across articles, kept up to date as articles come, change and go. Each call costs time in
 * proportion to the names of one article.
 */
export class CorpusEntities {
  private readonly cards = new Map<string, Card>();
  /** Cards by each form that occurs, and persons by surname. */
  private readonly forms = new Forms();
  private readonly surnames = new Forms();
  private readonly byArticle = new Map<string, { card: Card; name: EntryName }[]>();

  /** Adds an article's names, in place of those it had. */
  upsert(articleId: string, names: readonly EntryName[]): void {
    this.remove(articleId);
    const placed = names.map((name) => ({ card: this.cardFor(articleId, name), name }));
    for (const { card, name } of placed) {
      const known = card.articles.get(articleId);
      if (known) known.push(name);
      else card.articles.set(articleId, [name]);
      this.index(card, name, 1);
    }
    this.byArticle.set(articleId, placed);
  }

  /** Forgets an article; unknown ids are no error. */
  remove(articleId: string): void {
    const placed = this.byArticle.get(articleId);
    if (!placed) return;
    this.byArticle.delete(articleId);
    for (const { card, name } of placed) {
      this.index(card, name, -1);
      card.articles.delete(articleId);
      if (card.articles.size === 0) this.cards.delete(card.id);
    }
  }

  /** Everything a form may name: "Putin" gives every person of that surname, "EU" what it stands for. */
  lookup(form: string): CorpusEntity[] {
    const key = formKey(form);
    const found = new Set<Card>();
    for (const card of this.forms.of(key)) found.add(this.home(card));
    for (const card of this.surnames.of(key)) found.add(card);
    return [...found].map((card) => this.entity(card)).sort((a, b) => b.count - a.count);
  }

  /** The entity of one article's name. */
  entityIn(articleId: string, name: Pick<EntryName, 'type' | 'name'>): CorpusEntity | undefined {
    const id = this.idIn(articleId, name);
    return id === undefined ? undefined : this.byId(id);
  }

  /** The id of the entity of one article's name, for a fraction of the cost of `entityIn`. */
  idIn(articleId: string, name: Pick<EntryName, 'type' | 'name'>): string | undefined {
    const placed = this.byArticle.get(articleId);
    const hit = placed?.find((p) => p.name.type === name.type && p.name.name === name.name);
    return hit && this.home(hit.card).id;
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

  private cardFor(articleId: string, name: EntryName): Card {
    let id = corpusKey(name);
    // A person known by one name only is nobody's namesake outside the article.
    if (name.type === 'PER' && nameWords(name.name).length < 2) id += `@${articleId}`;
    let card = this.cards.get(id);
    if (!card) {
      card = { id, type: name.type, articles: new Map() };
      this.cards.set(id, card);
    }
    return card;
  }

  private index(card: Card, name: EntryName, by: 1 | -1): void {
    for (const form of new Set([name.name, ...name.aliases].map(formKey))) {
      this.forms.change(form, card, by);
    }
    if (card.type === 'PER') {
      for (const key of surnamesOf(nameWords(name.name))) this.surnames.change(key, card, by);
    }
  }

  /**
   * Where a card's mentions are counted: an article that knows only the acronym counts for the one
   * organisation that other articles name by it.
   */
  private home(card: Card): Card {
    if (card.type === 'PER' || !/^\w+:\S+$/.test(card.id)) return card;
    const acronym = card.id.slice(card.id.indexOf(':') + 1);
    let home: Card | undefined;
    for (const other of this.forms.of(acronym)) {
      if (other === card || other.type !== card.type || !spells(other, acronym)) continue;
      if (home) return card;
      home = other;
    }
    return home ?? card;
  }

  /** The acronym cards that are counted with this one. */
  private guests(card: Card): Card[] {
    if (card.type === 'PER') return [];
    return acronymsOf(nameWords(card.id.slice(card.id.indexOf(':') + 1)))
      .map((acronym) => this.cards.get(`${card.type}:${acronym}`))
      .filter((guest) => guest !== undefined && guest !== card && this.home(guest) === card)
      .map((guest) => guest!);
  }

  private entity(card: Card): CorpusEntity {
    return entityOf(card, this.guests(card));
  }
}

/** Is this one of the acronyms of the card's name? */
function spells(card: Card, acronym: string): boolean {
  return acronymsOf(nameWords(card.id.slice(card.id.indexOf(':') + 1))).includes(acronym);
}

function formKey(form: string): string {
  const words = nameWords(form);
  return words.length === 0 ? form : words.join(' ');
}

function byUse(counts: Map<string, number>): string[] {
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}

function entityOf(card: Card, guests: readonly Card[]): CorpusEntity {
  const forms = new Map<string, number>();
  const full = new Map<string, number>();
  const articles = new Set<string>();
  let count = 0;
  for (const part of [card, ...guests]) {
    for (const [article, names] of part.articles) {
      articles.add(article);
      for (const { name, aliases, count: mentions } of names) {
        count += mentions;
        if (part === card) full.set(name, (full.get(name) ?? 0) + 1);
        for (const form of [name, ...aliases]) forms.set(form, (forms.get(form) ?? 0) + 1);
      }
    }
  }
  const name = byUse(full)[0]!;
  const aliases = byUse(forms).filter((form) => form !== name);
  return { id: card.id, type: card.type, name, aliases, count, articles: [...articles] };
}
