import * as vscode from 'vscode';
import type { ChangeSet, EventView } from '../corpus/entry';
import type { ArticleDossier } from '../worker/protocol';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Row, Shown, ViewModel } from './model';

/** Events, newest first, and their articles. An event with one article that is shown is shown whole. */
export class EventModel implements ViewModel {
  readonly title = vscode.l10n.t('Events');
  private readonly rows = new Map<string, Row>();
  /** The events as last given to the tree, to tell a changed row from a changed order. */
  private given: readonly string[] = [];

  constructor(private readonly mirror: CorpusMirror) {}

  async children(row: Row | undefined, shown: Shown): Promise<readonly Row[]> {
    if (!row) {
      this.given = this.events(shown);
      return this.given.map((id) => this.row(id));
    }
    const articles = this.mirror.event(row.id)?.articles ?? [];
    const dossiers = await this.mirror.calls.dossiers(articles);
    return dossiers.map((dossier) => ({ kind: 'article', id: dossier.id, under: row, dossier }));
  }

  parent(row: Row): Row | undefined {
    if (row.kind !== 'article') return undefined;
    const event = this.mirror.eventOf(row.id);
    return event && this.row(event.id);
  }

  async touched(
    { changed, removed }: ChangeSet,
    shown: Shown,
  ): Promise<readonly (Row | undefined)[]> {
    for (const id of removed) this.rows.delete(id);
    const now = this.events(shown);
    const same =
      now.length === this.given.length && now.every((id, index) => id === this.given[index]);
    return same ? changed.map((id) => this.row(id)) : [undefined];
  }

  async find(dossier: ArticleDossier): Promise<Row | undefined> {
    const event = this.mirror.eventOf(dossier.id);
    return event && { kind: 'article', id: dossier.id, under: this.row(event.id), dossier };
  }

  row(id: string): Row {
    const row = this.rows.get(id) ?? { kind: 'event', id };
    this.rows.set(id, row);
    return row;
  }

  private events({ only }: Shown): readonly string[] {
    const counts = ({ articles }: EventView): boolean =>
      !only || articles.some((id) => only.has(id));
    return this.mirror
      .events()
      .filter(counts)
      .map(({ id }) => id);
  }
}
