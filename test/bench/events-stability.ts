/** Does the order of files matter? node scripts/run.js test/bench/events-stability.ts [--one-by-one] */
import { join } from 'node:path';
import { evaluateGrouping } from '../../src/corpus/evaluate';
import { Corpus } from '../../src/corpus/index';
import { digest, loadEventSets } from './events-quality';
import type { Gold } from './folders';
import { plainArticle } from './plain-article';
import { Random } from './random';

/** B³ F1 between groupings of one folder in several orders, 0–1. */
export interface Stability {
  readonly mean: number;
  readonly least: number;
}

/**
 * The same folder fed in several orders and ways, each compared with the first.
 * @param batch how many articles come at once
 */
export function measureStability(
  articles: readonly Gold[],
  orders: number,
  batch: number,
): Stability {
  const entries = articles.map(({ id, text }) => digest(id, text, plainArticle(text)));
  const random = new Random(11);
  const groupings = Array.from({ length: orders }, () => {
    const corpus = new Corpus();
    const order = random.sample(entries, entries.length);
    for (let i = 0; i < order.length; i += batch) {
      corpus.apply(order.slice(i, i + batch), []);
      if (corpus.regroupDue) corpus.regroup();
    }
    return new Map(entries.map(({ id }) => [id, corpus.eventIdOf(id)!]));
  });
  const [first, ...others] = groupings;
  const scores = others.map((other) => evaluateGrouping(first!, other).f1);
  return {
    mean: scores.reduce((sum, score) => sum + score, 0) / scores.length,
    least: Math.min(...scores),
  };
}

if (process.argv[1]?.includes('events-stability')) {
  const sets = loadEventSets(join(__dirname, '../../../shared/corpora/events'));
  if (!sets) {
    console.log('The development data is not at hand: nothing to measure.');
  } else {
    const batches = process.argv.includes('--one-by-one') ? [1, 25] : [25];
    for (const [name, articles] of sets) {
      for (const batch of [...batches, articles.length]) {
        const { mean, least } = measureStability(articles, 20, batch);
        console.log(
          `${name}, ${batch} at once: B³ between 20 orders ${(100 * mean).toFixed(1)}, least ${(100 * least).toFixed(1)}`,
        );
      }
    }
  }
}
