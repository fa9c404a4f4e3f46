import * as vscode from 'vscode';
import type { EventView } from '../../corpus/entry';
import { countName } from '../../editor/card';
import { articleCard } from '../cards';
import type { Comparison } from '../../worker/comparingCalls';
import type { ArticleDossier } from '../../worker/protocol';
import type { CorpusMirror } from '../../workspace/corpusMirror';
import { detailItem } from './detailItems';
import type { DetailRow } from './detailRows';
import { quoteOf } from './placeCard';
import { placesOfDifference, placesOfSpeaker } from './placeRows';

/** What the articles of an event say beside each other, and how many of them were read for it. */
export interface Compared extends Comparison {
  readonly read: number;
}

/** One event looked at closely. Its articles' texts are read when someone unfolds what needs them. */
export class DetailsTree implements vscode.TreeDataProvider<DetailRow>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private shown: EventView | undefined;
  private compared: Promise<Compared> | undefined;
  private dossiers: Promise<ReadonlyMap<string, ArticleDossier>> | undefined;

  constructor(
    private readonly mirror: CorpusMirror,
    private readonly compare: (event: EventView) => Promise<Compared>,
  ) {}

  dispose(): void {
    this.changed.dispose();
  }

  get event(): EventView | undefined {
    return this.shown;
  }

  /** Shows an event as it now is; everything known of it is asked anew. */
  show(event: EventView | undefined): void {
    this.shown = event;
    this.compared = undefined;
    this.dossiers = undefined;
    this.changed.fire(undefined);
  }

  async getChildren(row?: DetailRow): Promise<DetailRow[]> {
    const event = this.shown;
    if (!event) return [];
    const rows = await this.rows(event, row);
    if (event === this.shown) return rows;
    // Drawn anew meanwhile: a row that is just being unfolded would stay empty, and shut.
    return event.id === this.shown?.id ? this.getChildren(row) : [];
  }

  getTreeItem(row: DetailRow): vscode.TreeItem {
    return detailItem(row);
  }

  async resolveTreeItem(made: vscode.TreeItem, row: DetailRow): Promise<vscode.TreeItem> {
    if (row.kind === 'article' || row.kind === 'copy') {
      made.tooltip = articleCard(row.dossier, () => row.original?.card.title ?? '');
    } else if (row.kind === 'place') {
      made.tooltip = quoteOf(row).markdown();
    }
    return made;
  }

  private async rows(event: EventView, row: DetailRow | undefined): Promise<DetailRow[]> {
    const dossiers = await this.known(event);
    if (row?.kind === 'difference') return placesOfDifference(row.difference, dossiers);
    if (row?.kind === 'speaker') return placesOfSpeaker(row.speaker, dossiers);
    const original = (dossier: ArticleDossier) => {
      const found = dossier.copyOf && dossiers.get(dossier.copyOf.article);
      return found ? { original: found } : {};
    };
    const inTime = earliestFirst([...dossiers.values()]);
    const copies = inTime.filter((dossier) => 'original' in original(dossier));
    if (!row) {
      return [
        { kind: 'section', section: 'timeline', count: dossiers.size },
        ...(event.articles.length > 1
          ? [{ kind: 'section', section: 'differences' } as const]
          : []),
        { kind: 'section', section: 'quotes' },
        ...(copies.length > 0
          ? [{ kind: 'section', section: 'copies', count: copies.length } as const]
          : []),
      ];
    }
    if (row.kind !== 'section') return [];
    switch (row.section) {
      case 'timeline':
        return inTime.map((dossier) => ({ kind: 'article', dossier, ...original(dossier) }));
      case 'copies':
        return copies.map((dossier) => ({ kind: 'copy', dossier, ...original(dossier) }));
      case 'differences': {
        const { differences, read } = await this.comparison(event);
        const found = differences.map(
          (difference) => ({ kind: 'difference', difference }) as const,
        );
        const none = vscode.l10n.t('No figures or days that plainly disagree');
        return [...(found.length > 0 ? found : [note(none)]), ...rest(event, read)];
      }
      case 'quotes': {
        const { speakers, read } = await this.comparison(event);
        const found = speakers.map((speaker) => ({ kind: 'speaker', speaker }) as const);
        return [
          ...(found.length > 0 ? found : [note(vscode.l10n.t('Nobody is quoted'))]),
          ...rest(event, read),
        ];
      }
    }
  }

  private known(event: EventView): Promise<ReadonlyMap<string, ArticleDossier>> {
    return (this.dossiers ??= this.mirror.calls
      .dossiers(event.articles)
      .then((all) => new Map(all.map((dossier) => [dossier.id, dossier]))));
  }

  private comparison(event: EventView): Promise<Compared> {
    return (this.compared ??= this.compare(event));
  }
}

/** From newest first, those without a day at the end; these stay there. */
function earliestFirst(dossiers: readonly ArticleDossier[]): ArticleDossier[] {
  const dated = dossiers.filter(({ card }) => card.day !== undefined).reverse();
  return [...dated, ...dossiers.filter(({ card }) => card.day === undefined)];
}

function note(text: string): DetailRow {
  return { kind: 'note', text };
}

/** Says how many articles were left unread. */
function rest({ articles }: EventView, read: number): DetailRow[] {
  return read < articles.length
    ? [note(vscode.l10n.t('Read from {0} of {1}', read, countName(articles.length)))]
    : [];
}
