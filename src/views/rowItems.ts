import * as vscode from 'vscode';
import { countName, dayName, spanName, typeName } from '../editor/card';
import { commands } from '../ids';
import type { CorpusMirror } from '../workspace/corpusMirror';
import { articleCard, eventCard, nameCard } from './cards';
import { mentionTypes, type MentionType } from '../analysis/article';
import type {
  MentionRow,
  ReviewRow,
  ArticleRow,
  HeadingRow,
  RestRow,
  Row,
  ShelfRow,
  ViewModel,
  WatchRow,
} from './model';
import type { Reader } from './reader';
import type { ReadState } from './readStates';
import { articleUri, eventUri, unseenName } from './rowBadges';
import { ReviewModel } from './reviewModel';
import { ShelfModel } from './shelfModel';
import type { WatchedRows } from './watchedRows';

/** What a row is drawn from. */
export interface RowParts {
  readonly mirror: CorpusMirror;
  readonly reader: Reader;
  readonly watched: WatchedRows;
  readonly showsDiscarded: boolean;
  readonly discarded: number;
}

const isMentionType = (label: string): label is MentionType =>
  (mentionTypes as readonly string[]).includes(label);
const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
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

function eventItem({ mirror, reader }: RowParts, id: string): vscode.TreeItem {
  const event = mirror.event(id);
  if (!event) return new vscode.TreeItem('');
  const { articles, sources, start, end, title } = event;
  const description = facts([
    spanName(start, end),
    countName(articles.length),
    sources.length > 1 ? vscode.l10n.t('{0} sources', sources.length) : undefined,
  ]);
  const unseen = unseenName(articles, reader);
  const [one, several] = unseen
    ? (['circle-filled', 'layers-dot'] as const)
    : (['circle-outline', 'layers'] as const);
  const made = item(
    id,
    title,
    articles.length === 1 ? one : several,
    description,
    vscode.l10n.t('Event: {0}, {1}', title, facts([description, unseen])),
  );
  made.resourceUri = eventUri(id);
  made.contextValue = reader.watches.has(id) ? 'event watched' : 'event';
  return made;
}

/** What a person reads and hears of a state. */
function stateName(state: ReadState): string | undefined {
  const names = {
    unseen: vscode.l10n.t('not yet seen'),
    seen: undefined,
    kept: vscode.l10n.t('kept'),
    discarded: vscode.l10n.t('discarded'),
  };
  return names[state];
}

const stateIcons: Partial<Record<ReadState, string>> = {
  kept: 'bookmark',
  discarded: 'circle-slash',
};

/** Among several sources the source comes first, because there the headlines are much alike. */
function articleItem(parts: RowParts, { id, under, dossier }: ArticleRow): vscode.TreeItem {
  const { mirror, reader, watched } = parts;
  const { card, copyOf } = dossier;
  const state = reader.stateOf(id);
  const news = under.kind === 'watched' ? watched.news.get(id) : undefined;
  const newsOf = news?.map(({ name }) => name).join(', ');
  const inEvent = under.kind === 'event';
  const severalSources = (mirror.event(under.id)?.sources.length ?? 0) > 1;
  const sourceFirst = severalSources && card.source !== undefined;
  const known = facts([
    newsOf,
    card.source,
    card.day && dayName(card.day),
    copyOf && vscode.l10n.t('copy'),
    state === 'unseen' ? undefined : stateName(state),
  ]);
  const spoken = facts([known, state === 'unseen' ? stateName(state) : undefined]);
  const made = item(
    inEvent ? id : `${under.id} ${id}`,
    sourceFirst ? card.source : card.title,
    stateIcons[state] ?? (copyOf ? 'copy' : 'file-text'),
    sourceFirst ? card.title : known,
    vscode.l10n.t('Article: {0}, {1}', card.title, spoken),
  );
  made.resourceUri = articleUri(id);
  made.collapsibleState = None;
  made.contextValue = `article ${state}`;
  made.command = {
    title: vscode.l10n.t('Open Article'),
    command: 'vscode.open',
    arguments: [vscode.Uri.parse(id)],
  };
  return made;
}

function shelfItem({ reader }: RowParts, model: ShelfModel, { id }: ShelfRow): vscode.TreeItem {
  const shelf = model.shelf(id);
  if (!shelf) return new vscode.TreeItem('');
  const { type, articles } = shelf;
  const unknown = model.kind === 'day' ? vscode.l10n.t('No date') : vscode.l10n.t('No source');
  const label = (model.kind === 'day' && shelf.name ? dayName(shelf.name) : shelf.name) || unknown;
  const icon = type && type !== 'MISC' ? nameIcons[type] : shelfIcons[model.kind];
  const count = countName(articles);
  const spoken = facts([type && typeName(type), label]).replace(' · ', ': ');
  const made = item(id, label, icon, count, `${spoken}, ${count}`);
  made.contextValue = reader.watches.has(id) ? `${model.kind} watched` : model.kind;
  return made;
}

function watchedItem({ watched }: RowParts): vscode.TreeItem {
  const { size } = watched.news;
  const label = vscode.l10n.t('Watched');
  const count = size === 0 ? vscode.l10n.t('nothing new') : vscode.l10n.t('{0} new', size);
  const made = item('watched', label, 'eye', count, `${label}, ${count}`);
  made.collapsibleState = Expanded;
  made.contextValue = 'watched';
  return made;
}

function watchItem({ mirror }: RowParts, { id, watch }: WatchRow): vscode.TreeItem {
  const { kind, type } = watch;
  const event = kind === 'event' ? mirror.event(watch.id) : undefined;
  const isGone = kind === 'event' && !event;
  const label = event?.title ?? watch.name;
  const what = kind === 'event' ? vscode.l10n.t('Event') : typeName(type ?? 'MISC');
  const description = isGone ? vscode.l10n.t('no longer there') : what;
  const icon = type && type !== 'MISC' ? nameIcons[type] : kind === 'event' ? 'layers' : 'tag';
  const made = item(id, label, icon, description, vscode.l10n.t('Watched: {0}, {1}', label, what));
  made.contextValue = 'watch watched';
  return made;
}

function discardedItem({ discarded, showsDiscarded }: RowParts): vscode.TreeItem {
  const count = countName(discarded);
  const label = showsDiscarded
    ? vscode.l10n.t('Hide discarded: {0}', count)
    : vscode.l10n.t('Show discarded: {0}', count);
  const made = item('discarded', label, 'circle-slash', '', label);
  made.collapsibleState = None;
  made.command = {
    title: label,
    command: showsDiscarded ? commands.hideDiscarded : commands.showDiscarded,
  };
  return made;
}

function restItem({ id, count }: RestRow): vscode.TreeItem {
  const label = vscode.l10n.t('{0} more: filter to see them', count);
  const made = item(id, label, 'ellipsis', '', label);
  made.collapsibleState = None;
  made.command = { title: label, command: commands.filterArticles };
  return made;
}

function reviewItem({ mirror }: RowParts, model: ReviewModel, { id }: ReviewRow): vscode.TreeItem {
  const face = model.face(id);
  const title = face?.card.title ?? '';
  const count = vscode.l10n.t('{0} to look at', face?.count ?? 0);
  const description = facts([count, face?.card.source, face?.card.day && dayName(face.card.day)]);
  const spoken = vscode.l10n.t('Article: {0}, {1}', title, description);
  const made = item(`review ${id}`, title, 'file-text', description, spoken);
  made.contextValue = mirror.eventOf(id) ? 'review' : '';
  return made;
}

function mentionItem(row: MentionRow): vscode.TreeItem {
  const { mention, line, context, under, id } = row;
  const { state, label, score = 0, text } = mention;
  const type = isMentionType(label) ? typeName(label) : label;
  const why: Partial<Record<typeof state, string>> = {
    suggested: vscode.l10n.t('{0} % sure', Math.round(100 * score)),
    changed: vscode.l10n.t('the words have changed'),
    ambiguous: vscode.l10n.t('its place is not clear'),
    orphan: vscode.l10n.t('its words are gone'),
  };
  const icons: Partial<Record<typeof state, string>> = { suggested: 'question', changed: 'edit' };
  const description = facts([type, why[state], context]);
  const spoken = vscode.l10n.t('To look at: {0}, {1}', text, description);
  const made = item(id, text, icons[state] ?? 'debug-disconnect', description, spoken);
  made.collapsibleState = None;
  made.contextValue = `mention ${state}`;
  const selection = new vscode.Range(line, 0, line, 0);
  made.command = {
    title: vscode.l10n.t('Open Article'),
    command: state === 'orphan' ? 'vscode.open' : commands.goToMention,
    arguments:
      state === 'orphan'
        ? [vscode.Uri.parse(under.id), { selection }]
        : [under.id, mention.start, mention.end],
  };
  return made;
}

/** A row as the tree draws it; its card is made when someone asks for it. */
export function rowItem(parts: RowParts, model: ViewModel, row: Row): vscode.TreeItem {
  switch (row.kind) {
    case 'event':
      return eventItem(parts, row.id);
    case 'article':
      return articleItem(parts, row);
    case 'watched':
      return watchedItem(parts);
    case 'watch':
      return watchItem(parts, row);
    case 'discarded':
      return discardedItem(parts);
    case 'rest':
      return restItem(row);
    case 'review':
      return model instanceof ReviewModel ? reviewItem(parts, model, row) : new vscode.TreeItem('');
    case 'mention':
      return mentionItem(row);
    case 'heading': {
      const name = headingName(row.id);
      const count = model instanceof ShelfModel ? String(model.count(row)) : '';
      return item(row.id, name, nameIcons[row.id], count, `${name}, ${count}`);
    }
    case 'shelf':
      return model instanceof ShelfModel ? shelfItem(parts, model, row) : new vscode.TreeItem('');
  }
}

/** The hover card of a row, where it has one. */
export async function rowCard(
  mirror: CorpusMirror,
  model: ViewModel,
  row: Row,
): Promise<vscode.MarkdownString | undefined> {
  if (row.kind === 'event' || (row.kind === 'watch' && row.watch.kind === 'event')) {
    const event = mirror.event(row.kind === 'event' ? row.id : row.watch.id);
    return event && eventCard(event);
  }
  if (row.kind === 'article' || row.kind === 'review') {
    const dossier = (await mirror.dossier(row.id)) ?? (row.kind === 'article' && row.dossier);
    if (!dossier) return undefined;
    const original = dossier.copyOf && (await mirror.dossier(dossier.copyOf.article));
    return articleCard(dossier, () => original?.card.title ?? '');
  }
  const isName = row.kind === 'shelf' && model instanceof ShelfModel && model.kind === 'name';
  const name = isName ? row.id : row.kind === 'watch' ? row.watch.id : undefined;
  const known = name === undefined ? undefined : await mirror.calls.named(name);
  return known && nameCard(known);
}
