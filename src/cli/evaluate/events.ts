import { Corpus } from '../../corpus/index';
import { evaluateGrouping } from '../../corpus/evaluate';
import type { CorpusEntry } from '../../corpus/entry';
import { type Analyse, pairs } from './gold';
import { figure, table } from './table';

interface GoldEvent {
  readonly text: string;
  readonly event: string;
}

/** B-cubed, V-measure, adjusted Rand index and counts for gold `{"id","text","event"}`. */
export async function evaluateEvents(path: string, analyse: Analyse): Promise<string> {
  const corpus = new Corpus();
  const gold = new Map<string, string>();
  const entries: CorpusEntry[] = [];
  for await (const pair of pairs<GoldEvent>(path, ({ text }) => text, analyse)) {
    gold.set(pair.analysed.uri, pair.gold.event);
    entries.push(pair.analysed.entry);
  }
  corpus.apply(entries, []);
  const found = new Map(
    corpus
      .events()
      .flatMap(({ id, articles }) => articles.map((article) => [article, id] as const)),
  );
  const scores = evaluateGrouping(gold, found);
  const percent = (share: number): string => figure(100 * share);
  return table(
    ['B³ P', 'B³ R', 'B³ F1', 'V', 'ARI', 'articles', 'gold events', 'found events'],
    [
      [
        percent(scores.precision),
        percent(scores.recall),
        percent(scores.f1),
        percent(scores.vMeasure),
        percent(scores.adjustedRand),
        String(scores.articles),
        String(scores.goldEvents),
        String(scores.foundEvents),
      ],
    ],
  );
}
