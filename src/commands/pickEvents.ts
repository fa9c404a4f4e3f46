import * as vscode from 'vscode';
import type { EventView } from '../corpus/entry';
import { countName, spanName } from '../editor/card';

interface EventItem extends vscode.QuickPickItem {
  readonly event: EventView;
}

const namesOf = ({ names }: EventView): string[] =>
  names.map(({ type, name }) => `${type} ${name}`);

function eventItem(event: EventView): EventItem {
  const { articles, start, end, names, title } = event;
  const facts = [spanName(start, end), countName(articles.length)];
  return {
    event,
    label: title,
    description: facts.filter(Boolean).join(' · '),
    detail: names.map(({ name }) => name).join(', '),
  };
}

/** Those first that share most names with what they are to be joined with; the others as they were. */
function likeliestFirst(
  events: readonly EventView[],
  like: readonly EventView[],
): readonly EventView[] {
  const names = new Set(like.flatMap(namesOf));
  const shared = new Map(
    events.map((event) => [event, namesOf(event).filter((name) => names.has(name)).length]),
  );
  return [...events].sort((a, b) => shared.get(b)! - shared.get(a)!);
}

/**
 * Lets a person choose events by title, day or name.
 * @param like what the events are to be joined with
 */
export async function pickEvents(
  title: string,
  events: readonly EventView[],
  like: readonly EventView[],
  canPickMany: boolean,
): Promise<readonly EventView[]> {
  if (events.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no other event.'));
    return [];
  }
  const items = likeliestFirst(events, like).map(eventItem);
  const ways = { title, matchOnDescription: true, matchOnDetail: true };
  if (!canPickMany) {
    const event = (await vscode.window.showQuickPick(items, ways))?.event;
    return event ? [event] : [];
  }
  const placeHolder = vscode.l10n.t('Type words or names; tick events, then OK');
  const picked = await vscode.window.showQuickPick(items, {
    ...{ ...ways, placeHolder, canPickMany: true, ignoreFocusOut: true },
  });
  if (picked?.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Nothing was merged, as no event was ticked: tick the box of one, then choose OK.',
      ),
    );
  }
  return (picked ?? []).map(({ event }) => event);
}
