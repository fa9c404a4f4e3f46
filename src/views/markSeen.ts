import * as vscode from 'vscode';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Reader } from './reader';

/** An article that is opened counts as seen. */
export function markSeenWhenOpened(mirror: CorpusMirror, reader: Reader): vscode.Disposable {
  const look = (): void => {
    const id = vscode.window.activeTextEditor?.document.uri.toString();
    if (id !== undefined && mirror.eventOf(id) && reader.stateOf(id) === 'unseen') {
      reader.set([id], 'seen');
    }
  };
  look();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(look),
    mirror.onDidChange(look),
  );
}
