import * as vscode from 'vscode';
import { registerCitation } from './commands/citation';
import { registerEventCommands } from './commands/events';
import { registerReaderCommands } from './commands/reader';
import { registerCompare } from './commands/compare';
import { registerEventMap } from './commands/eventMap';
import { registerSamples } from './commands/samples';
import { registerViewCommands } from './commands/views';
import { ArticleReader } from './editor/articleReader';
import { registerWhatIsNew } from './editor/whatIsNew';
import { registerFolding } from './editor/folding';
import { registerOutline } from './editor/outline';
import { registerReferences } from './editor/references';
import { registerSelection } from './editor/selection';
import { createWorkspaceSymbols } from './editor/workspaceSymbols';
import { createTools, type RunTool } from './tools/tools';
import { createArticlesView } from './views/articlesView';
import type { DetailRow } from './views/details/detailRows';
import { createEventDetails } from './views/details/eventDetails';
import type { Row } from './views/model';
import { Reader } from './views/reader';
import type { Remote } from './worker/calls';
import type { ComparingCalls } from './worker/comparingCalls';
import type { AnalysisPool } from './worker/pool';
import type { CorpusMirror } from './workspace/corpusMirror';
import type { Indexer } from './workspace/indexer';
import type { Layer } from './workspace/lay';
import type { AnalysisLog } from './workspace/log';
import type { OpenArticles } from './workspace/openArticles';

/** What the extension hands to its reading room. */
export interface ReadingParts {
  readonly context: vscode.ExtensionContext;
  readonly pool: AnalysisPool;
  readonly articles: OpenArticles;
  readonly indexer: Indexer;
  readonly mirror: CorpusMirror;
  readonly layer: Layer;
  readonly log: AnalysisLog;
  readonly view: vscode.TreeView<Row>;
  readonly details: vscode.TreeView<DetailRow>;
  readonly comparing: Remote<ComparingCalls>;
}

export interface Reading extends vscode.Disposable {
  /** What the sidebar shows. */
  readonly tree: vscode.TreeDataProvider<Row>;
  /** What the view below it shows of one event. */
  readonly details: vscode.TreeDataProvider<DetailRow>;
  /** What answers the models that the user works with. */
  readonly runTool: RunTool;
  /** The names and events of the workspace that a query may mean. */
  readonly symbols: vscode.WorkspaceSymbolProvider;
  /** A person decides about a row of the sidebar. */
  leave(row: Row): void;
  /** Fills the panel of the event map that was open in the last session. */
  restoreMap(panel: vscode.WebviewPanel): void;
}

/**
 * The sidebar, the ways from name to name, and the commands around them. A bundle of its own, so that the
 * start of the editor does not wait for it.
 */
export function createReading(parts: ReadingParts): Reading {
  const { context, pool, articles, indexer, mirror, layer } = parts;
  const reader = new Reader(context.workspaceState, () =>
    mirror.events().flatMap((event) => event.articles),
  );
  const view = createArticlesView(
    ...([
      parts.view,
      mirror,
      indexer,
      context.workspaceState,
      reader,
      parts.log,
      articles,
    ] as const),
  );
  const texts = new ArticleReader(pool, articles, layer);
  const details = createEventDetails({
    ...{ mirror, articles, texts },
    comparing: parts.comparing,
    events: parts.view,
    view: parts.details,
  });
  const map = registerEventMap(context.extensionUri, view, mirror, indexer);
  const registered = vscode.Disposable.from(
    map,
    reader,
    view,
    registerReaderCommands(view, reader, mirror, articles),
    details,
    registerEventCommands(view, indexer, mirror),
    registerViewCommands(view),
    registerFolding(articles),
    registerOutline(articles),
    registerReferences(articles, mirror, texts),
    registerSelection(articles),
    registerCitation(articles),
    registerCompare({ mirror, articles, texts, details, comparing: parts.comparing }),
    registerWhatIsNew({ mirror, articles, texts, comparing: parts.comparing }),
    registerSamples(context),
  );
  return {
    tree: view.tree,
    details: details.tree,
    runTool: createTools(mirror, texts, indexer),
    symbols: createWorkspaceSymbols(mirror, texts),
    leave: (row) => {
      view.leave(row);
    },
    restoreMap: (panel) => {
      map.restore(panel);
    },
    dispose: () => {
      registered.dispose();
    },
  };
}
