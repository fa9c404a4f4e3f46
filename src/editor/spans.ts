import * as vscode from 'vscode';
import type { Span } from '../analysis/article';

/** The editor's range of a span. */
export function toRange(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The item that holds an offset, of items in order that do not overlap; its end counts as inside. */
export function spanAt<T extends Span>(items: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const item = items[low - 1];
  return item && offset <= item.end ? item : undefined;
}
