import nlp from 'compromise';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRecogniser } from '../../src/analysis/entities/recognise';
import {
  scoreEntities,
  type EntityFigures,
  type Labelled,
} from '../../src/analysis/entities/evaluate';
import {
  bodyLines,
  readInlineFolders,
  readJsonl,
  type LabelledText,
} from '../../scripts/entities/corpora';

/** One system on one set. */
export interface EntityResult {
  readonly set: string;
  readonly system: string;
  readonly figures: EntityFigures;
  readonly wordsPerSecond: number;
}

type Finder = (text: string) => Labelled[];

const compromiseViews = [
  ['PER', 'people'],
  ['ORG', 'organizations'],
  ['LOC', 'places'],
] as const;

/** `compromise` as it comes: its three views, line by line, without the punctuation around a term. */
export function compromiseMentions(text: string): Labelled[] {
  return bodyLines(text).flatMap((line) => {
    const doc = nlp(text.slice(line.start, line.end));
    return compromiseViews.flatMap(([type, view]) => {
      const found = doc[view]().json({ offset: true }) as {
        offset: { start: number; length: number };
      }[];
      return found.map(({ offset }) => {
        let start = line.start + offset.start;
        let end = start + offset.length;
        while (start < end && /[\s\p{P}]/u.test(text[start]!)) start++;
        while (end > start && /[\s\p{P}]/u.test(text[end - 1]!)) end--;
        return { start, end, type };
      });
    });
  });
}

function measure(
  set: string,
  system: string,
  find: Finder,
  texts: readonly LabelledText[],
): EntityResult {
  const words = texts.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  find(texts[0]?.text ?? '');
  const from = performance.now();
  const scored = texts.map((text) => ({
    gold: text.mentions,
    found: find(text.text),
    noMISC: text.noMISC,
  }));
  const seconds = (performance.now() - from) / 1000;
  return {
    set,
    system,
    figures: scoreEntities(scored),
    wordsPerSecond: Math.round(words / seconds),
  };
}

/**
 * The shipped model and `compromise` as it comes on the same texts in the same run: the tuning set of
 * world news and, where held-out files are named, our own gold.
 * @param shared the folder of shared corpora; sets that are not there are left out
 */
export function measureEntities(
  shared: string,
  model: Uint8Array,
  heldOut: readonly string[] = [],
): EntityResult[] {
  const sets: [string, LabelledText[]][] = [];
  const world = path.join(shared, 'corpora/entities/ww_dev.jsonl');
  if (existsSync(world)) sets.push(['ww_dev', readJsonl(world)]);
  const own = readInlineFolders(['data/entities']).filter(({ corpus }) => heldOut.includes(corpus));
  if (own.length > 0) sets.push(['own gold, held out', own]);
  const recognise = createRecogniser(model);
  return sets.flatMap(([set, texts]) => [
    measure(set, 'Dateline', (text) => recognise(text, bodyLines(text)), texts),
    measure(set, 'compromise as it comes', compromiseMentions, texts),
  ]);
}

/** A line of a table: F1 by type, speed. */
export function describeResult({ set, system, figures, wordsPerSecond }: EntityResult): string {
  const { strict, overlap } = figures;
  const cells = (['micro', 'micro4', 'PER', 'ORG', 'LOC', 'MISC'] as const).map((row) =>
    strict[row].f1.toFixed(1),
  );
  return `| ${[set, system, ...cells, overlap.micro.f1.toFixed(1), wordsPerSecond].join(' | ')} |`;
}

if (/entities-quality\.(?:cjs|ts)$/.test(process.argv[1] ?? '')) {
  const model = new Uint8Array(readFileSync('models/entities.bin'));
  console.log('| set | system | micro | with MISC | PER | ORG | LOC | MISC | overlap | words/s |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const result of measureEntities('../shared', model)) console.log(describeResult(result));
}
