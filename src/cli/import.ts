import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseSideCar, sideCarPath } from '../annotations/store';
import type { ExchangeDocument } from '../formats/exchange';
import { createAnnotationCalls } from '../worker/annotationCalls';
import { importId } from '../worker/places';
import { reportLosses } from './export';
import { readPaths } from './inputs';
import { annotatedFolder, sideCarWriter } from './sidecars';

export interface ImportOptions {
  readonly format: string;
  readonly into: string;
  /** Whose decisions they become. */
  readonly by: string;
  /** Read offsets in the unit in which they fit their words, where they do not as declared. */
  readonly repair: boolean;
}

/**
 * `dateline import`: annotations of other tools become side-cars of the articles in a folder; articles that are
 * not there, and whose text the files carry, are written. Returns the exit code: 1 if something did not fit.
 */
export async function importAnnotations(
  files: readonly string[],
  { format, into, by, repair }: ImportOptions,
): Promise<number> {
  const calls = createAnnotationCalls();
  const folder = annotatedFolder(resolve(into));
  await mkdir(folder.root, { recursive: true });
  const texts = new Map<string, string>();
  for await (const input of readPaths([folder.root])) {
    if (input.kind === 'text') texts.set(folder.pathOf(input.id), input.text);
  }
  const given = await Promise.all(
    files.map(async (file) => ({ path: basename(file), content: await readFile(file, 'utf8') })),
  );
  const { documents, losses, repairs } = calls.read(format, given, texts);
  reportLosses(losses);
  const repaired = new Map(repairs.map(({ document }) => [document.id, document]));
  for (const { document, declared, found, fitting } of repairs) {
    process.stderr.write(
      `${document.id}: offsets count ${found}, not ${declared}: ${fitting.repaired} instead of ` +
        `${fitting.declared} mentions fit${repair ? '' : ' (--repair reads them so)'}\n`,
    );
  }
  let failed = losses.length > 0 && documents.length === 0;
  for (const one of documents) {
    const document = (repair ? repaired.get(one.id) : undefined) ?? one;
    const path = await placeArticle(folder.root, document, texts);
    if (path === undefined) {
      process.stderr.write(`${document.id}: no such article, and no text to make it from\n`);
      failed = true;
      continue;
    }
    const count = await writeRecords(folder.root, path, document, by, calls);
    process.stdout.write(`${path}: ${count} mentions\n`);
  }
  return failed ? 1 : 0;
}

/** The path of the document's article in the folder; the article is made where it is missing. */
async function placeArticle(
  root: string,
  { id, text, bom }: ExchangeDocument,
  texts: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  if (texts.has(id)) return id;
  const same = [...texts].find(([, own]) => own === text)?.[0];
  if (same !== undefined) return same;
  const steps = id.split('/').filter((step) => step !== '' && step !== '.' && step !== '..');
  if (text === '' || steps.length === 0) return undefined;
  const name = steps.join('/');
  const path = /\.[^./]+$/.test(name) ? name : `${name}.txt`;
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), (bom ? '\uFEFF' : '') + text, { flag: 'wx' });
  return path;
}

async function writeRecords(
  root: string,
  path: string,
  { text, mentions }: ExchangeDocument,
  by: string,
  calls: ReturnType<typeof createAnnotationCalls>,
): Promise<number> {
  const wanted = mentions.filter(({ origin, state }) => origin === 'human' || state === 'accepted');
  const places = calls.places(text, wanted);
  const ts = new Date().toISOString();
  const file = join(root, sideCarPath(path, by));
  const disk = await readFile(file, 'utf8').catch(() => '');
  const known = new Set(
    parseSideCar(disk, file).records.flatMap((record) => ('id' in record ? [record.id] : [])),
  );
  const records = wanted.flatMap(({ id: given, label, entity, origin, by: model }, i) => {
    const id = importId(given, label, places[i]!);
    const src = origin === 'human' ? 'human' : model;
    const ent = entity === undefined ? {} : { ent: entity };
    const record = { t: 'span', id, label, ...places[i]!, st: 'accepted', src, ...ent, by, ts };
    return known.has(id) ? [] : [record];
  });
  if (records.length === 0) return 0;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const head = { v: 1, t: 'head', path, sha256, unit: 'utf16', by, ts };
  await sideCarWriter().append(file, records, head);
  return records.length;
}
