import * as vscode from 'vscode';
import { message } from '../analysis/message';
import type { ExchangeDocument, ExchangeFile, Loss, Repair } from '../formats/exchange';
import { localise } from '../editor/card';
import { annotateCommands as ids } from '../ids';
import { importId } from '../worker/places';
import type { AnalysisPool } from '../worker/pool';
import type { CorpusMirror } from '../workspace/corpusMirror';
import { type ArticleDecision, type Decisions, textOf } from '../workspace/decisions';
import type { Indexer } from '../workspace/indexer';
import type { AnalysisLog } from '../workspace/log';
import { placeOf } from '../workspace/sidecars';
import type { CommandTable } from './annotate';

interface Parts {
  readonly decisions: Decisions;
  readonly pool: AnalysisPool;
  readonly mirror: CorpusMirror;
  readonly indexer: Indexer;
  readonly log: AnalysisLog;
}

const { fs } = vscode.workspace;

/** What was lost on the way, one line a kind and article. */
function lossLines(losses: readonly Loss[]): string[] {
  return losses.map(({ document, what, count }) => `${document}: ${localise(what)} (${count})`);
}

async function showLosses(done: string, losses: readonly Loss[]): Promise<void> {
  if (losses.length === 0) {
    void vscode.window.showInformationMessage(done);
    return;
  }
  const show = vscode.l10n.t('Show Loss Report');
  const lost = vscode.l10n.t('{0} The format cannot hold everything.', done);
  if ((await vscode.window.showInformationMessage(lost, show)) !== show) return;
  const content = ['# Dateline: Loss Report', '', ...lossLines(losses), ''].join('\n');
  const document = await vscode.workspace.openTextDocument({ content, language: 'log' });
  await vscode.window.showTextDocument(document);
}

/** Export Annotations… and Import Annotations… */
export function exchangeCommands(parts: Parts): CommandTable {
  const { decisions, pool, mirror, indexer, log } = parts;

  const pickFormat = async (title: string): Promise<string | undefined> => {
    const formats = await decisions.calls.formats();
    const items = formats.map(({ id, name }) => ({ label: name, description: id, id }));
    return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.id;
  };

  /** The articles of a row of the events view; without one, asked for. */
  const pickArticles = async (row?: {
    readonly kind: string;
    readonly id: string;
  }): Promise<readonly string[] | undefined> => {
    if (row?.kind === 'article') return [row.id];
    if (row?.kind === 'event') return mirror.event(row.id)?.articles ?? [];
    await indexer.start();
    const all = [...log.analysed.keys()].sort();
    const active = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
    const event = mirror.eventOf(active);
    const items = [
      { label: vscode.l10n.t('The whole folder'), articles: all },
      ...(event ? [{ label: vscode.l10n.t('This event'), articles: event.articles }] : []),
      ...(log.analysed.has(active)
        ? [{ label: vscode.l10n.t('This article'), articles: [active] }]
        : []),
    ].map((item) => ({
      ...item,
      description: vscode.l10n.t('{0} articles', item.articles.length),
    }));
    const title = vscode.l10n.t('Export what?');
    return (await vscode.window.showQuickPick(items, { title }))?.articles;
  };

  const documentOf = async (id: string): Promise<ExchangeDocument | undefined> => {
    const uri = vscode.Uri.parse(id);
    const path = vscode.workspace.asRelativePath(uri, false);
    const text = await textOf(uri);
    const outcome = await pool.analyse({ uri: id, version: 0, text, origin: { path } }, 'index');
    if (outcome.kind !== 'analysed') return undefined;
    const { analysed } = outcome;
    const request = await decisions.request({ uri, text, analysed, live: false });
    const event = mirror.eventOf(id);
    return decisions.calls.exchange(request, path, event && { id: event.id, title: event.title });
  };

  const exportAnnotations = async (row?: {
    readonly kind: string;
    readonly id: string;
  }): Promise<void> => {
    const format = await pickFormat(vscode.l10n.t('Export as…'));
    const articles = format === undefined ? undefined : await pickArticles(row);
    if (format === undefined || !articles) return;
    const base = vscode.workspace.workspaceFolders?.[0]?.uri;
    const [target] =
      (await vscode.window.showOpenDialog({
        ...{ canSelectFiles: false, canSelectFolders: true },
        openLabel: vscode.l10n.t('Export Here'),
        ...(base && { defaultUri: base }),
      })) ?? [];
    if (!target) return;
    await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        ...{ title: vscode.l10n.t('Exporting annotations'), cancellable: true },
      },
      async (progress, token) => {
        const documents: ExchangeDocument[] = [];
        for (const id of articles) {
          if (token.isCancellationRequested) return;
          const document = await documentOf(id);
          if (document) documents.push(document);
          progress.report({ increment: 100 / articles.length });
        }
        const { files, losses } = await decisions.calls.write(format, documents);
        for (const { path, content } of files) {
          const uri = vscode.Uri.joinPath(target, path);
          await fs.writeFile(uri, new TextEncoder().encode(content));
        }
        void showLosses(
          vscode.l10n.t('Exported {0} articles to {1} files.', documents.length, files.length),
          losses,
        );
      },
    );
  };

  /** The articles of the workspace by the path that files call them by. */
  const readTexts = async (): Promise<{
    uris: Map<string, vscode.Uri>;
    texts: Map<string, string>;
  }> => {
    await indexer.start();
    const uris = new Map<string, vscode.Uri>();
    const texts = new Map<string, string>();
    for (const id of log.analysed.keys()) {
      const uri = vscode.Uri.parse(id);
      const path = vscode.workspace.asRelativePath(uri, false);
      uris.set(path, uri);
      texts.set(path, await textOf(uri));
    }
    return { uris, texts };
  };

  const chooseReading = async (
    documents: readonly ExchangeDocument[],
    repairs: readonly Repair[],
  ): Promise<readonly ExchangeDocument[] | undefined> => {
    if (repairs.length === 0) return documents;
    const repair = vscode.l10n.t('Repair');
    const asIs = vscode.l10n.t('Import as Declared');
    const [first] = repairs;
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'In {0} files the offsets do not fit their words: they seem to count {1}, not {2}. Read that way, {3} mentions fit instead of {4}.',
        ...[repairs.length, first!.found, first!.declared],
        ...[first!.fitting.repaired, first!.fitting.declared],
      ),
      { modal: true },
      ...[repair, asIs],
    );
    if (answer === asIs) return documents;
    if (answer !== repair) return undefined;
    const repaired = new Map(repairs.map(({ document }) => [document.id, document]));
    return documents.map((document) => repaired.get(document.id) ?? document);
  };

  const recordsOf = async (
    article: vscode.Uri,
    document: ExchangeDocument,
  ): Promise<ArticleDecision[]> => {
    const { text } = document;
    const mentions = document.mentions.filter(
      ({ origin, state }) => origin === 'human' || state === 'accepted',
    );
    const places = await decisions.calls.places(text, mentions);
    return mentions.map(({ id, label, entity, origin, by }, i) => ({
      ...{ article, text },
      draft: {
        ...{ t: 'span', id: importId(id, label, places[i]!), label, ...places[i]!, st: 'accepted' },
        src: origin === 'human' ? 'human' : by,
        ...(entity !== undefined && { ent: entity }),
      },
    }));
  };

  const importAnnotations = async (): Promise<void> => {
    const format = await pickFormat(vscode.l10n.t('Import from…'));
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    if (format === undefined || !folder) return;
    const chosen = await vscode.window.showOpenDialog({
      ...{ canSelectMany: true, openLabel: vscode.l10n.t('Import'), defaultUri: folder },
    });
    if (!chosen) return;
    const files = await Promise.all(
      chosen.map(async (uri): Promise<ExchangeFile> => {
        const content = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
          await fs.readFile(uri),
        );
        return { path: vscode.workspace.asRelativePath(uri, false), content };
      }),
    );
    const { uris, texts } = await readTexts();
    const read = await decisions.calls.read(format, files, texts);
    const documents = await chooseReading(read.documents, read.repairs);
    if (!documents) return;
    const unknown: Loss[] = [];
    const records: ArticleDecision[] = [];
    for (const document of documents) {
      const article = uris.get(document.id) ?? sameText(uris, texts, document.text);
      if (article && placeOf(article)) records.push(...(await recordsOf(article, document)));
      else {
        const what = message('There is no such article in this folder.');
        unknown.push({ document: document.id, what, count: document.mentions.length });
      }
    }
    const name = message('Import {0} mentions', records.length);
    if (records.length > 0 && !(await decisions.decide(name, records))) return;
    await showLosses(
      vscode.l10n.t('Imported {0} mentions of {1} articles.', records.length, documents.length),
      [...read.losses, ...unknown],
    );
  };

  return {
    [ids.exportAnnotations]: exportAnnotations,
    [ids.importAnnotations]: importAnnotations,
  };
}

function sameText(
  uris: ReadonlyMap<string, vscode.Uri>,
  texts: ReadonlyMap<string, string>,
  text: string,
): vscode.Uri | undefined {
  const path = text === '' ? undefined : [...texts].find(([, own]) => own === text)?.[0];
  return path === undefined ? undefined : uris.get(path);
}
