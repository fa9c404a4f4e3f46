import * as vscode from 'vscode';
import { type ReadState, ReadStates, type StoredStates } from './readStates';
import { sortOrders, type SortOrder } from './sorting';
import { type Watch, Watches } from './watches';

const keys = {
  states: 'dateline.readStates',
  watches: 'dateline.watches',
  sort: 'dateline.sort',
} as const;

/** What this person has seen, kept, discarded and watches in this workspace; never in its files. */
export class Reader implements vscode.Disposable {
  private readonly states: ReadStates;
  private readonly watched: Watches;
  private readonly statesChanged = new vscode.EventEmitter<readonly string[]>();
  /** The articles whose state is another. */
  readonly onDidChangeStates = this.statesChanged.event;
  private readonly watchesChanged = new vscode.EventEmitter<undefined>();
  readonly onDidChangeWatches = this.watchesChanged.event;
  private readonly renames: vscode.Disposable;

  constructor(
    private readonly memory: vscode.Memento,
    /** All articles there are, so that those of a renamed folder can be told. */
    private readonly articles: () => readonly string[],
  ) {
    this.states = new ReadStates(memory.get<Partial<StoredStates>>(keys.states));
    this.watched = new Watches(memory.get<readonly Watch[]>(keys.watches));
    this.renames = vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) this.rename(oldUri.toString(), newUri.toString());
    });
  }

  dispose(): void {
    vscode.Disposable.from(this.renames, this.statesChanged, this.watchesChanged).dispose();
  }

  stateOf(article: string): ReadState {
    return this.states.of(article);
  }

  get discarded(): ReadonlySet<string> {
    return this.states.discarded;
  }

  set(articles: readonly string[], state: ReadState): void {
    this.tell(this.states.set(articles, state));
  }

  /** Takes back the last keeping or discarding; gives how many articles that was. */
  undo(): number {
    const articles = this.states.undo();
    this.tell(articles);
    return articles.length;
  }

  get watches(): Pick<Watches, 'all' | 'has' | 'news'> {
    return this.watched;
  }

  /** @param articles all articles of it */
  watch(subject: Omit<Watch, 'before'>, articles: readonly string[]): void {
    const unseen = articles.filter((id) => this.stateOf(id) === 'unseen');
    this.watched.add(subject, unseen);
    this.keepWatches();
  }

  unwatch(id: string): void {
    this.watched.remove(id);
    this.keepWatches();
  }

  /** How a view is sorted, if the person has said so. */
  sortOf(view: string): SortOrder | undefined {
    const order = this.memory.get<Readonly<Record<string, SortOrder>>>(keys.sort, {})[view];
    return sortOrders.find((known) => known === order);
  }

  sort(view: string, order: SortOrder): void {
    const orders = this.memory.get<Readonly<Record<string, SortOrder>>>(keys.sort, {});
    void this.memory.update(keys.sort, { ...orders, [view]: order });
  }

  private rename(from: string, to: string): void {
    const below = this.articles().filter((id) => id.startsWith(`${from}/`));
    const renamed = [from, ...below].map((id) => [id, to + id.slice(from.length)] as const);
    for (const [old, now] of renamed) this.states.rename(old, now);
    this.tell(renamed.flat());
  }

  private keepWatches(): void {
    void this.memory.update(keys.watches, this.watched.all);
    this.watchesChanged.fire(undefined);
  }

  private tell(articles: readonly string[]): void {
    if (articles.length === 0) return;
    void this.memory.update(keys.states, this.states.stored());
    this.statesChanged.fire(articles);
  }
}
