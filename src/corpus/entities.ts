import { acronymsOf, nameKey, nameWords, surnamesOf } from '../analysis/entities/name-keys';
import type { EntryName } from './entry';

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

/** How often each of some things was counted. */
type Counts<Thing> = Map<Thing, number>;

function count<Thing>(counts: Counts<Thing>, thing: Thing, by: number): void {
  const sum = (counts.get(thing) ?? 0) + by;
  if (sum > 0) counts.set(thing, sum);
  else counts.delete(thing);
}

/** One name as the articles give it: running sums, so that a change costs no more than the change. */
interface Card {
  readonly id: string;
  readonly type: EntryName['type'];
  /** The name's words, without those that do not tell names apart. */
  readonly words: readonly string[];
  mentions: number;
  readonly articles: Counts<string>;
  readonly names: Counts<string>;
  readonly forms: Counts<string>;
}

/** Cards by a form of their name. */
class FormIndex {
  private readonly cards = new Map<string, Counts<Card>>();

  change(form: string, card: Card, by: 1 | -1): void {
    const counts = this.cards.get(form) ?? new Map<Card, number>();
    count(counts, card, by);
    if (counts.size > 0) this.cards.set(form, counts);
    else this.cards.delete(form);
  }

  of(form: string): Iterable<Card> {
    return this.cards.get(form)?.keys() ?? [];
  }
}

/** The words of a name are wanted again and again; this many names are remembered. */
const mostRemembered = 100_000;

/**
 * Entities across articles, kept up to date as articles come, change and go. Each change costs time in
 * proportion to the names of one article. Persons meet by first name and surname (initials between them
 * do not tell two persons apart); a bare surname never joins the persons of two articles.
 */
export class CorpusEntities {
  private readonly cards = new Map<string, Card>();
  private readonly forms = new FormIndex();
  private readonly surnames = new FormIndex();
  private readonly byArticle = new Map<string, { card: Card; name: EntryName }[]>();
  private readonly remembered = new Map<string, string[]>();

  /** Adds an article's names, in place of those it had. */
  upsert(articleId: string, names: readonly EntryName[]): void {
    this.remove(articleId);
    const placed = names.map((name) => ({ card: this.cardFor(articleId, name), name }));
    for (const { card, name } of placed) this.change(articleId, card, name, 1);
    this.byArticle.set(articleId, placed);
  }

  /** Forgets an article; unknown ids are no error. */
  remove(articleId: string): void {
    for (const { card, name } of this.byArticle.get(articleId) ?? []) {
      this.change(articleId, card, name, -1);
      if (card.articles.size === 0) this.cards.delete(card.id);
    }
    this.byArticle.delete(articleId);
  }

  /** Everything a form may name: "Putin" gives every person of that surname, "EU" what it stands for. */
  lookup(form: string): CorpusEntity[] {
    const key = this.formKey(form);
    const found = new Set<Card>();
    for (const card of this.forms.of(key)) found.add(this.home(card));
    for (const card of this.surnames.of(key)) found.add(card);
    return this.entities(found);
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
    return this.entities([...this.cards.values()].filter((card) => this.home(card) === card));
  }

  private wordsOf(name: string): string[] {
    let words = this.remembered.get(name);
    if (!words) {
      words = nameWords(name);
      if (this.remembered.size >= mostRemembered) this.remembered.clear();
      this.remembered.set(name, words);
    }
    return words;
  }

  private formKey(form: string): string {
    const words = this.wordsOf(form);
    return words.length === 0 ? form : words.join(' ');
  }

  private cardFor(articleId: string, { type, name }: EntryName): Card {
    let words: readonly string[] = this.wordsOf(name);
    if (words.length === 0) words = [name];
    let id: string;
    if (type === 'PER') {
      words = words.filter((word, at) => at === 0 || at === words.length - 1 || word.length > 1);
      // A person known by one name only is nobody's namesake outside the article.
      id = `PER:${words.join(' ')}${words.length < 2 ? `@${articleId}` : ''}`;
    } else {
      id = `${type}:${nameKey(words, type === 'ORG')}`;
    }
    let card = this.cards.get(id);
    if (!card) {
      card = {
        id,
        type,
        words,
        mentions: 0,
        articles: new Map(),
        names: new Map(),
        forms: new Map(),
      };
      this.cards.set(id, card);
    }
    return card;
  }

  private change(articleId: string, card: Card, name: EntryName, by: 1 | -1): void {
    card.mentions += by * name.count;
    count(card.articles, articleId, by);
    count(card.names, name.name, by);
    const forms = [name.name, ...name.aliases];
    for (const form of forms) count(card.forms, form, by);
    for (const form of new Set(forms.map((form) => this.formKey(form)))) {
      this.forms.change(form, card, by);
    }
    if (card.type !== 'PER') return;
    for (const key of surnamesOf(card.words)) this.surnames.change(key, card, by);
  }

  /**
   * Where a card's mentions are counted: an article that knows only the acronym counts for the one
   * name that other articles give it.
   */
  private home(card: Card): Card {
    if (card.type === 'PER' || card.words.length > 1) return card;
    const acronym = card.words[0]!;
    let home: Card | undefined;
    for (const other of this.forms.of(acronym)) {
      if (other === card || other.type !== card.type) continue;
      if (!acronymsOf(other.words).includes(acronym)) continue;
      if (home) return card;
      home = other;
    }
    return home ?? card;
  }

  private entities(cards: Iterable<Card>): CorpusEntity[] {
    return [...cards].map((card) => this.entity(card)).sort((a, b) => b.count - a.count);
  }

  /** A card and the acronym cards that are counted with it. */
  private entity(card: Card): CorpusEntity {
    const guests = (card.type === 'PER' ? [] : acronymsOf(card.words))
      .map((acronym) => this.cards.get(`${card.type}:${acronym}`))
      .filter((guest) => guest !== undefined)
      .filter((guest) => guest !== card && this.home(guest) === card);
    const forms = new Map(card.forms);
    const articles = new Set(card.articles.keys());
    let mentions = card.mentions;
    for (const guest of guests) {
      mentions += guest.mentions;
      for (const [form, times] of guest.forms) count(forms, form, times);
      for (const article of guest.articles.keys()) articles.add(article);
    }
    const name = byUse(card.names)[0] ?? card.words.join(' ');
    const aliases = byUse(forms).filter((form) => form !== name);
    return {
      id: card.id,
      type: card.type,
      name,
      aliases,
      count: mentions,
      articles: [...articles],
    };
  }
}

function byUse(counts: Counts<string>): string[] {
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}
