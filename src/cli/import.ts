import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { headRecord } from '../annotations/makeRecords';
import { sha256 } from '../annotations/sha256';
import { sideCarPath } from '../annotations/store';
import { articlePath, findArticle } from '../formats/articleFiles';
import type { ExchangeDocument } from '../formats/exchange';
import { createAnnotationCalls } from '../worker/annotationCalls';
import { reportLosses } from './export';
import { readPaths } from './inputs';
import { annotatedFolder, type AnnotatedFolder, sideCarFiles } from './sidecars';

export interface ImportOptions {
  readonly format: string;
  readonly into: string;
  /** Whose decisions they become where the files name no one. */
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
      process.stderr.write(
        `${document.id}: not imported, for there is no such article and none could be made\n`,
      );
      failed = true;
      continue;
    }
    const count = await writeRecords(folder, path, document, by, calls);
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
  const known = findArticle(texts.keys(), id) ?? [...texts].find(([, own]) => own === text)?.[0];
  const path = known ?? (text === '' ? undefined : articlePath(id));
  if (known === undefined && path !== undefined) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    try {
      await writeFile(join(root, path), (bom ? '\uFEFF' : '') + text, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const there = await readFile(join(root, path), 'utf8');
      if (there.replace(/^\uFEFF/, '') === text) return path;
      process.stderr.write(`${path}: a file of this name is there, with another text\n`);
      return undefined;
    }
  }
  return path;
}

/** Returns how many mentions are new. */
async function writeRecords(
  folder: AnnotatedFolder,
  path: string,
  document: ExchangeDocument,
  by: string,
  calls: ReturnType<typeof createAnnotationCalls>,
): Promise<number> {
  const ts = new Date().toISOString();
  const held = await folder.sideCars(path);
  const { records, entities, losses } = calls.imported(document, by, ts, held);
  reportLosses(losses);
  const writer = sideCarFiles();
  const hash = await sha256(document.text);
  for (const name of new Set(records.map((record) => record.by))) {
    const own = records.filter((record) => record.by === name);
    const head = headRecord(path, hash, name, ts);
    await writer.append(join(folder.root, sideCarPath(path, name)), own, head);
  }
  const known = await folder.corpusFile('entities');
  const fresh = entities.filter(({ id }) => !known.text.includes(`"${id}"`));
  if (fresh.length > 0) await writer.append(join(folder.root, known.file), fresh);
  return records.length;
}
