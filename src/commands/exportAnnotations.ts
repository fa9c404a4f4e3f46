import * as vscode from 'vscode';
import { countName } from '../editor/card';
import type { ExchangeDocument, Loss } from '../formats/exchange';
import type { AnalysisPool } from '../worker/pool';
import type { CorpusMirror } from '../workspace/corpusMirror';
import { type Decisions, textOf } from '../workspace/decisions';
import type { Indexer } from '../workspace/indexer';
import type { AnalysisLog } from '../workspace/log';
import { showLosses } from './lossReport';
import { pickFormat } from './pickFormat';

interface Parts {
  readonly decisions: Decisions;
  readonly pool: AnalysisPool;
  readonly mirror: CorpusMirror;
  readonly indexer: Indexer;
  readonly log: AnalysisLog;
}

/** A row of the sidebar, as its menus hand it over. */
interface Row {
  readonly kind: string;
  readonly id: string;
}

/** Does the file begin with a byte order mark, which its text does not show? */
async function hasMark(file: vscode.Uri): Promise<boolean> {
  const [a, b, c] = await vscode.workspace.fs.readFile(file);
  return a === 0xef && b === 0xbb && c === 0xbf;
}

/** Export Annotations…: which articles, in which format, whose decisions, where to. */
export function exportCommand({ decisions, pool, mirror, indexer, log }: Parts) {
  /** The articles of rows of the sidebar; without one, asked for. */
  const pickArticles = async (rows: readonly Row[]): Promise<readonly string[] | undefined> => {
    await indexer.start();
    const given = rows.flatMap(({ kind, id }) =>
      kind === 'article' ? [id] : kind === 'event' ? (mirror.event(id)?.articles ?? []) : [],
    );
    if (given.length > 0) return [...new Set(given)];
    const all = [...log.analysed.keys()].sort();
    const active = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
    const event = mirror.eventOf(active);
    const items = [
      { label: vscode.l10n.t('The whole folder'), articles: all },
      ...(event ? [{ label: vscode.l10n.t('This event'), articles: event.articles }] : []),
      ...(log.analysed.has(active)
        ? [{ label: vscode.l10n.t('This article'), articles: [active] }]
        : []),
    ].map((item) => ({ ...item, description: countName(item.articles.length) }));
    const title = vscode.l10n.t('Export what?');
    return (await vscode.window.showQuickPick(items, { title }))?.articles;
  };

  /** Whose decisions: asked where several people decided; undefined if the person does not say. */
  const pickLayers = async (): Promise<readonly string[] | undefined> => {
    const annotators = await decisions.sideCars.annotators();
    if (annotators.length < 2) return [];
    const everyone = vscode.l10n.t('Everyone’s, as shown');
    const picked = await vscode.window.showQuickPick([everyone, ...annotators], {
      title: vscode.l10n.t('Whose decisions?'),
    });
    if (picked === undefined) return undefined;
    return picked === everyone ? [] : [picked];
  };

  const documentOf = async (
    id: string,
    layers: readonly string[],
  ): Promise<ExchangeDocument | undefined> => {
    const uri = vscode.Uri.parse(id);
    const path = vscode.workspace.asRelativePath(uri, false);
    const text = await textOf(uri);
    const outcome = await pool.analyse({ uri: id, version: 0, text, origin: { path } }, 'index');
    if (outcome.kind !== 'analysed') return undefined;
    const { analysed } = outcome;
    const shown = await decisions.request({ uri, text, analysed, live: false });
    const request = layers.length > 0 ? { ...shown, layers } : shown;
    const { id: eventId, title } = mirror.eventOf(id) ?? {};
    return decisions.calls.exchange(request, {
      ...{ path, bom: await hasMark(uri) },
      ...(eventId !== undefined && { event: { id: eventId, title: title ?? '' } }),
    });
  };

  const write = async (
    format: string,
    articles: readonly string[],
    layers: readonly string[],
    target: vscode.Uri,
  ): Promise<{ losses: readonly Loss[] } | undefined> => {
    const title = vscode.l10n.t('Exporting annotations');
    const location = vscode.ProgressLocation.Notification;
    return vscode.window.withProgress(
      { location, title, cancellable: true },
      async (progress, token) => {
        const documents: ExchangeDocument[] = [];
        for (const id of articles) {
          if (token.isCancellationRequested) return undefined;
          const document = await documentOf(id, layers);
          if (document) documents.push(document);
          progress.report({ increment: 100 / articles.length });
        }
        const written = await decisions.calls.write(format, documents);
        for (const { path, content } of written.files) {
          const uri = vscode.Uri.joinPath(target, path);
          await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
        }
        return written;
      },
    );
  };

  return async (row?: Row, rows?: readonly Row[]): Promise<void> => {
    const articles = await pickArticles(rows ?? (row ? [row] : []));
    if (!articles) return;
    if (articles.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There is no article to export: open a folder of news texts first.'),
      );
      return;
    }
    const format = await pickFormat(decisions, vscode.l10n.t('Export as…'));
    if (format === undefined) return;
    const layers = await pickLayers();
    if (!layers) return;
    const base = vscode.workspace.workspaceFolders?.[0]?.uri;
    const [target] =
      (await vscode.window.showOpenDialog({
        ...{ canSelectFiles: false, canSelectFolders: true },
        ...{ title: vscode.l10n.t('Folder for the exported files') },
        openLabel: vscode.l10n.t('Export Here'),
        ...(base && { defaultUri: base }),
      })) ?? [];
    if (!target) return;
    const written = await write(format, articles, layers, target);
    if (!written) return;
    const done = vscode.l10n.t(
      'Exported {0} to {1}.',
      ...[countName(articles.length), target.fsPath],
    );
    await showLosses(done, written.losses);
  };
}
