import * as vscode from 'vscode';

export interface IndexState {
  readonly running: boolean;
  readonly done: number;
  readonly total: number;
  /** A run has come to its end, or was stopped, since the window opened. */
  readonly finished: boolean;
}

/** How far the index has come, for those who show it. */
export class IndexProgress implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<IndexState>();
  readonly onDidChange = this.changed.event;
  state: IndexState = { running: false, done: 0, total: 0, finished: false };

  set(change: Partial<IndexState>): void {
    this.state = { ...this.state, ...change };
    this.changed.fire(this.state);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
