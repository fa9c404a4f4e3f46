import * as vscode from 'vscode';
import type { Message } from '../analysis/article';
import { message } from '../analysis/message';
import { countName } from '../editor/card';
import { articlePath, findArticle } from '../formats/articleFiles';
import type { ExchangeDocument, ExchangeFile, Loss, Repair } from '../formats/exchange';
import { isThere } from '../workspace/isThere';
import { type CorpusDecision, type Decision, type Decisions, textOf } from '../workspace/decisions';
import type { Indexer } from '../workspace/indexer';
import type { AnalysisLog } from '../workspace/log';
import { placeOf } from '../workspace/placeOf';
import { showLosses } from './lossReport';
import { pickFormat } from './pickFormat';

interface Parts {
  readonly decisions: Decisions;
  readonly indexer: Indexer;
  readonly log: AnalysisLog;
}

/** An imported document and the article in the folder that it speaks of. */
interface Placed {
  readonly article: vscode.Uri;
  readonly document: ExchangeDocument;
}

interface NewArticle extends vscode.QuickPickItem, Placed {}

const { fs } = vscode.workspace;

/** Import Annotations…: decisions on articles of the folder; missing articles are made where the person agrees. */
export function importCommand({ decisions, indexer, log }: Parts) {
  const readFiles = async (uris: readonly vscode.Uri[]): Promise<ExchangeFile[]> =>
    Promise.all(
      uris.map(async (uri) => {
        const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
        const content = decoder.decode(await fs.readFile(uri));
        return { path: vscode.workspace.asRelativePath(uri, false), content };
      }),
    );

  /** The texts of the workspace's articles by the path that files call them by. */
  const readTexts = async (): Promise<
    { uris: Map<string, vscode.Uri>; texts: Map<string, string> } | undefined
  > => {
    const uris = new Map<string, vscode.Uri>();
    const texts = new Map<string, string>();
    const title = vscode.l10n.t('Reading the articles of the folder');
    const location = vscode.ProgressLocation.Notification;
    const isRead = await vscode.window.withProgress(
      { location, title, cancellable: true },
      async (progress, token) => {
        await indexer.start();
        const increment = 100 / log.analysed.size;
        for (const id of log.analysed.keys()) {
          if (token.isCancellationRequested) return false;
          const uri = vscode.Uri.parse(id);
          const path = vscode.workspace.asRelativePath(uri, false);
          uris.set(path, uri);
          texts.set(path, await textOf(uri));
          progress.report({ increment });
        }
        return true;
      },
    );
    return isRead ? { uris, texts } : undefined;
  };

  const chooseReading = async (
    documents: readonly ExchangeDocument[],
    repairs: readonly Repair[],
  ): Promise<readonly ExchangeDocument[] | undefined> => {
    const [first] = repairs;
    if (!first) return documents;
    const repair = vscode.l10n.t('Repair');
    const asIs = vscode.l10n.t('Import as Declared');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'In {0} files the offsets do not fit their words: they seem to count {1}, not {2}. Read that way, {3} mentions fit instead of {4}.',
        ...[repairs.length, first.found, first.declared],
        ...[first.fitting.repaired, first.fitting.declared],
      ),
      { modal: true },
      ...[repair, asIs],
    );
    if (answer === asIs) return documents;
    if (answer !== repair) return undefined;
    const repaired = new Map(repairs.map(({ document }) => [document.id, document]));
    return documents.map((document) => repaired.get(document.id) ?? document);
  };

  /** Shows which articles are not in the folder, and makes those that the person leaves ticked. */
  const makeArticles = async (
    folder: vscode.Uri,
    missing: readonly ExchangeDocument[],
    lose: (document: ExchangeDocument, what: Message) => void,
  ): Promise<readonly Placed[] | undefined> => {
    const items: NewArticle[] = [];
    // A text that does not read like an article is no article of the folder until it is annotated.
    const placed: Placed[] = [];
    for (const document of missing) {
      const path = articlePath(document.id);
      const article = path === undefined ? undefined : vscode.Uri.joinPath(folder, path);
      if (document.text === '' || !path || !article) {
        lose(document, message('There is no such article in this folder.'));
      } else if (await isThere(article))
        lose(document, message('A file of this name is there, with another text.'));
      else {
        const description = vscode.l10n.t('{0} mentions', document.mentions.length);
        const detail = document.text.trim().slice(0, 120).replace(/\s+/g, ' ');
        items.push({ label: path, description, detail, picked: true, article, document });
      }
    }
    if (items.length === 0) return placed;
    const picked = await vscode.window.showQuickPick(items, {
      canPickMany: true,
      ignoreFocusOut: true,
      title: vscode.l10n.t('These articles are not in the folder. Create them?'),
      placeHolder: vscode.l10n.t('What is not ticked is left out. No file is overwritten.'),
    });
    for (const item of picked ?? []) {
      const { text, bom } = item.document;
      const content = new TextEncoder().encode((bom ? '\uFEFF' : '') + text);
      await fs.writeFile(item.article, content);
    }
    for (const item of items) {
      if (!picked?.includes(item)) lose(item.document, message('The article was not created.'));
    }
    return picked && [...placed, ...picked];
  };

  const recordsOf = async (
    { article, document }: Placed,
    by: string,
    losses: Loss[],
  ): Promise<Decision[]> => {
    const folder = placeOf(article)?.folder.uri;
    if (!folder) return [];
    const held = await decisions.sideCars.of(article);
    const ts = new Date().toISOString();
    const found = await decisions.calls.imported(document, by, ts, held);
    losses.push(...found.losses);
    const known = (await decisions.sideCars.corpusFile(folder, 'entities')).text;
    const entities = found.entities
      .filter(({ id }) => !known.includes(`"${id}"`))
      .map((draft): CorpusDecision => ({ folder, file: 'entities', draft }));
    const { text } = document;
    return [
      ...found.records.map((record) => ({ article, text, draft: record, by: record.by })),
      ...entities,
    ];
  };

  return async (): Promise<void> => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    if (!folder) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open the folder of the articles first.'),
      );
      return;
    }
    const format = await pickFormat(decisions, vscode.l10n.t('Import from…'));
    if (format === undefined) return;
    const chosen = await vscode.window.showOpenDialog({
      ...{ canSelectMany: true, openLabel: vscode.l10n.t('Import'), defaultUri: folder },
      title: vscode.l10n.t('Files to import'),
    });
    const by = chosen && (await decisions.annotator.name(folder));
    if (!chosen || by === undefined) return;
    const known = await readTexts();
    if (!known) return;
    const { uris, texts } = known;
    const read = await decisions.calls.read(format, await readFiles(chosen), texts);
    const documents = await chooseReading(read.documents, read.repairs);
    if (!documents) return;

    const losses: Loss[] = [...read.losses];
    const found = documents.map((document) => {
      const path =
        findArticle(texts.keys(), document.id) ??
        [...texts].find(([, own]) => own !== '' && own === document.text)?.[0];
      return { document, article: path === undefined ? undefined : uris.get(path) };
    });
    const missing = found.flatMap(({ document, article }) => (article ? [] : [document]));
    const made = await makeArticles(folder, missing, ({ id, mentions }, what) => {
      losses.push({ document: id, what, count: mentions.length });
    });
    if (!made) return;
    const placed = [
      ...found.flatMap(({ document, article }) => (article ? [{ document, article }] : [])),
      ...made,
    ];
    const records: Decision[] = [];
    for (const one of placed) records.push(...(await recordsOf(one, by, losses)));
    const count = records.filter((record) => 'article' in record).length;
    const name = count === 1 ? message('Import a mention') : message('Import {0} mentions', count);
    if (records.length > 0 && !(await decisions.decide(name, records))) return;
    const where = countName(placed.length);
    const done =
      count === 1
        ? vscode.l10n.t('Imported a mention of {0}.', where)
        : vscode.l10n.t('Imported {0} mentions of {1}.', count, where);
    await showLosses(done, losses);
  };
}
