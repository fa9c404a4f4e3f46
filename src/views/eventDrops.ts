import * as vscode from 'vscode';
import { annotateCommands as ids, views } from '../ids';
import type { Row } from './model';

const own = `application/vnd.code.tree.${views.events}`;

/** The event that a row stands for or in. */
const eventOf = (row: Row): string | undefined =>
  row.kind === 'event'
    ? row.id
    : row.kind === 'article' && row.under.kind === 'event'
      ? row.under.id
      : undefined;

/**
 * Articles dragged onto an event move there, events dragged onto another merge into it, and articles dropped where no row
 * is make a new event. Articles can be dragged into an editor as well.
 */
export const eventDrops: vscode.TreeDragAndDropController<Row> = {
  dragMimeTypes: ['text/uri-list'],
  dropMimeTypes: [own],
  handleDrag(rows, transfer) {
    const moved = rows.filter(({ kind }) => kind === 'article' || kind === 'event');
    transfer.set(own, new vscode.DataTransferItem(moved.map(({ kind, id }) => ({ kind, id }))));
    const files = moved.filter(({ kind }) => kind === 'article').map(({ id }) => id);
    if (files.length > 0) {
      transfer.set('text/uri-list', new vscode.DataTransferItem(files.join('\r\n')));
    }
  },
  async handleDrop(target, transfer) {
    const rows = transfer.get(own)?.value as readonly Pick<Row, 'kind' | 'id'>[] | undefined;
    const first = rows?.[0];
    if (!first) return;
    const into = target && eventOf(target);
    const run = (command: string, ...rest: unknown[]): Thenable<unknown> =>
      vscode.commands.executeCommand(command, first, rows, ...rest);
    if (into !== undefined) {
      const events = rows.every(({ kind }) => kind === 'event');
      await run(events ? ids.mergeEvents : ids.moveArticles, into);
    } else if (!target) await run(ids.newEvent);
  },
};
