import * as vscode from 'vscode';
import type { ChangeSet } from '../corpus/entry';
import { breathe } from '../workspace/breathe';
import type { CorpusMirror } from '../workspace/corpusMirror';
import { FocusKeeper } from './focusKeeper';
import type { ArticleRow, DiscardedRow, Row, Shown, ViewModel } from './model';
import type { Reader } from './reader';
import { rowCard, rowItem } from './rowItems';
import type { SortOrder } from './sorting';
import type { WatchedRows } from './watchedRows';

/** As many articles as a filter may find. */
const mostFound = 20_000;

/** What the tree is made from. */
export interface TreeParts {
  readonly mirror: CorpusMirror;
  readonly reader: Reader;
  readonly watched: WatchedRows;
  /** Runs at the first look; resolves when there is something to show. */
  readonly begin: () => Promise<void>;
  /** Does anybody see the tree? */
  readonly isVisible: () => boolean;
  readonly focus: (row: Row) => unknown;
}

/**
 * The one tree of the sidebar. It shows any model, whole or filtered, with what is watched above and what was
 * discarded below, and repaints what a change touches.
 */
export class ArticlesTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Row | Row[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private only: ReadonlySet<string> | undefined;
  private query = '';
  /** The entity that is meant, where the query is its name. */
  private entity: string | undefined;
  private waiting: ChangeSet | undefined;
  private busy = false;
  /** Has anybody asked for the rows? Before, there is nothing to paint anew. */
  private asked = false;
  private showsAll = false;
  private readonly lastRow: DiscardedRow = { kind: 'discarded', id: 'discarded' };
  /** What the first and the last row showed when they were drawn. */
  private edges = { watched: '', discarded: 0 };
  /** The rows of each article, to draw again those alone. */
  private readonly rowsOf = new Map<string, ArticleRow[]>();
  private readonly focus: FocusKeeper;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly parts: TreeParts,
    private shownModel: ViewModel,
    private sortedBy: SortOrder,
  ) {
    const { mirror, reader, watched } = parts;
    this.focus = new FocusKeeper(parts.focus);
    this.subscription = vscode.Disposable.from(
      this.focus,
      mirror.onDidChange((changes) => void this.follow(changes)),
      reader.onDidChangeStates((articles) => void this.followStates(articles)),
      watched.onDidChangeNews((articles) => void this.followStates(articles)),
      reader.onDidChangeWatches(() => {
        this.paintAll();
      }),
    );
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  get model(): ViewModel {
    return this.shownModel;
  }

  get sort(): SortOrder {
    return this.sortedBy;
  }

  show(model: ViewModel, sort: SortOrder): void {
    this.shownModel = model;
    this.sortedBy = sort;
    this.paintAll();
  }

  /** Are discarded articles shown among the others? */
  get showsDiscarded(): boolean {
    return this.showsAll;
  }

  set showsDiscarded(shows: boolean) {
    this.showsAll = shows;
    this.paintAll();
  }

  /** How many of the articles that the filter leaves were discarded. */
  get discarded(): number {
    const { mirror, reader } = this.parts;
    return [...reader.discarded].filter((id) => mirror.eventOf(id) && (this.only?.has(id) ?? true))
      .length;
  }

  /** What the tree is filtered by, and how many articles that leaves. */
  get filter(): { readonly query: string; readonly found: number } | undefined {
    return this.only && { query: this.query, found: this.only.size };
  }

  /** The articles that the filter leaves, where there is one. */
  get found(): ReadonlySet<string> | undefined {
    return this.only;
  }

  /**
   * Shows only what a search finds; everything for an empty query.
   * @param entity the id of the entity whose articles are meant: under all its names, and no namesake's
   */
  async setFilter(query: string, entity?: string): Promise<void> {
    this.query = query.trim();
    this.entity = entity;
    await this.search();
    this.paintAll();
  }

  paintAll(): void {
    this.changed.fire(undefined);
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (!row) {
      await this.parts.begin();
      await breathe();
      this.asked = true;
      // Whatever has changed is in these rows.
      this.waiting = undefined;
      this.rowsOf.clear();
    }
    const { model } = this;
    const own = row && (await this.parts.watched.children(row, this.shown));
    const rows = own ?? (await model.children(row, this.shown));
    if (model !== this.model) return [];
    for (const each of rows) if (each.kind === 'article') this.note(each);
    const drawn = row ? [...rows] : this.withEdges(rows);
    this.focus.drawn(row, drawn);
    return drawn;
  }

  async getTreeItem(row: Row): Promise<vscode.TreeItem> {
    // The editor asks for a thousand at once.
    await breathe();
    return rowItem({ ...this.parts, ...this.state }, this.model, row);
  }

  getParent(row: Row): Row | undefined {
    const isWatched = [row.kind, row.kind === 'article' && row.under.kind].some(
      (kind) => kind === 'watch' || kind === 'watched',
    );
    return isWatched ? this.parts.watched.parent(row) : this.model.parent(row);
  }

  async resolveTreeItem(item: vscode.TreeItem, row: Row): Promise<vscode.TreeItem> {
    const card = await rowCard(this.parts.mirror, this.model, row);
    if (card) item.tooltip = card;
    return item;
  }

  /** A person decides about a row; if that takes it away, the one that follows has the focus. */
  leave(row: Row): void {
    this.focus.leave(row, (one) => this.getParent(one));
  }

  /** Paints what changed while nobody looked. */
  async catchUp(): Promise<void> {
    if (this.waiting) await this.follow({ changed: [], removed: [] }, true);
  }

  private get state() {
    return { showsDiscarded: this.showsAll, discarded: this.edges.discarded };
  }

  private get shown(): Shown {
    const { discarded } = this.parts.reader;
    const hides = !this.showsAll && discarded.size > 0;
    return {
      sort: this.sortedBy,
      ...(this.only && { only: this.only }),
      ...(hides && { but: discarded }),
    };
  }

  private get first(): Row | undefined {
    return this.only ? undefined : this.parts.watched.first;
  }

  private withEdges(rows: readonly Row[]): Row[] {
    this.edges = { watched: this.parts.watched.stamp, discarded: this.discarded };
    return [
      ...(this.first ? [this.first] : []),
      ...rows,
      ...(this.edges.discarded > 0 ? [this.lastRow] : []),
    ];
  }

  /** Of the first and the last row those to draw again; undefined among them stands for the whole tree. */
  private touchedEdges(): (Row | undefined)[] {
    const { discarded } = this;
    const { stamp } = this.parts.watched;
    const before = this.edges;
    this.edges = { watched: stamp, discarded };
    return [
      ...(before.watched === stamp ? [] : [this.first]),
      ...(before.discarded === discarded
        ? []
        : [before.discarded > 0 && discarded > 0 ? this.lastRow : undefined]),
    ];
  }

  private note(row: ArticleRow): void {
    const rows = this.rowsOf.get(row.id)?.filter(({ under }) => under.id !== row.under.id) ?? [];
    this.rowsOf.set(row.id, [...rows, row]);
  }

  private async search(): Promise<void> {
    const { query, entity } = this;
    const found = query === '' ? undefined : await this.find(query, entity);
    if (query === this.query && entity === this.entity) this.only = found && new Set(found);
  }

  private async find(query: string, entity: string | undefined): Promise<readonly string[]> {
    const { calls } = this.parts.mirror;
    if (entity === undefined) return calls.search(query, mostFound);
    const [articles = []] = await calls.articlesOfNames([entity]);
    return articles;
  }

  private async followStates(articles: readonly string[]): Promise<void> {
    const rows = articles.flatMap((id) => this.rowsOf.get(id) ?? []);
    if (rows.length > 0) this.changed.fire(rows);
    const changed = articles.flatMap((id) => this.parts.mirror.eventOf(id)?.id ?? []);
    await this.follow({ changed, removed: [] });
  }

  /** One repaint at a time; what changes meanwhile is gathered for the next. */
  private async follow(changes: ChangeSet, isSeen = this.parts.isVisible()): Promise<void> {
    if (!this.asked) return;
    this.waiting = {
      changed: [...(this.waiting?.changed ?? []), ...changes.changed],
      removed: [...(this.waiting?.removed ?? []), ...changes.removed],
    };
    if (this.busy || !isSeen) return;
    this.busy = true;
    try {
      while (this.waiting) {
        const now: ChangeSet = this.waiting;
        this.waiting = undefined;
        if (this.only) await this.search();
        const { model } = this;
        const rows = [...(await model.touched(now, this.shown)), ...this.touchedEdges()];
        if (model !== this.model) continue;
        if (rows.includes(undefined)) this.paintAll();
        else if (rows.length > 0) this.changed.fire(rows as Row[]);
      }
    } finally {
      this.busy = false;
    }
  }
}
