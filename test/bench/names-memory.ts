/** Memory that the names of articles take in the corpus worker: node scripts/run.js test/bench/names-memory.ts [names] [articles] */
import { spawnSync } from 'node:child_process';
import { CorpusEntities } from '../../src/corpus/entities';
import type { EntryName } from '../../src/corpus/entry';
import { Random } from './random';

const [, , perArticle = '16', articles = '10000', once] = process.argv;
const types = ['PER', 'ORG', 'LOC'] as const;
/** Half of the names stand in one article only, as in news. */
const common = 20_000;

function held(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

function measure(): void {
  const random = new Random(1);
  const before = held();
  const lists = Array.from({ length: Number(articles) }, (_, article) =>
    Array.from({ length: Number(perArticle) }, (_, i): EntryName => {
      const word = i % 2 === 0 ? `${article}x${i}` : String(random.between(1, common));
      const aliases = i < 3 ? [`Holm${word}`] : [];
      return { type: types[i % 3]!, name: `Anders Holm${word}`, aliases, count: 1 };
    }).map((name) => structuredClone(name)),
  );
  const entities = new CorpusEntities();
  const kept = lists.map((names, i) => entities.upsert(`file:///articles/${i}.txt`, names));
  lists.length = 0;
  const all = held() - before;
  const kilobytes = (bytes: number): string => (bytes / kept.length / 1000).toFixed(1);
  console.log(
    `${perArticle} names an article: ${kilobytes(all)} kB an article (${entities.all().length} entities)`,
  );
}

if (once === undefined) {
  const args = ['--expose-gc', __filename, perArticle, articles, 'once'];
  spawnSync(process.execPath, args, { stdio: 'inherit' });
} else measure();
