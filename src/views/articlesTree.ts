import * as vscode from 'vscode';
import type { ChangeSet } from '../corpus/entry';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Row, ViewModel } from './model';
import { rowCard, rowItem } from './rowItems';

/** As many articles as a filter may find. */
const mostFound = 20_000;

/** The one tree of the sidebar. It shows any model, whole or filtered, and repaints what a change touches. */
export class ArticlesTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Row | Row[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private only: ReadonlySet<string> | undefined;
  private query = '';
  private waiting: ChangeSet | undefined;
  private busy = false;
  /** Has anybody asked for the rows? Before, there is nothing to paint anew. */
  private asked = false;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly mirror: CorpusMirror,
    private shownModel: ViewModel,
    /** Runs at the first look. */
    private readonly begin: () => void,
    /** Does anybody see the tree? */
    private readonly isVisible: () => boolean,
  ) {
    this.subscription = mirror.onDidChange((changes) => void this.follow(changes));
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  get model(): ViewModel {
    return this.shownModel;
  }

  show(model: ViewModel): void {
    this.shownModel = model;
    this.changed.fire(undefined);
  }

  /** What the tree is filtered by, and how many articles that leaves. */
  get filter(): { readonly query: string; readonly found: number } | undefined {
    return this.only && { query: this.query, found: this.only.size };
  }

  /** The articles that the filter leaves, where there is one. */
  get found(): ReadonlySet<string> | undefined {
    return this.only;
  }

  /** Shows only what a search finds; everything for an empty query. */
  async setFilter(query: string): Promise<void> {
    this.query = query.trim();
    await this.search();
    this.changed.fire(undefined);
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (!row) {
      this.begin();
      this.asked = true;
      // Whatever has changed is in these rows.
      this.waiting = undefined;
    }
    const { model } = this;
    const rows = await model.children(row, this.shown);
    return model === this.model ? [...rows] : [];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return rowItem(this.mirror, this.model, row);
  }

  getParent(row: Row): Row | undefined {
    return this.model.parent(row);
  }

  async resolveTreeItem(item: vscode.TreeItem, row: Row): Promise<vscode.TreeItem> {
    const card = await rowCard(this.mirror, this.model, row);
    if (card) item.tooltip = card;
    return item;
  }

  /** Paints what changed while nobody looked. */
  async catchUp(): Promise<void> {
    if (this.waiting) await this.follow({ changed: [], removed: [] }, true);
  }

  private get shown(): { readonly only?: ReadonlySet<string> } {
    return this.only ? { only: this.only } : {};
  }

  private async search(): Promise<void> {
    const { query } = this;
    const found = query && (await this.mirror.calls.search(query, mostFound));
    if (query === this.query) this.only = found ? new Set(found) : undefined;
  }

  /** One repaint at a time; what changes meanwhile is gathered for the next. */
  private async follow(changes: ChangeSet, isSeen = this.isVisible()): Promise<void> {
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
        const rows = await model.touched(now, this.shown);
        if (model !== this.model) continue;
        if (rows.includes(undefined)) this.changed.fire(undefined);
        else if (rows.length > 0) this.changed.fire(rows as Row[]);
      }
    } finally {
      this.busy = false;
    }
  }
}
