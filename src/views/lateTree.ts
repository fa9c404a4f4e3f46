import * as vscode from 'vscode';

/** A tree whose rows come from a bundle that is loaded at the first look. */
export class LateTree<T> implements vscode.TreeDataProvider<T>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<T | T[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly provider: () => Promise<vscode.TreeDataProvider<T>>;
  private readonly subscriptions: vscode.Disposable[] = [this.changed];

  constructor(load: () => Promise<vscode.TreeDataProvider<T>>) {
    let loaded: Promise<vscode.TreeDataProvider<T>> | undefined;
    this.provider = () =>
      (loaded ??= load().then((provider) => {
        const follow = provider.onDidChangeTreeData?.((rows) => {
          this.changed.fire(rows ?? undefined);
        });
        if (follow) this.subscriptions.push(follow);
        return provider;
      }));
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  async getChildren(row?: T): Promise<T[]> {
    return (await (await this.provider()).getChildren(row)) ?? [];
  }

  async getTreeItem(row: T): Promise<vscode.TreeItem> {
    return (await this.provider()).getTreeItem(row);
  }

  async getParent(row: T): Promise<T | undefined> {
    return (await (await this.provider()).getParent?.(row)) ?? undefined;
  }

  async resolveTreeItem(
    item: vscode.TreeItem,
    row: T,
    token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    return (await (await this.provider()).resolveTreeItem?.(item, row, token)) ?? item;
  }
}
