import * as vscode from 'vscode';
import type { Row } from './model';

/** Later than this after a decision, a row goes for another reason. */
const patience = 5000;

/** A row that may go, and the rows beside it as they were drawn. */
interface Place {
  readonly parent: Row | undefined;
  readonly row: Row;
  readonly beside: readonly Row[];
}

const isSame = (a: Row | undefined, b: Row | undefined): boolean =>
  a?.kind === b?.kind && a?.id === b?.id;

/** Of the rows that are left the next of its kind, else the one before it. */
function neighbour({ row, beside }: Place, left: readonly Row[]): Row | undefined {
  const at = beside.findIndex((one) => isSame(one, row));
  const near = [...beside.slice(at + 1), ...beside.slice(0, Math.max(at, 0)).reverse()];
  return near.find(
    (one) => one.kind === row.kind && left.some((remaining) => isSame(remaining, one)),
  );
}

/**
 * Moves the focus on when a decision takes the row away that has it. The editor forgets the focus with the
 * row, and the next key would begin at the top of the list.
 */
export class FocusKeeper implements vscode.Disposable {
  private first: readonly Row[] = [];
  private readonly under = new WeakMap<Row, readonly Row[]>();
  private places: readonly Place[] = [];
  private until = 0;
  private readonly subscription: vscode.Disposable;

  /** @param moveTo gives a row the focus */
  constructor(private readonly moveTo: (row: Row) => unknown) {
    const forget = (): void => {
      this.places = [];
    };
    // The person is elsewhere by now, and keeps the focus there.
    this.subscription = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(forget),
      vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
        if (kind !== undefined) forget();
      }),
    );
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** A person decides about a row: it, or the rows that hold it, may go. */
  leave(row: Row, parentOf: (row: Row) => Row | undefined): void {
    const places: Place[] = [];
    for (let at: Row | undefined = row; at; at = parentOf(at)) {
      const parent = parentOf(at);
      places.push({
        parent,
        row: at,
        beside: parent ? (this.under.get(parent) ?? []) : this.first,
      });
    }
    this.places = places;
    this.until = Date.now() + patience;
  }

  /** These rows are drawn under a row, or as the first ones. */
  drawn(parent: Row | undefined, rows: readonly Row[]): void {
    if (parent) this.under.set(parent, rows);
    else this.first = rows;
    const place = this.places.find((one) => isSame(one.parent, parent));
    if (!place || rows.some((row) => isSame(row, place.row))) return;
    this.places = [];
    if (Date.now() > this.until) return;
    const next = neighbour(place, rows) ?? parent;
    // After the rows have reached the editor.
    if (next) setTimeout(() => this.moveTo(next), 0);
  }
}
