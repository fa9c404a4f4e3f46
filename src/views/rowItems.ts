import * as vscode from 'vscode';
import { countName, dayName, spanName, typeName } from '../editor/card';
import type { CorpusMirror } from '../workspace/corpusMirror';
import { articleCard, eventCard, nameCard } from './cards';
import { eventUri } from './eventBadges';
import type { ArticleRow, HeadingRow, Row, ShelfRow, ViewModel } from './model';
import { ShelfModel } from './shelfModel';

const { Collapsed, None } = vscode.TreeItemCollapsibleState;
const facts = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');
const nameIcons = { PER: 'person', ORG: 'organization', LOC: 'location' };
const shelfIcons = { name: 'tag', source: 'radio-tower', day: 'calendar' };

function item(
  id: string,
  label: string,
  icon: string,
  description: string,
  spoken: string,
): vscode.TreeItem {
  const made = new vscode.TreeItem(label, Collapsed);
  made.id = id;
  made.description = description;
  made.iconPath = new vscode.ThemeIcon(icon);
  made.accessibilityInformation = { label: spoken };
  return made;
}

function headingName(id: HeadingRow['id']): string {
  const names = {
    PER: vscode.l10n.t('People'),
    ORG: vscode.l10n.t('Organisations'),
    LOC: vscode.l10n.t('Places'),
  };
  return names[id];
}

function eventItem(mirror: CorpusMirror, id: string): vscode.TreeItem {
  const event = mirror.event(id);
  if (!event) return new vscode.TreeItem('');
  const { articles, sources, start, end, title } = event;
  const description = facts([
    spanName(start, end),
    countName(articles.length),
    sources.length > 1 ? vscode.l10n.t('{0} sources', sources.length) : undefined,
  ]);
  const made = item(
    id,
    title,
    articles.length === 1 ? 'circle-outline' : 'layers',
    description,
    vscode.l10n.t('Event: {0}, {1}', title, description),
  );
  made.resourceUri = eventUri(id);
  made.contextValue = 'event';
  return made;
}

/** Among several sources the source comes first, because there the headlines are much alike. */
function articleItem(mirror: CorpusMirror, { id, under, dossier }: ArticleRow): vscode.TreeItem {
  const { card, copyOf } = dossier;
  const inEvent = under.kind === 'event';
  const severalSources = (mirror.event(under.id)?.sources.length ?? 0) > 1;
  const sourceFirst = severalSources && card.source !== undefined;
  const known = facts([
    card.source,
    card.day && dayName(card.day),
    copyOf && vscode.l10n.t('copy'),
  ]);
  const made = item(
    inEvent ? id : `${under.id} ${id}`,
    sourceFirst ? card.source : card.title,
    copyOf ? 'copy' : 'file-text',
    sourceFirst ? card.title : known,
    vscode.l10n.t('Article: {0}, {1}', card.title, known),
  );
  made.collapsibleState = None;
  made.contextValue = 'article';
  made.command = {
    title: vscode.l10n.t('Open Article'),
    command: 'vscode.open',
    arguments: [vscode.Uri.parse(id)],
  };
  return made;
}

function shelfItem(model: ShelfModel, { id }: ShelfRow): vscode.TreeItem {
  const shelf = model.shelf(id);
  if (!shelf) return new vscode.TreeItem('');
  const { type, articles } = shelf;
  const unknown = model.kind === 'day' ? vscode.l10n.t('No date') : vscode.l10n.t('No source');
  const label = (model.kind === 'day' && shelf.name ? dayName(shelf.name) : shelf.name) || unknown;
  const icon = type && type !== 'MISC' ? nameIcons[type] : shelfIcons[model.kind];
  const count = countName(articles);
  const spoken = facts([type && typeName(type), label]).replace(' · ', ': ');
  const made = item(id, label, icon, count, `${spoken}, ${count}`);
  made.contextValue = model.kind;
  return made;
}

/** A row as the tree draws it; its card is made when someone asks for it. */
export function rowItem(mirror: CorpusMirror, model: ViewModel, row: Row): vscode.TreeItem {
  switch (row.kind) {
    case 'event':
      return eventItem(mirror, row.id);
    case 'article':
      return articleItem(mirror, row);
    case 'rest': {
      const label = vscode.l10n.t('{0} more: filter to see them', row.count);
      const made = item(row.id, label, 'ellipsis', '', label);
      made.collapsibleState = None;
      return made;
    }
    case 'heading': {
      const name = headingName(row.id);
      const count = model instanceof ShelfModel ? String(model.count(row)) : '';
      return item(row.id, name, nameIcons[row.id], count, `${name}, ${count}`);
    }
    case 'shelf':
      return model instanceof ShelfModel ? shelfItem(model, row) : new vscode.TreeItem('');
  }
}

/** The hover card of a row, where it has one. */
export async function rowCard(
  mirror: CorpusMirror,
  model: ViewModel,
  row: Row,
): Promise<vscode.MarkdownString | undefined> {
  if (row.kind === 'event') {
    const event = mirror.event(row.id);
    return event && eventCard(event);
  }
  if (row.kind === 'article') {
    const dossier = (await mirror.dossier(row.id)) ?? row.dossier;
    const original = dossier.copyOf && (await mirror.dossier(dossier.copyOf.article));
    return articleCard(dossier, () => original?.card.title ?? '');
  }
  if (row.kind !== 'shelf' || !(model instanceof ShelfModel) || model.kind !== 'name') {
    return undefined;
  }
  const known = await mirror.calls.named(row.id);
  return known && nameCard(known);
}
