import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { renderMessage } from '../analysis/message';
import { Corpus } from '../corpus/index';
import type { ExchangeDocument, Loss } from '../formats/exchange';
import { createAnnotationCalls } from '../worker/annotationCalls';
import type { AnnotationCalls, EventPlan } from '../worker/annotationProtocol';
import { analyseAll } from './analyseAll';
import type { AnalysedResult } from './engine';
import type { Input } from './inputs';
import { folderOf } from './sidecars';

export interface ExportOptions {
  readonly format: string;
  readonly out: string;
  /** Only these annotators' decisions. */
  readonly layer?: readonly string[];
  readonly events: boolean;
}

/** Says on stderr what did not come through, one line a kind and article. */
export function reportLosses(losses: readonly Loss[]): void {
  for (const { document, what, count } of losses) {
    process.stderr.write(`${document}: ${renderMessage(what)} (${count})\n`);
  }
}

/** Does the file begin with a byte order mark, which its text does not show? */
async function hasMark(file: string): Promise<boolean> {
  const [a, b, c] = await readFile(file);
  return a === 0xef && b === 0xbb && c === 0xbf;
}

/** Groups the articles as people decided. Articles are called by their paths in their folders there. */
async function group(
  corpus: Corpus,
  articles: readonly AnalysedResult[],
  calls: AnnotationCalls,
): Promise<void> {
  const pins = new Map<string, string>();
  const titles = new Map<string, string>();
  const brought = new Set<string>();
  const plans = new Map<string, EventPlan>();
  for (const { input } of articles) {
    const folder = await folderOf(input.id);
    const plan = plans.get(folder.root) ?? calls.planEvents(await folder.corpusFile('events'));
    plans.set(folder.root, plan);
    const path = folder.pathOf(input.id);
    const event = input.from === 'path' ? plan.pins.get(path) : undefined;
    if (event !== undefined) pins.set(input.id, event);
    if (plan.brought.has(path)) brought.add(input.id);
    for (const [id, title] of plan.titles) titles.set(id, title);
  }
  corpus.apply(
    articles.map(({ analysed }) => analysed.entry),
    [],
  );
  corpus.setPins(pins, brought);
  corpus.setTitles(titles);
}

/**
 * `dateline export`: the articles with people's decisions laid over them, in a format of the field. The loss
 * report goes to stderr. Returns the exit code: 1 if some input failed.
 */
export async function exportArticles(
  inputs: AsyncIterable<Input>,
  { format, out, layer, events }: ExportOptions,
): Promise<number> {
  const { held, code } = await analyseAll(inputs, (article) => article);
  const calls = createAnnotationCalls();
  const corpus = new Corpus();
  if (events) await group(corpus, held, calls);
  const documents: ExchangeDocument[] = [];
  for (const { input, analysed } of held) {
    const folder = await folderOf(input.id);
    const path = input.from === 'path' ? folder.pathOf(input.id) : input.id;
    const event = events ? corpus.eventOf(input.id) : undefined;
    const request = {
      ...{ uri: input.id, text: input.text, machine: analysed.article, live: false },
      ...{ sideCars: await folder.sideCars(path), oldTexts: [] },
      ...{
        entities: await folder.corpusFile('entities'),
        rules: await folder.corpusFile('rules'),
      },
      ...(layer && { layers: layer }),
    };
    const bom = input.from === 'path' && (await hasMark(input.id));
    const about = { path, bom, ...(event && { event: { id: event.id, title: event.title } }) };
    documents.push(calls.exchange(request, about));
  }
  const { files, losses } = calls.write(format, documents);
  for (const { path, content } of files) {
    const file = join(out, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  reportLosses(losses);
  return code;
}
