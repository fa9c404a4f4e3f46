import * as vscode from 'vscode';
import type { ChangeSet, EventView } from '../corpus/entry';
import { countName, dayName, spanName } from '../editor/card';
import type { ArticleDossier } from '../worker/protocol';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Indexer } from '../workspace/indexer';
import { articleCard, eventCard } from './cards';
import { eventUri } from './eventBadges';

interface EventNode {
  readonly kind: 'event';
  readonly id: string;
}

interface ArticleNode {
  readonly kind: 'article';
  readonly id: string;
  readonly dossier: ArticleDossier;
}

export type EventsNode = EventNode | ArticleNode;

/** Events, newest first, and their articles. Looking at the tree starts the index. */
export class EventsTree implements vscode.TreeDataProvider<EventsNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<EventsNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly nodes = new Map<string, EventNode>();
  /** The events as last given to the tree, to tell a changed row from a changed order. */
  private shown: readonly string[] = [];
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly mirror: CorpusMirror,
    private readonly indexer: Indexer,
  ) {
    this.subscription = mirror.onDidChange((changes) => {
      this.repaint(changes);
    });
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  async getChildren(node?: EventsNode): Promise<EventsNode[]> {
    if (!node) {
      void this.indexer.start();
      const events = this.mirror.events();
      this.shown = events.map(({ id }) => id);
      return events.map(({ id }) => this.eventNode(id));
    }
    const event = node.kind === 'event' ? this.mirror.event(node.id) : undefined;
    if (!event) return [];
    const dossiers = await this.mirror.calls.dossiers(event.articles);
    return dossiers.map((dossier) => ({ kind: 'article', id: dossier.id, dossier }));
  }

  getTreeItem(node: EventsNode): vscode.TreeItem {
    if (node.kind === 'article') return this.articleItem(node);
    const event = this.mirror.event(node.id);
    return event ? this.eventItem(event) : new vscode.TreeItem('');
  }

  getParent(node: EventsNode): EventsNode | undefined {
    if (node.kind === 'event') return undefined;
    const event = this.mirror.eventOf(node.id);
    return event && this.eventNode(event.id);
  }

  async resolveTreeItem(item: vscode.TreeItem, node: EventsNode): Promise<vscode.TreeItem> {
    if (node.kind === 'event') {
      const event = this.mirror.event(node.id);
      if (event) item.tooltip = eventCard(event);
      return item;
    }
    const dossier = (await this.mirror.dossier(node.id)) ?? node.dossier;
    const original = dossier.copyOf && (await this.mirror.dossier(dossier.copyOf.article));
    item.tooltip = articleCard(dossier, () => original?.card.title ?? '');
    return item;
  }

  /** The row of an article, for `TreeView.reveal`. */
  async articleNode(id: string): Promise<EventsNode | undefined> {
    const dossier = await this.mirror.dossier(id);
    return dossier && { kind: 'article', id, dossier };
  }

  eventNode(id: string): EventNode {
    const node = this.nodes.get(id) ?? { kind: 'event', id };
    this.nodes.set(id, node);
    return node;
  }

  private repaint({ changed, removed }: ChangeSet): void {
    for (const id of removed) this.nodes.delete(id);
    const now = this.mirror.events().map(({ id }) => id);
    const sameRows =
      now.length === this.shown.length && now.every((id, index) => id === this.shown[index]);
    if (!sameRows) this.changed.fire(undefined);
    else for (const id of changed) this.changed.fire(this.eventNode(id));
  }

  private eventItem(event: EventView): vscode.TreeItem {
    const item = new vscode.TreeItem(event.title, vscode.TreeItemCollapsibleState.Collapsed);
    const counts = [countName(event.articles.length)];
    if (event.sources.length > 1) counts.push(vscode.l10n.t('{0} sources', event.sources.length));
    const when = spanName(event.start, event.end);
    const facts = [when, ...counts].filter(Boolean).join(' · ');
    item.id = event.id;
    item.description = facts;
    item.resourceUri = eventUri(event.id);
    item.iconPath = new vscode.ThemeIcon(event.articles.length === 1 ? 'circle-outline' : 'layers');
    item.contextValue = 'event';
    item.accessibilityInformation = {
      label: vscode.l10n.t('Event: {0}, {1}', event.title, facts),
    };
    return item;
  }

  /** Among several sources the source comes first, because there the headlines are much alike. */
  private articleItem({ id, dossier: { card, copyOf } }: ArticleNode): vscode.TreeItem {
    const severalSources = (this.mirror.eventOf(id)?.sources.length ?? 0) > 1;
    const sourceFirst = severalSources && card.source !== undefined;
    const day = card.day && dayName(card.day);
    const facts = [card.source, day, copyOf && vscode.l10n.t('copy')].filter(Boolean).join(' · ');
    const item = new vscode.TreeItem(
      sourceFirst ? card.source : card.title,
      vscode.TreeItemCollapsibleState.None,
    );
    item.id = id;
    item.description = sourceFirst ? card.title : facts;
    item.iconPath = new vscode.ThemeIcon(copyOf ? 'copy' : 'file-text');
    item.contextValue = 'article';
    item.command = {
      title: vscode.l10n.t('Open Article'),
      command: 'vscode.open',
      arguments: [vscode.Uri.parse(id)],
    };
    item.accessibilityInformation = {
      label: vscode.l10n.t('Article: {0}, {1}', card.title, facts),
    };
    return item;
  }
}
