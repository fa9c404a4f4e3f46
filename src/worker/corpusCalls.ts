import type { ChangeSet, CorpusEntry, EntryName, EventView } from '../corpus/entry';
import { CorpusEntities, type CorpusEntity } from '../corpus/entities';
import { mapOf } from '../corpus/eventMap';
import { Corpus } from '../corpus/index';
import { byDayThenId } from '../corpus/order';
import { mergeRules } from '../corpus/linkage';
import { packEntry, unpackEntry } from '../corpus/pack';
import { applyRepeats, publisherOf, RepeatedLines } from '../corpus/repeats';
import { Bookcase } from '../corpus/shelves';
import { SymbolIndex } from '../corpus/symbols';
import type { CorpusCalls, CorpusUpdate, NameDossier } from './protocol';

const unchanged: ChangeSet = { changed: [], removed: [] };
const longestPiece = 20;

/** Runs a generator to its end, letting other calls in every few milliseconds. */
async function inPieces<T>(steps: Generator<undefined, T>): Promise<T> {
  let begin = Date.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (Date.now() - begin < longestPiece) continue;
    await new Promise((resolve) => setTimeout(resolve));
    begin = Date.now();
  }
}

const isSame = (a: EventView | undefined, b: EventView): boolean =>
  a !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** More names than this would only make a list slow. */
const mostNames = 3000;
/** Names shown beside another, and the latest articles they are counted in. */
const mostTogether = 4;
const mostCounted = 500;

/** The corpus as a worker offers it. */
export function createCorpusCalls(): CorpusCalls {
  const corpus = new Corpus();
  const names = new CorpusEntities();
  const symbols = new SymbolIndex(corpus, names);
  const bookcase = new Bookcase(corpus, names);
  const repeats = new RepeatedLines();
  const held = new Map<string, CorpusEntry>();
  /** The hashes of articles that have gone, until `restore`. */
  const gone = new Map<string, string>();
  const former = new Map<string, EventView>();
  /** The events told of until `restore`. */
  let told: Set<string> | undefined = new Set();

  const update = (changes: ChangeSet): CorpusUpdate => {
    for (const id of [...changes.changed, ...changes.removed]) told?.add(id);
    return {
      changes,
      events: changes.changed.flatMap((id) => corpus.event(id) ?? []),
      articles: corpus.size,
    };
  };

  /** The entries with the names that are held already, where they are the same. */
  const remember = (entries: readonly CorpusEntry[]): CorpusEntry[] =>
    entries.map((entry) => {
      const { id, card, lines } = entry;
      repeats.set(id, publisherOf(id, card.source), lines);
      return { ...entry, card: { ...card, names: names.upsert(id, card.names) } };
    });

  const apply: CorpusCalls['apply'] = (upserts, removed) => {
    for (const id of removed) {
      const kept = held.get(id);
      if (kept) gone.set(id, kept.hash);
      held.delete(id);
      names.remove(id);
      repeats.remove(id);
    }
    return update(corpus.apply(remember(upserts), removed));
  };

  const dossiers: CorpusCalls['dossiers'] = (ids) =>
    ids.flatMap((id) => {
      const entry = corpus.article(id);
      if (!entry) return [];
      const event = corpus.eventOf(id);
      const copyOf = corpus.copyOf(id);
      return {
        id,
        card: entry.card,
        why: corpus.whyMember(id),
        ...(event && { event: event.id }),
        ...(copyOf && { copyOf }),
      };
    });

  /** The names that share most articles with this one. */
  const oftenTogether = ({ id, articles }: CorpusEntity): string[] => {
    const shared = new Map<string, { name: string; articles: number }>();
    for (const article of articles.slice(-mostCounted)) {
      for (const { name, id: other } of names.namesIn(article)) {
        if (other === id) continue;
        const known = shared.get(other);
        if (known) known.articles++;
        else shared.set(other, { name: name.name, articles: 1 });
      }
    }
    return [...shared.values()]
      .filter((other) => other.articles > 1)
      .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1))
      .slice(0, mostTogether)
      .map(({ name }) => name);
  };

  const nameDossier = (found: CorpusEntity | undefined): NameDossier | undefined => {
    if (!found) return undefined;
    const events = new Map(
      found.articles.flatMap((id) => {
        const event = corpus.eventOf(id);
        return event ? [[event.id, event] as const] : [];
      }),
    );
    const dated = found.articles
      .flatMap((id) => corpus.article(id) ?? [])
      .sort(byDayThenId)
      .flatMap(({ id, card: { title, day } }) => (day === undefined ? [] : { id, title, day }));
    const [first, latest] = [dated[0], dated.at(-1)];
    return {
      id: found.id,
      type: found.type,
      name: found.name,
      aliases: found.aliases,
      together: oftenTogether(found),
      mentions: found.count,
      articles: found.articles.length,
      ...(first && { first }),
      ...(latest && { latest }),
      events: [...events.values()]
        .sort((a, b) => (b.end ?? '').localeCompare(a.end ?? ''))
        .map(({ id, title }) => ({ id, title })),
    };
  };

  return {
    apply,
    hold(packed) {
      for (const entry of packed.map(unpackEntry)) held.set(entry.id, entry);
    },
    holdGone(packed) {
      for (const { id, hash } of packed.map(unpackEntry)) gone.set(id, hash);
    },
    holdEvents(events) {
      for (const event of events) former.set(event.id, event);
    },
    restore() {
      const entries = [...held.values()];
      held.clear();
      const hashes = new Map([...gone, ...entries.map(({ id, hash }) => [id, hash] as const)]);
      gone.clear();
      const others = remember(entries.filter(({ id }) => !corpus.article(id)));
      const known = new Map([...former.values()].map(({ id, articles }) => [id, articles]));
      const changes = corpus.restore(others, known, hashes);
      const now = corpus.events();
      const isKnown = (event: EventView): boolean =>
        !told?.has(event.id) && isSame(former.get(event.id), event);
      const fresh = now.filter((event) => !isKnown(event));
      former.clear();
      told = undefined;
      return {
        changes: { ...changes, changed: now.map(({ id }) => id) },
        events: fresh,
        articles: corpus.size,
      };
    },
    pack: (ids) =>
      ids.map((id) => {
        const entry = corpus.article(id);
        return entry ? packEntry(entry) : new Uint8Array();
      }),
    withRepeats: (id, article) => applyRepeats(article, repeats.linesOf(id)),
    regroup: () => update(corpus.settled ? unchanged : corpus.regroup()),
    improve: async () =>
      corpus.regroupDue ? update(await inPieces(corpus.regrouping())) : undefined,
    setGranularity: (granularity) =>
      update(corpus.setGranularity(granularity in mergeRules ? granularity : 'normal')),
    dossiers,
    name: (article, type, name) => nameDossier(names.entityIn(article, { type, name })),
    named: (id) => nameDossier(names.byId(id)),
    where: (article, type, name) => symbols.where(article, { type, name }),
    symbols: (query, limit) => symbols.find(query, limit),
    search: (query, limit) => corpus.search(query, limit).map((hit) => hit.id),
    shelves: (kind, choice) => bookcase.list(kind, choice),
    shelf: (kind, id, choice) => dossiers(bookcase.articles(kind, id, choice)),
    doubtful(choice, most) {
      const ids = bookcase.doubtful(choice);
      return { articles: dossiers(ids.slice(0, most)), left: Math.max(0, ids.length - most) };
    },
    overfull: () =>
      [...corpus.articles()].flatMap(({ id, card: { namesLeft } }) =>
        namesLeft === undefined ? [] : [{ id, left: namesLeft }],
      ),
    articlesOfNames: (wanted) => wanted.map((id) => names.byId(id)?.articles ?? []),
    naming(wanted) {
      const names = new Set(wanted.map((name) => name.toLowerCase()));
      return [...corpus.articles()]
        .filter(
          ({ card }) =>
            names.has(card.source?.toLowerCase() ?? '') ||
            card.names.some(({ name }) => names.has(name.toLowerCase())),
        )
        .map(({ id }) => id);
    },
    eventMap: () => mapOf(corpus, names),
    allNames() {
      const all = new Map<string, EntryName>();
      for (const { card } of corpus.articles()) {
        for (const name of card.names) {
          const key = `${name.type} ${name.name}`;
          const known = all.get(key);
          all.set(key, known ? { ...known, count: known.count + name.count } : name);
        }
      }
      return [...all.values()].sort((a, b) => b.count - a.count).slice(0, mostNames);
    },
    decide({ pins, brought, titles }) {
      const moved = corpus.setPins(pins, brought);
      const renamed = corpus.setTitles(titles);
      return update({
        changed: [...new Set([...moved.changed, ...renamed.changed])],
        removed: moved.removed,
      });
    },
  };
}
