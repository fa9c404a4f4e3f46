import * as vscode from 'vscode';

/** Fewer files than these are done before a person could read what is told of them. */
const fewFiles = 50;

/**
 * Works through files; where they are many, a notification tells how far it is and lets the person stop.
 * @param work calls `step` after each file, and begins no other once the token says so
 */
export async function withProgress<T>(
  title: string,
  files: number,
  cancellable: boolean,
  work: (step: () => void, token: vscode.CancellationToken) => Promise<T>,
): Promise<T> {
  if (files < fewFiles) {
    return work(() => undefined, new vscode.CancellationTokenSource().token);
  }
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable }, (progress, token) =>
    work(() => {
      progress.report({ increment: 100 / files });
    }, token),
  );
}
