import * as vscode from 'vscode';
import type { EventView } from './corpus/entry';
import { registerStatus } from './editor/status';
import { registerSymbols } from './editor/lateSymbols';
import type { Annotating, AnnotatingParts } from './annotating';
import { annotateCommands, commands, contexts, panels, readingCommands, views } from './ids';
import type { Reading, ReadingParts } from './reading';
import { eventDrops } from './views/eventDrops';
import { registerTools } from './tools/registerTools';
import { LateTree } from './views/lateTree';
import type { DetailRow } from './views/details/detailRows';
import type { Row } from './views/model';
import type { AnnotationCalls } from './worker/annotationProtocol';
import { connectLater } from './worker/calls';
import type { ComparingCalls } from './worker/comparingCalls';
import { AnalysisPool } from './worker/pool';
import type { Spawn } from './worker/port';
import type { Analysed, CorpusCalls, WorkerModels } from './worker/protocol';
import { CorpusFeed } from './workspace/corpusFeed';
import { CorpusMirror } from './workspace/corpusMirror';
import { IndexCache } from './workspace/indexCache';
import { Indexer } from './workspace/indexer';
import type { Layer } from './workspace/lay';
import { Learned } from './workspace/learned';
import { AnalysisLog } from './workspace/log';
import { OpenArticles } from './workspace/openArticles';

/** What differs between a Node host and a browser host. */
export interface Host {
  readonly spawn: Spawn;
  /** Analysis workers at most. */
  readonly workers: number;
  /** Loads the bundle with which people decide. */
  readonly annotating: () => Promise<{ createAnnotating(parts: AnnotatingParts): Annotating }>;
  /** Loads the bundle of the sidebar and of everything that is not needed at once. */
  readonly reading: () => Promise<{ createReading: (parts: ReadingParts) => Reading }>;
}

/** What other extensions, and our tests, may ask. */
export interface DatelineApi {
  /** Resolves when the index of the workspace is complete; starts it where needed. */
  indexed(): Promise<void>;
  /** The events, newest first; article ids are URIs. */
  events(): readonly EventView[];
  analysis(document: vscode.TextDocument): Promise<Analysed | undefined>;
}

const modelNames = ['entities', 'boilerplate', 'background'] as const;

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** Changes with the program and with each model: what the index on disk was made with. */
async function versionKey({ extension, extensionUri }: vscode.ExtensionContext): Promise<string> {
  const models = vscode.Uri.joinPath(extensionUri, 'models');
  const sizes = modelNames.map(async (name) => {
    const { size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(models, `${name}.bin`));
    return size;
  });
  const { version } = extension.packageJSON as { readonly version: string };
  return [version, ...(await Promise.all(sizes))].join(' ');
}

/** Builds the extension for a host. Starts no worker and reads no file. */
export function wire(context: vscode.ExtensionContext, host: Host): DatelineApi {
  const model = async (name: (typeof modelNames)[number]): Promise<Uint8Array> =>
    vscode.workspace.fs.readFile(
      vscode.Uri.joinPath(context.extensionUri, 'models', `${name}.bin`),
    );
  const models = lazily(async (): Promise<WorkerModels> => {
    const [entities, boilerplate, background] = await Promise.all(modelNames.map(model));
    return { entities: entities!, boilerplate: boilerplate!, background: background! };
  });

  const learned = new Learned();
  const pool = new AnalysisPool({
    ...{ size: host.workers, spawn: host.spawn, models },
    learned: (uri) => learned.of(uri),
  });
  const corpus = connectLater<CorpusCalls>(host.spawn, (why) => void indexer.recover(why));
  const annotations = connectLater<AnnotationCalls>(host.spawn);
  const comparing = connectLater<ComparingCalls>(host.spawn);
  const log = new AnalysisLog();
  const mirror = new CorpusMirror(corpus.remote);
  const feed = new CorpusFeed(mirror, (why, lost) => indexer.beginAnew(why, lost));
  const cache = new IndexCache(
    context.storageUri && vscode.Uri.joinPath(context.storageUri, 'index'),
    lazily(() => versionKey(context)),
    (ids) => corpus.remote.pack(ids),
  );
  const annotating = lazily(async () => {
    const bundle = await host.annotating();
    const { storageUri: storage, workspaceState: asked } = context;
    const parts = {
      storage,
      asked,
      calls: annotations.remote,
      pool,
      learned,
      articles,
      indexer,
      mirror,
      log,
      cache,
      selected: () => view.selection,
      leave: async (row: Row) => {
        (await reading()).leave(row);
      },
    };
    const made = bundle.createAnnotating(parts);
    context.subscriptions.push(made);
    return made;
  });
  const layer: Layer = {
    prepare: () => void annotating(),
    stamp: async (uri) => (await annotating()).stamp(uri),
    refresh: async () => (await annotating()).refresh(),
    lay: async (job) =>
      (await annotating()).lay(job).catch((error: unknown) => {
        console.error(error);
        return job.analysed;
      }),
  };
  const indexer: Indexer = new Indexer({
    ...{ pool, feed, log, cache, mirror, layer },
    endCorpus: corpus.fail,
    inEditor: (uri) => articles.inEditor(uri),
  });
  const articles: OpenArticles = new OpenArticles(pool, log, layer, async (uri, article) =>
    indexer.state.finished ? mirror.calls.withRepeats(uri, article) : article,
  );

  const stubs = readingCommands.map((id) =>
    vscode.commands.registerCommand(id, async (...args: unknown[]) => {
      await reading();
      return vscode.commands.executeCommand(id, ...args);
    }),
  );
  const reading = lazily(async (): Promise<Reading> => {
    const { createReading } = await host.reading();
    vscode.Disposable.from(...stubs).dispose();
    const made = createReading({
      ...{ context, pool, articles, indexer, mirror, layer, log, view, details },
      comparing: comparing.remote,
    });
    context.subscriptions.push(made);
    return made;
  });
  const tree = new LateTree<Row>(async () => (await reading()).tree);
  const view = vscode.window.createTreeView(views.events, {
    treeDataProvider: tree,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: eventDrops,
  });
  const detailTree = new LateTree<DetailRow>(async () => (await reading()).details);
  const details = vscode.window.createTreeView(views.details, {
    treeDataProvider: detailTree,
    showCollapseAll: true,
  });

  const showContext = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const isArticle = document !== undefined && articles.isArticle(document);
    void vscode.commands.executeCommand('setContext', contexts.article, isArticle);
  };

  context.subscriptions.push(
    {
      dispose: () => {
        pool.close();
        corpus.close();
        annotations.close();
        comparing.close();
      },
    },
    mirror,
    indexer,
    articles,
    ...stubs,
    tree,
    view,
    detailTree,
    details,
    vscode.window.registerWebviewPanelSerializer(panels.map, {
      deserializeWebviewPanel: async (panel) => {
        (await reading()).restoreMap(panel);
      },
    }),
    registerStatus(articles, indexer),
    registerTools(async () => (await reading()).runTool),
    registerSymbols(async () => (await reading()).symbols, indexer, mirror, context.workspaceState),
    ...[...Object.values(annotateCommands), commands.showReport].map((id) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) =>
        (await annotating()).run(id, args),
      ),
    ),
    vscode.window.onDidChangeActiveTextEditor(showContext),
    indexer.onDidChangeState(({ running, finished }) => {
      if (finished && !running) void articles.refresh();
    }),
    articles.onDidAnalyse((document) => {
      const analysed = articles.current(document);
      if (analysed && vscode.workspace.getWorkspaceFolder(document.uri)) indexer.take(analysed);
      void indexer.start();
      void reading();
      showContext();
    }),
  );
  articles.start();
  showContext();

  return {
    indexed: () => indexer.start(),
    events: () => mirror.events(),
    analysis: (document) => articles.analysis(document),
  };
}
