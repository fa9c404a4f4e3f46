/** A window opened again on 10,000 unchanged articles: node scripts/run.js test/bench/warm-start.ts [articles] */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDigest } from '../../src/corpus/digest';
import { createCorpusCalls } from '../../src/worker/corpusCalls';
import { readShard, writeShard } from '../../src/workspace/shard';
import { plainArticle } from './plain-article';
import { Random } from './random';
import { seedTexts, synthesise } from './synthetic';

const shards = 64;
const key = 'bench';

/** Processor seconds of each step. */
export interface WarmStart {
  readonly articles: number;
  /** Reading and checking the shards of the index. */
  readonly read: number;
  /** Until the corpus worker has told all events. */
  readonly restore: number;
  /** The same without the events of the last session. */
  readonly regroup: number;
}

function secondsOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

export function measureWarmStart(articles: number): WarmStart {
  const digest = createDigest(readFileSync('models/background.bin'));
  const texts = synthesise(seedTexts(), new Random(3));
  const folder = mkdtempSync(join(tmpdir(), 'dateline-warm-'));
  const former = createCorpusCalls();
  const ids = Array.from({ length: articles }, (_, i) => `file:///articles/${i}.txt`);
  const { events } = former.apply(
    ids.map((id) => {
      const text = texts.next().value as string;
      return digest(id, text, plainArticle(text));
    }),
    [],
  );
  const packed = former.pack(ids);
  for (let shard = 0; shard < shards; shard++) {
    const files = ids.flatMap((id, i) =>
      i % shards === shard
        ? [[id, { mtime: i, size: i, words: 400, boilerplate: 0, entry: packed[i]! }] as const]
        : [],
    );
    writeFileSync(join(folder, `${shard}.bin`), writeShard(key, new Map(files)));
  }
  const eventsFile = join(folder, 'events.json');
  writeFileSync(eventsFile, JSON.stringify(events));
  let entries: Uint8Array[] = [];
  let kept: typeof events = [];
  const read = secondsOf(() => {
    entries = readdirSync(folder)
      .filter((name) => name.endsWith('.bin'))
      .flatMap((name) => [...readShard(key, readFileSync(join(folder, name))).values()])
      .map(({ entry }) => entry);
    kept = JSON.parse(readFileSync(eventsFile, 'utf8')) as typeof events;
  });
  rmSync(folder, { recursive: true });
  const restored = (events: typeof kept): void => {
    const calls = createCorpusCalls();
    calls.hold(entries);
    calls.holdEvents(events);
    calls.restore();
  };
  const restore = secondsOf(() => {
    restored(kept);
  });
  const regroup = secondsOf(() => {
    restored([]);
  });
  return { articles, read, restore, regroup };
}

if (require.main === module) {
  console.log(measureWarmStart(Number(process.argv[2] ?? 10_000)));
}
