import * as vscode from 'vscode';
import { countName } from '../editor/card';
import { contexts } from '../ids';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Indexer } from '../workspace/indexer';
import type { AnalysisLog } from '../workspace/log';
import type { OpenArticles } from '../workspace/openArticles';
import { ArticlesTree } from './articlesTree';
import { EventModel } from './eventModel';
import { markSeenWhenOpened } from './markSeen';
import type { Row, ViewModel } from './model';
import type { Reader } from './reader';
import { ReviewModel } from './reviewModel';
import { registerRowBadges } from './rowBadges';
import { ShelfModel } from './shelfModel';
import type { SortOrder } from './sorting';
import { keepUnseenBadge } from './unseenBadge';
import { WatchedRows } from './watchedRows';

export type ModelName = 'event' | 'name' | 'source' | 'day' | 'review';

/** The sidebar view of the articles, and ways to bring one of its rows to sight. */
export interface ArticlesView extends vscode.Disposable {
  readonly tree: vscode.TreeDataProvider<Row>;
  /** Shows the articles by events, names, sources or days. */
  show(model: ModelName): void;
  readonly query: string;
  /** Shows only what a search finds; everything for an empty query. */
  filter(query: string): Promise<void>;
  /** Shows only the articles of an entity, whichever of its names they use; `name` says which it is. */
  filterByEntity(id: string, name: string): Promise<void>;
  readonly model: ModelName;
  readonly sort: SortOrder;
  /** Sorts what is shown, now and whenever it is shown again. */
  sortBy(order: SortOrder): void;
  /** Are discarded articles shown among the others? */
  showDiscarded(shows: boolean): void;
  /** The rows that are selected. */
  readonly selection: readonly Row[];
  readonly watched: WatchedRows;
  /** A person decides about a row; if that takes it away, the one that follows has the focus. */
  leave(row: Row): void;
  revealArticle(uri: string): Promise<boolean>;
  revealEvent(id: string): Promise<boolean>;
}

/** How many events there are from how many articles; empty where there is nothing. */
function counts(mirror: CorpusMirror): string {
  if (mirror.articles === 0) return '';
  if (mirror.articles === 1) return vscode.l10n.t('{0} from 1 article', mirror.events().length);
  return vscode.l10n.t('{0} from {1} articles', mirror.events().length, mirror.articles);
}

/** @param memory remembers the model from window to window */
export function createArticlesView(
  view: vscode.TreeView<Row>,
  mirror: CorpusMirror,
  indexer: Indexer,
  memory: vscode.Memento,
  reader: Reader,
  log: AnalysisLog,
  articles: OpenArticles,
): ArticlesView {
  const events = new EventModel(mirror, vscode.l10n.t('Events'));
  const watched = new WatchedRows(mirror, reader);
  const models: Record<ModelName, ViewModel> = {
    event: events,
    name: new ShelfModel(mirror, 'name', vscode.l10n.t('Names')),
    source: new ShelfModel(mirror, 'source', vscode.l10n.t('Sources')),
    day: new ShelfModel(mirror, 'day', vscode.l10n.t('Days')),
    review: new ReviewModel(mirror, log, articles, vscode.l10n.t('Needs Review')),
  };
  const remembered = memory.get<string>(contexts.model) as ModelName;
  let shown: ModelName = remembered in models ? remembered : 'event';
  const sortOf = (name: ModelName): SortOrder => reader.sortOf(name) ?? models[name].sort;
  const tree: ArticlesTree = new ArticlesTree(
    {
      ...{ mirror, reader, watched },
      begin: () => indexer.open(),
      isVisible: () => view.visible,
      // A row that has gone as well in the meantime needs no focus.
      focus: (row) => view.reveal(row, { select: false, focus: true }).then(undefined, () => null),
    },
    models[shown],
    sortOf(shown),
  );
  const setContext = (key: string, value: unknown): void =>
    void vscode.commands.executeCommand('setContext', key, value);

  const showState = (): void => {
    const { running, done, total, finished } = indexer.state;
    const { filter } = tree;
    setContext(contexts.indexing, running);
    setContext(contexts.noArticles, finished && !running && mirror.articles === 0);
    setContext(contexts.filtered, filter !== undefined);
    setContext(contexts.model, shown);
    setContext(contexts.showsDiscarded, tree.showsDiscarded);
    view.title = tree.model.title;
    const filtered = filter ? `“${filter.query}”: ${countName(filter.found)}` : '';
    const isEmpty = filter?.found === 0;
    // Never deleted: that would take away the very setter, and nothing would be shown any more. None where nothing is
    // found: beside a message the editor does not show what is said in the place of rows.
    view.message = isEmpty ? '' : filtered;
    // Beside the title and not as a message, which would push the rows down and up again under the pointer.
    if (running && total > 0) {
      view.description = vscode.l10n.t('Indexing {0} of {1} files…', done, total);
    } else view.description = isEmpty ? filtered : counts(mirror);
  };

  const reveal = async (row: Row | undefined): Promise<boolean> => {
    if (!row) return false;
    // A refresh that comes while a row is sought makes it unfindable (microsoft/vscode#96089).
    await tree.catchUp();
    await view.reveal(row, { select: true, focus: false, expand: true });
    return true;
  };
  const show = (name: ModelName): void => {
    if (name === shown) return;
    shown = name;
    void memory.update(contexts.model, name);
    tree.show(models[name], sortOf(name));
    showState();
  };
  const filter = async (query: string, entity?: string): Promise<void> => {
    await tree.setFilter(query, entity);
    showState();
  };
  const lift = async (isHidden: (only: ReadonlySet<string>) => boolean): Promise<void> => {
    if (tree.found && isHidden(tree.found)) await filter('');
  };

  /** Whatever hides an article or its event from the list is lifted. */
  const uncover = (article: string, event: string | undefined): void => {
    if (reader.discarded.has(article) && !tree.showsDiscarded) {
      tree.showsDiscarded = true;
      showState();
    }
    if (shown === 'event' && event !== undefined && events.uncover(event)) tree.paintAll();
  };

  const registration = vscode.Disposable.from(
    tree,
    watched,
    registerRowBadges(mirror, reader, watched),
    keepUnseenBadge(view, mirror, indexer, reader, watched),
    markSeenWhenOpened(mirror, reader),
    indexer.onDidChangeState(showState),
    mirror.onDidChange(showState),
    view.onDidChangeVisibility(() => {
      void tree.catchUp();
    }),
  );
  showState();
  return {
    tree,
    dispose: () => {
      registration.dispose();
    },
    show,
    get query() {
      return tree.filter?.query ?? '';
    },
    filter: (query) => filter(query),
    filterByEntity: (id, name) => filter(name, id),
    get model() {
      return shown;
    },
    get sort() {
      return tree.sort;
    },
    sortBy: (order) => {
      reader.sort(shown, order);
      tree.show(tree.model, order);
    },
    showDiscarded: (shows) => {
      tree.showsDiscarded = shows;
      showState();
    },
    get selection() {
      return view.selection;
    },
    watched,
    leave: (row) => {
      tree.leave(row);
    },
    revealArticle: async (uri) => {
      const dossier = await mirror.dossier(uri);
      if (!dossier) return false;
      const inModel = await tree.model.find(dossier);
      if (!inModel) show('event');
      await lift((only) => !only.has(uri));
      uncover(uri, dossier.event);
      return reveal(inModel ?? (await events.find(dossier)));
    },
    revealEvent: async (id) => {
      const event = mirror.event(id);
      if (!event) return false;
      show('event');
      await lift((only) => !event.articles.some((article) => only.has(article)));
      uncover(event.articles[0]!, id);
      return reveal(events.row(id));
    },
  };
}
