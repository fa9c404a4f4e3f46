import type { Message } from '../analysis/article';
import { message } from '../analysis/message';
import { noDecisions, type Decisions } from './decisions';
import { leastContained, type Copy } from './duplicates';
import type { ChangeSet, CopyOf, CorpusEntry, EventView } from './entry';
import { viewOf } from './event-view';
import type { Moved } from './event-table';
import { finish, Grouping } from './grouping';
import type { Granularity } from './linkage';
import { byDayThenId, compare } from './order';
import { whySeparate, whyTogether, type Weighed } from './reasons';
import { ArticleSearch, type SearchHit } from './search';

export interface CorpusOptions {
  /** How alike articles must be to report one event. */
  readonly granularity?: Granularity;
}

/** The articles of a folder and the events they report. Same calls, same result; no input or output of its own. */
export class Corpus {
  private readonly grouping: Grouping;
  private readonly store;
  private readonly index = new ArticleSearch();
  private readonly views = new Map<string, EventView>();
  private titles: ReadonlyMap<string, string> = new Map();
  private decisions: Decisions = noDecisions;

  constructor(options: CorpusOptions = {}) {
    this.grouping = new Grouping(options.granularity ?? 'normal');
    this.store = this.grouping.store;
  }

  /** Adds or replaces articles and removes others. Many at once are much cheaper than one by one. */
  apply(upserts: readonly CorpusEntry[], removedIds: readonly string[]): ChangeSet {
    const moved = this.grouping.apply(upserts, removedIds);
    for (const id of removedIds) this.index.delete(id);
    for (const entry of upserts) this.index.set(entry);
    return this.report(moved);
  }

  /**
   * Takes in articles whose events are known from before: much cheaper than `apply`.
   * @param entries articles that the corpus does not hold
   * @param events event id → its articles' ids
   * @param hashes of the texts that the articles of these events had: article id → hash
   */
  restore(
    entries: readonly CorpusEntry[],
    events: ReadonlyMap<string, readonly string[]>,
    hashes: ReadonlyMap<string, string>,
  ): ChangeSet {
    const moved = this.grouping.restore(entries, events, hashes);
    for (const entry of entries) this.index.set(entry);
    return this.report(moved);
  }

  /** Groups everything anew with all that is known by now; the result says which events moved. */
  regroup(): ChangeSet {
    return finish(this.regrouping());
  }

  /**
   * The same in pieces of a few milliseconds, for a host that must stay responsive: call `next` until it is done. A change
   * of the corpus in between ends it without effect.
   */
  *regrouping(): Generator<undefined, ChangeSet> {
    return this.report(yield* this.grouping.regrouping());
  }

  /** Has nothing changed since the corpus was last grouped as a whole? */
  get settled(): boolean {
    return this.grouping.settled;
  }

  /** Has the corpus changed so much since it was last grouped as a whole that `regroup` would pay? */
  get regroupDue(): boolean {
    return this.grouping.regroupDue;
  }

  setGranularity(granularity: Granularity): ChangeSet {
    this.grouping.setGranularity(granularity);
    return this.regroup();
  }

  /**
   * Articles that a person put into an event: article id → event id. They stay there whatever the grouping finds.
   * @param brought of these, the ones taken out of another event, which draw no others with them
   */
  setPins(pins: ReadonlyMap<string, string>, brought: ReadonlySet<string> = new Set()): ChangeSet {
    return this.decide({ ...this.decisions, pins, brought });
  }

  /** Pairs of article ids that a person said report the same event, or do not. */
  setConstraints(constraints: Pick<Decisions, 'together' | 'apart'>): ChangeSet {
    return this.decide({ ...this.decisions, ...constraints });
  }

  /** Titles that a person gave to events: event id → title. */
  setTitles(titles: ReadonlyMap<string, string>): ChangeSet {
    const changed = [...new Set([...this.titles.keys(), ...titles.keys()])].filter(
      (id) => this.titles.get(id) !== titles.get(id) && this.grouping.event(id),
    );
    this.titles = titles;
    for (const id of changed) this.views.delete(id);
    return { changed, removed: [] };
  }

  get size(): number {
    return this.store.size;
  }

  /** All events, newest first; those without a day last. */
  events(): readonly EventView[] {
    return [...this.grouping.allEvents()]
      .map(({ id }) => this.event(id)!)
      .sort(
        (a, b) =>
          compare(b.end ?? '', a.end ?? '') || compare(a.title, b.title) || compare(a.id, b.id),
      );
  }

  event(id: string): EventView | undefined {
    const known = this.views.get(id);
    if (known) return known;
    const event = this.grouping.event(id);
    if (!event) return undefined;
    const members = event.slots.map((slot) => this.weighed(slot));
    const view = viewOf(id, members, this.titles.get(id));
    this.views.set(id, view);
    return view;
  }

  eventOf(articleId: string): EventView | undefined {
    const slot = this.store.slotOf(articleId);
    const event = slot === undefined ? undefined : this.grouping.eventIdOf(slot);
    return event === undefined ? undefined : this.event(event);
  }

  /** The id of an article's event, without building its view. */
  eventIdOf(articleId: string): string | undefined {
    const slot = this.store.slotOf(articleId);
    return slot === undefined ? undefined : this.grouping.eventIdOf(slot);
  }

  article(id: string): CorpusEntry | undefined {
    const slot = this.store.slotOf(id);
    return slot === undefined ? undefined : this.store.entry(slot);
  }

  *articles(): Generator<CorpusEntry> {
    for (const id of this.store.ids()) yield this.article(id)!;
  }

  /** Why an article stands with the others of its event, for a person. Empty for an unknown article. */
  whyMember(articleId: string): Message[] {
    const slot = this.store.slotOf(articleId);
    const event = slot === undefined ? undefined : this.grouping.eventIdOf(slot);
    if (slot === undefined || event === undefined) return [];
    const others = this.grouping.event(event)!.slots.filter((other) => other !== slot);
    const pinned = this.decisions.pins.has(articleId) ? [message('Put here by a person')] : [];
    return [
      ...pinned,
      ...whyTogether(
        this.weighed(slot),
        others.map((other) => this.weighed(other)),
      ),
    ];
  }

  /** What two articles share and what sets them apart. Empty where one is unknown. */
  whyApart(a: string, b: string): Message[] {
    const first = this.store.slotOf(a);
    const second = this.store.slotOf(b);
    if (first === undefined || second === undefined) return [];
    return whySeparate(this.weighed(first), this.weighed(second));
  }

  /** The earlier article that this one copies, if it does. */
  copyOf(articleId: string): CopyOf | undefined {
    const slot = this.store.slotOf(articleId);
    if (slot === undefined) return undefined;
    const original = this.store.copies
      .copiesOf(slot)
      .filter((copy) => this.isOriginal(slot, copy))
      .sort((a, b) => byDayThenId(this.store.entry(a.slot), this.store.entry(b.slot)))[0];
    return original && { article: this.store.entry(original.slot).id, share: original.share };
  }

  /** Ids of the articles that are copies of this one. */
  copiesOf(articleId: string): string[] {
    const slot = this.store.slotOf(articleId);
    if (slot === undefined) return [];
    return this.store.copies
      .copiesOf(slot)
      .map((copy) => this.store.entry(copy.slot).id)
      .filter((id) => this.copyOf(id)?.article === articleId);
  }

  /** At most `limit` articles that hold every word of the query, the best first. */
  search(query: string, limit: number): SearchHit[] {
    return this.index.find(query, limit, this.articles());
  }

  /**
   * Of two articles that share text, the one contained in the other is the copy; where each holds most of the other, the
   * later one.
   */
  private isOriginal(slot: number, { slot: other, share, shareOther }: Copy): boolean {
    if (share < leastContained) return false;
    if (shareOther < leastContained) return true;
    return byDayThenId(this.store.entry(other), this.store.entry(slot)) < 0;
  }

  private decide(decisions: Decisions): ChangeSet {
    this.decisions = decisions;
    return this.report(this.grouping.decide(decisions));
  }

  private weighed(slot: number): Weighed {
    return { entry: this.store.entry(slot), vector: this.store.neighbours.vector(slot) };
  }

  private report({ changed, removed, slots }: Moved): ChangeSet {
    for (const id of [...changed, ...removed]) this.views.delete(id);
    const moved = [...slots].map((slot) => this.store.entry(slot).id).sort(compare);
    return { changed: [...changed], removed: [...removed], moved };
  }
}
