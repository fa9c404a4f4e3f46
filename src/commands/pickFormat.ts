import * as vscode from 'vscode';
import type { Decisions } from '../workspace/decisions';

/** The id of a format of the field; undefined if the person chooses none. */
export async function pickFormat({ calls }: Decisions, title: string): Promise<string | undefined> {
  const formats = await calls.formats();
  const items = formats.map(({ id, name }) => ({ label: name, description: id, id }));
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.id;
}
