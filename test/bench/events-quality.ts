/** How well articles are grouped, on the development data where it is present: tsx test/bench/events-quality.ts [--analysed] */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalyzer } from '../../src/analysis/analyze';
import type { Article } from '../../src/analysis/article';
import { createDigest } from '../../src/corpus/digest';
import type { CorpusEntry } from '../../src/corpus/entry';
import { evaluateGrouping, type GroupingScores } from '../../src/corpus/evaluate';
import { Corpus } from '../../src/corpus/index';
import { add, dot, type Vector } from '../../src/corpus/vector';
import { Weighing } from '../../src/corpus/weighing';
import { plantCopies } from './copies';
import { byEvent, sampleFolders, type Folder, type FolderKind, type Gold } from './folders';
import { furnish, inventOutlet } from './furniture';
import { plainArticle } from './plain-article';
import { Random } from './random';

const sources = ['ecb', 'fnc', 'basil', 'allsides', 'gvc'] as const;
export const digest = createDigest(readFileSync(join(__dirname, '../../models/background.bin')));

/** One line of the table: shares are 0–1. */
export interface EventFigure {
  readonly name: string;
  readonly f1?: number;
  readonly exact?: number;
  readonly wronglyMerged?: number;
  readonly scores?: GroupingScores;
}

/** The development sets by name; undefined where the data is not at hand. */
export function loadEventSets(folder: string): Map<string, Gold[]> | undefined {
  const sets = new Map<string, Gold[]>();
  for (const name of sources) {
    const file = join(folder, `${name}.dev.jsonl`);
    if (!existsSync(file)) return undefined;
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    sets.set(
      name,
      lines.map((line) => JSON.parse(line) as Gold),
    );
  }
  return sets;
}

/** How a text becomes an article: as it is, or by the whole analysis. */
let articleOf: (text: string, day?: string) => Article = plainArticle;

/** From now on articles are analysed as the product does; what was measured before is forgotten. */
export function useAnalysis(): void {
  const model = (name: string): Uint8Array =>
    readFileSync(join(__dirname, '../../models', `${name}.bin`));
  const analyse = createAnalyzer({
    entities: model('entities'),
    boilerplate: model('boilerplate'),
  });
  articleOf = (text) => analyse(text, {});
  digested.clear();
}

const digested = new Map<string, CorpusEntry>();

/** The entry of a text; the same text is digested once. */
function entryOf({ id, date }: Gold, text: string): CorpusEntry {
  const key = `${id}\n${text}`;
  const known = digested.get(key);
  if (known) return known;
  const entry = digest(id, text, articleOf(text, date === '' ? undefined : date));
  digested.set(key, entry);
  return entry;
}

function group(entries: readonly CorpusEntry[]): Map<string, string> {
  const corpus = new Corpus();
  corpus.apply(entries, []);
  return new Map(entries.map(({ id }) => [id, corpus.eventIdOf(id)!]));
}

function score(articles: readonly Gold[], entries: readonly CorpusEntry[]): GroupingScores {
  return evaluateGrouping(new Map(articles.map(({ id, event }) => [id, event])), group(entries));
}

/** All sets by themselves, then one of all events cut to few articles, many of them single. */
export function mixedSet(sets: ReadonlyMap<string, readonly Gold[]>, random: Random): Gold[] {
  return byEvent([...sets.values()].flat()).flatMap((event) =>
    random.sample(event, random.next() < 0.6 ? 1 : random.between(2, 8)),
  );
}

function measureSets(sets: ReadonlyMap<string, readonly Gold[]>): EventFigure[] {
  const all = new Map(sets).set('mixed', mixedSet(sets, new Random(1)));
  const figures = [...all].map(([name, articles]): EventFigure => {
    const scores = score(
      articles,
      articles.map((article) => entryOf(article, article.text)),
    );
    return { name: `set ${name}`, f1: scores.f1, scores };
  });
  return [...figures, { name: 'sets, mean', f1: mean(figures.map(({ f1 }) => f1!)) }];
}

/** Pairs of sub-events of one ECB+ topic, each topic a folder: how many are found as one event for the most part. */
function measureSubEvents(articles: readonly Gold[]): EventFigure {
  const topics = new Map<string, Gold[]>();
  for (const article of articles) {
    topics.set(article.topic!, [...(topics.get(article.topic!) ?? []), article]);
  }
  let pairs = 0;
  let merged = 0;
  let wrong = 0;
  let apart = 0;
  for (const topic of topics.values()) {
    const found = group(topic.map((article) => entryOf(article, article.text)));
    let wrongHere = 0;
    for (const [i, a] of topic.entries()) {
      for (const b of topic.slice(i + 1)) {
        if (a.event === b.event) continue;
        pairs++;
        if (found.get(a.id) === found.get(b.id)) wrongHere++;
      }
    }
    wrong += wrongHere;
    if (wrongHere === 0) apart++;
    else merged++;
  }
  return {
    name: `ECB+ sub-events (${apart} of ${apart + merged} topics fully apart)`,
    wronglyMerged: pairs === 0 ? 0 : wrong / pairs,
  };
}

function measureFolders(
  folders: readonly Folder[],
  textOf: (folder: number, article: Gold) => string,
  title: string,
): EventFigure[] {
  const scores = new Map<FolderKind, GroupingScores[]>();
  folders.forEach(({ kind, articles }, i) => {
    const result = score(
      articles,
      articles.map((article) => entryOf(article, textOf(i, article))),
    );
    scores.set(kind, [...(scores.get(kind) ?? []), result]);
  });
  const figure = (name: string, results: readonly GroupingScores[]): EventFigure => ({
    name: `${title}: ${name}`,
    f1: mean(results.map(({ f1 }) => f1)),
    exact: mean(results.map(({ exact }) => (exact ? 1 : 0))),
  });
  return [
    ...[...scores].map(([kind, results]) => figure(kind, results)),
    figure('all', [...scores.values()].flat()),
  ];
}

/** For each event the one most like it: the other sub-event of its ECB+ topic, else the nearest mean of its set. */
export function similarEvents(sets: ReadonlyMap<string, readonly Gold[]>): Map<string, string> {
  const similar = new Map<string, string>();
  for (const [name, articles] of sets) {
    const weighing = new Weighing();
    const entries = new Map(
      articles.map((article) => [article.id, entryOf(article, article.text)]),
    );
    for (const entry of entries.values()) weighing.include(entry.features);
    const means = byEvent(articles).map((members) => ({
      event: members[0]!.event,
      topic: members[0]!.topic,
      size: members.length,
      sum: members
        .map(({ id }): Vector => weighing.vectorOf(entries.get(id)!.features))
        .reduce(add),
    }));
    for (const one of means) {
      const others = means.filter(
        (other) => other !== one && (name !== 'ecb' || other.topic === one.topic),
      );
      const likeness = (other: (typeof means)[number]): number =>
        dot(one.sum, other.sum) / Math.sqrt(dot(one.sum, one.sum) * dot(other.sum, other.sum));
      const best = others.sort((a, b) => likeness(b) - likeness(a))[0];
      if (best) similar.set(one.event, best.event);
    }
  }
  return similar;
}

/** Furniture of three to six invented outlets around the articles of each folder. */
export function furnished(folders: readonly Folder[]): (folder: number, article: Gold) => string {
  const texts = folders.map(({ articles }, i) => {
    const random = new Random(1000 + i);
    const outlets = Array.from({ length: random.between(3, 6) }, () => inventOutlet(random));
    return new Map(
      articles.map(({ id, text }) => [id, furnish(text, random.pick(outlets), random)]),
    );
  });
  return (folder, { id }) => texts[folder]!.get(id)!;
}

export function furnishedSets(sets: ReadonlyMap<string, readonly Gold[]>): Map<string, Gold[]> {
  return new Map(
    [...sets].map(([name, articles]) => {
      const random = new Random(7);
      const outlets = Array.from({ length: 12 }, () => inventOutlet(random));
      return [
        name,
        articles.map((article) => ({
          ...article,
          text: furnish(article.text, random.pick(outlets), random),
        })),
      ];
    }),
  );
}

/** Planted copies among independent reports of the same and other events. */
export function measureCopies(sets: ReadonlyMap<string, readonly Gold[]>): EventFigure[] {
  const random = new Random(5);
  const long = ({ text }: Gold): boolean => text.split(/\s+/).length >= 150;
  const basil = sets.get('basil')!;
  const singles = byEvent(sets.get('fnc')!).map((event) => event[0]!);
  const originals = random.sample([...basil, ...singles].filter(long), 120);
  const others = [...basil, ...sets.get('gvc')!, ...singles];
  const planted = plantCopies(originals, sets.get('ecb')!, random);
  const corpus = new Corpus();
  const copies = planted.map(({ id, text }) => digest(`copy ${id}`, text, articleOf(text)));
  corpus.apply([...others.map((article) => entryOf(article, article.text)), ...copies], []);
  const family = new Map(planted.map(({ id, original }) => [`copy ${id}`, original]));
  const familyOf = (id: string): string => family.get(id) ?? id;
  const eventOf = new Map(others.map(({ id, event }) => [id, event]));
  let right = 0;
  let wrong = 0;
  const found = new Map<string, number>();
  for (const { id } of corpus.articles()) {
    const copy = corpus.copyOf(id);
    if (!copy) continue;
    if (familyOf(copy.article) === familyOf(id)) right++;
    // Some reports of one event are copies in truth: they count neither way.
    else if (eventOf.get(familyOf(copy.article)) !== eventOf.get(familyOf(id))) wrong++;
  }
  for (const { id, original, kind } of planted) {
    const own = corpus.copyOf(`copy ${id}`)?.article;
    const isFound =
      (own !== undefined && familyOf(own) === original) ||
      corpus.copiesOf(`copy ${id}`).some((other) => familyOf(other) === original);
    if (isFound) found.set(kind, (found.get(kind) ?? 0) + 1);
  }
  const share = (count: number): string => ((100 * count) / originals.length).toFixed(0);
  const kinds = [...new Set(planted.map(({ kind }) => kind))];
  return [
    {
      name: 'copies P',
      f1: right / (right + wrong),
    },
    {
      name: 'copies R, the first four kinds',
      f1: mean(kinds.slice(0, 4).map((kind) => (found.get(kind) ?? 0) / originals.length)),
    },
    ...kinds.map((kind) => ({ name: `copies found: ${kind}, ${share(found.get(kind) ?? 0)} %` })),
  ];
}

/** Everything that is measured of the grouping. */
export function measureEvents(
  sets: ReadonlyMap<string, readonly Gold[]>,
  count = 1000,
): EventFigure[] {
  const folders = sampleFolders(sets, similarEvents(sets), count, new Random(2));
  return [
    ...measureSets(sets),
    measureSubEvents(sets.get('ecb')!),
    ...measureFolders(folders, (_, { text }) => text, 'folders'),
    ...measureSets(furnishedSets(sets)).map((figure) => ({
      ...figure,
      name: `furnished ${figure.name}`,
    })),
    ...measureFolders(folders, furnished(folders), 'furnished folders'),
    ...measureCopies(sets),
  ];
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

const percent = (value: number | undefined): string =>
  value === undefined ? '' : (100 * value).toFixed(1);

if (process.argv[1]?.includes('events-quality')) {
  const sets = loadEventSets(join(__dirname, '../../../shared/corpora/events'));
  if (!sets) {
    console.log('The development data is not at hand: nothing to measure.');
  } else {
    if (process.argv.includes('--analysed')) useAnalysis();
    for (const { name, f1, exact, wronglyMerged, scores } of measureEvents(sets)) {
      const detail = scores
        ? `P ${percent(scores.precision)} R ${percent(scores.recall)} V ${percent(scores.vMeasure)} ARI ${percent(scores.adjustedRand)} events ${scores.foundEvents}/${scores.goldEvents}`
        : '';
      console.log(
        [
          name.padEnd(48),
          percent(f1).padStart(6),
          percent(exact).padStart(6),
          percent(wronglyMerged).padStart(6),
          detail,
        ].join(' '),
      );
    }
  }
}
