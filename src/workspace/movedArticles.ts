import * as vscode from 'vscode';
import { findHomes, type GoneArticle, type PresentArticle } from '../annotations/findHomes';
import { sha256 } from '../annotations/sha256';
import { inLanes } from './inLanes';
import { isThere } from './isThere';
import type { AnalysisLog } from './log';
import { textHashes } from './oldTexts';
import { readText } from './readText';
import { readSettings } from './settings';
import { placeOf } from './placeOf';
import type { SideCars } from './sidecars';

const filesAtOnce = 8;

/** An article that was moved past the editor, and so past its side-cars. */
export interface MovedArticle {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

async function annotated(sideCars: SideCars): Promise<vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const all = await Promise.all(folders.map(({ uri }) => sideCars.annotated(uri)));
  return all.flat().map(({ article }) => article);
}

/** The annotated articles that are gone from their place; the log is told of them. */
export async function goneArticles(sideCars: SideCars, log: AnalysisLog): Promise<GoneArticle[]> {
  const gone: GoneArticle[] = [];
  await inLanes(await annotated(sideCars), filesAtOnce, async (uri) => {
    if (await isThere(uri)) return;
    const texts = (await sideCars.of(uri)).map(({ text }) => text);
    gone.push({ path: uri.toString(), hashes: new Set(texts.flatMap(textHashes)) });
  });
  log.gone = gone.map(({ path }) => path).sort();
  return gone;
}

/** Of articles that are gone, those whose very text is elsewhere in their folder, where nobody annotated it; few if stopped. */
export async function movedArticles(
  gone: readonly GoneArticle[],
  sideCars: SideCars,
  log: AnalysisLog,
  token?: vscode.CancellationToken,
): Promise<MovedArticle[]> {
  const known = new Set((await annotated(sideCars)).map(String));
  const present: PresentArticle[] = [];
  await inLanes([...log.analysed.keys()], filesAtOnce, async (path) => {
    if (known.has(path) || token?.isCancellationRequested) return;
    const uri = vscode.Uri.parse(path);
    const read = await readText(uri, readSettings(uri).maxFileSize);
    if (read.kind === 'text') present.push({ path, hash: await sha256(read.text) });
  });
  return [...findHomes(gone, present)]
    .map(([from, to]) => ({ oldUri: vscode.Uri.parse(from), newUri: vscode.Uri.parse(to) }))
    .filter(({ oldUri, newUri }) => placeOf(oldUri)?.folder === placeOf(newUri)?.folder);
}
