/** How long the sidebar's rows take at 10,000 synthesised articles: node scripts/run.js test/bench/tree.ts */
import { readFileSync } from 'node:fs';
import { createDigest } from '../../src/corpus/digest';
import type { EventView } from '../../src/corpus/entry';
import { EventModel } from '../../src/views/eventModel';
import { createCorpusCalls } from '../../src/worker/corpusCalls';
import { plainArticle } from './plain-article';
import { Random } from './random';
import { seedTexts, synthesise } from './synthetic';

const size = 10_000;

async function main(): Promise<void> {
  const digest = createDigest(readFileSync('models/background.bin'));
  const texts = synthesise(seedTexts(), new Random(size));
  const entries = Array.from({ length: size }, (_, i) => {
    const text = texts.next().value as string;
    return digest(`file:///articles/${i}.txt`, text, plainArticle(text));
  });
  const calls = createCorpusCalls();
  const { events } = calls.apply(entries, []);
  const byId = new Map<string, EventView>(events.map((event) => [event.id, event]));
  const mirror = {
    events: () => events,
    event: (id: string) => byId.get(id),
    eventOf: () => undefined,
    calls,
  } as unknown as ConstructorParameters<typeof EventModel>[0];
  const model = new EventModel(mirror, 'Events');
  const timed = async (what: string, run: () => unknown): Promise<void> => {
    const begin = performance.now();
    await run();
    console.log(`${(performance.now() - begin).toFixed(1).padStart(8)} ms  ${what}`);
  };
  console.log(`${size} articles, ${events.length} events`);
  await timed('rows of the events', () => model.children(undefined, { sort: 'newest' }));
  await timed('rows of the events, by size', () => model.children(undefined, { sort: 'size' }));
  const change = { changed: [events[5]!.id], removed: [] };
  await timed('what a change touches', () => model.touched(change, { sort: 'size' }));
  for (const kind of ['name', 'source', 'day'] as const) {
    await timed(`list by ${kind}`, () => calls.shelves(kind, {}));
  }
}

void main();
