import * as vscode from 'vscode';

/** A name to choose; the key is that of its entity. */
export interface NameItem extends vscode.QuickPickItem {
  readonly key: string;
}

/**
 * Lets a person choose among names. What is typed is looked for among all names too, of which a list can hold but the
 * most frequent.
 */
export async function pickName(
  title: string,
  given: readonly NameItem[],
  find: (query: string) => Promise<readonly NameItem[]>,
): Promise<NameItem | undefined> {
  const picker = vscode.window.createQuickPick<NameItem>();
  const items = new Map(given.map((item) => [item.key, item]));
  picker.title = title;
  // A name may be found by another form of it.
  picker.matchOnDescription = true;
  picker.items = given;
  const lookFor = async (query: string): Promise<void> => {
    const fresh = (await find(query)).filter(({ key }) => !items.has(key));
    if (fresh.length === 0) return;
    for (const item of fresh) items.set(item.key, item);
    picker.items = [...items.values()];
  };
  const chosen = await new Promise<NameItem | undefined>((resolve) => {
    picker.onDidChangeValue((query) => void lookFor(query));
    picker.onDidAccept(() => {
      const [item] = picker.activeItems;
      if (item) resolve(item);
    });
    picker.onDidHide(() => {
      resolve(undefined);
    });
    picker.show();
  });
  picker.dispose();
  return chosen;
}
