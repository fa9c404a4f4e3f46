import * as vscode from 'vscode';
import { settings } from '../ids';
import type { CorpusMirror } from './corpusMirror';
import type { Decisions } from './decisions';
import type { Indexer } from './indexer';
import type { Learned } from './learned';
import type { OpenArticles } from './openArticles';

interface Parts {
  readonly decisions: Decisions;
  readonly articles: OpenArticles;
  readonly indexer: Indexer;
  readonly mirror: CorpusMirror;
  readonly learned: Learned;
}

const textFields = ['into', 'key', 'alias', 'name', 'source'] as const;

/** The names that lines of `entities.jsonl`, and the sources that lines of `rules.jsonl`, speak of. */
function namesIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    let record: Readonly<Record<string, unknown>>;
    try {
      record = JSON.parse(line) as Readonly<Record<string, unknown>>;
    } catch {
      return [];
    }
    const from = Array.isArray(record['from']) ? (record['from'] as unknown[]) : [];
    return [...textFields.map((field) => record[field]), ...from]
      .filter((value) => typeof value === 'string')
      .map((value) => value.replace(/^[^:\s]*:/, ''));
  });
}

/** Keeps what is shown in step with what people decide, here or in another window, and with what is typed. */
export function followDecisions(parts: Parts): vscode.Disposable {
  const { decisions, articles, indexer, mirror, learned } = parts;
  const { sideCars, calls } = decisions;

  const openArticle = (uri: vscode.Uri): vscode.TextDocument | undefined =>
    vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === uri.toString() && articles.isArticle(document),
    );

  /** Open articles are laid anew, the others are looked at again. */
  const show = async (uris: readonly vscode.Uri[]): Promise<void> => {
    const open = uris.flatMap((uri) => openArticle(uri) ?? []);
    await Promise.all(open.map((document) => articles.relay(document)));
    await indexer.again(uris.filter((uri) => !openArticle(uri)));
  };

  const openArticles = (): vscode.Uri[] =>
    vscode.workspace.textDocuments
      .filter((document) => articles.isArticle(document))
      .map(({ uri }) => uri);

  const showEvents = async (): Promise<void> => {
    const pins = new Map<string, string>();
    const titles = new Map<string, string>();
    const brought = new Set<string>();
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const file = await sideCars.corpusFile(uri, 'events');
      if (file.text === '') continue;
      const plan = await calls.planEvents(file);
      decisions.log.noteBroken([file.file], plan.broken);
      const idOf = (path: string): string => vscode.Uri.joinPath(uri, path).toString();
      for (const [path, event] of plan.pins) pins.set(idOf(path), event);
      for (const path of plan.brought) brought.add(idOf(path));
      for (const [event, title] of plan.titles) titles.set(event, title);
    }
    const key = JSON.stringify([[...pins], [...brought], [...titles]]);
    if (key === shownEvents) return;
    shownEvents = key;
    mirror.take(await mirror.calls.decide({ pins, brought, titles }));
    indexer.noteDecided();
  };
  let shownEvents = JSON.stringify([[], [], []]);
  void showEvents();

  return vscode.Disposable.from(
    indexer.onDidRecover(() => {
      shownEvents = '';
      void showEvents();
    }),
    sideCars.onDidChange(async ({ articles: changed, corpus, lines }) => {
      await show(changed);
      if (corpus.some(({ path }) => path.endsWith('/events.jsonl'))) await showEvents();
      if (corpus.some(({ path }) => path.endsWith('/learned.jsonl'))) {
        learned.forget();
        await articles.refresh();
        // Before a first run there is nothing that would be out of date.
        if (indexer.state.running || indexer.state.finished) await indexer.refresh();
      }
      if (corpus.some(({ path }) => /\/(?:entities|rules)\.jsonl$/.test(path))) {
        await show(openArticles());
        const ids = await mirror.calls.naming(namesIn(lines));
        await show(ids.map((id) => vscode.Uri.parse(id)).filter((uri) => !openArticle(uri)));
      }
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !articles.isArticle(document)) return;
      void calls.edit(
        document.uri.toString(),
        contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
          ...{ start: rangeOffset, end: rangeOffset + rangeLength, text },
        })),
      );
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      const keys = [settings.layers, settings.annotator];
      if (!keys.some((key) => change.affectsConfiguration(`${settings.section}.${key}`))) return;
      await show(openArticles());
      for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
        const closed = (await sideCars.annotated(uri)).map(({ article }) => article);
        await show(closed.filter((article) => !openArticle(article)));
      }
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (articles.isArticle(document)) void decisions.reanchor(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void calls.leave(uri.toString())),
  );
}
