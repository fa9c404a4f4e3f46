import type { ChangeSet } from '../corpus/entry';
import type { Choice, Shelf, ShelfKind, Shelves } from '../corpus/shelves';
import type { ArticleDossier } from '../worker/protocol';
import type { CorpusMirror } from '../workspace/corpusMirror';
import { changedRows } from './changedRows';
import type { HeadingRow, Row, Shown, ShelfRow, ViewModel } from './model';
import { sortRows, type SortOrder } from './sorting';

const headings: readonly HeadingRow[] = (['PER', 'ORG', 'LOC'] as const).map((id) => ({
  kind: 'heading',
  id,
}));

const choice = ({ only, but }: Shown): Choice => ({ ...(only && { only }), ...(but && { but }) });

/** Articles by names (under headings), sources or days. */
export class ShelfModel implements ViewModel {
  private readonly rows = new Map<string, ShelfRow>();
  private byId = new Map<string, Shelf>();
  /** What the tree was given last. */
  private given: Shelves | undefined;
  readonly sort: SortOrder;

  constructor(
    private readonly mirror: CorpusMirror,
    readonly kind: ShelfKind,
    readonly title: string,
  ) {
    this.sort = kind === 'day' ? 'newest' : 'size';
  }

  /** What a row stands for now. */
  shelf(id: string): Shelf | undefined {
    return this.byId.get(id);
  }

  /** How many names stand under a heading. */
  count(heading: HeadingRow): number {
    return this.under(heading).length + (this.given?.left[heading.id] ?? 0);
  }

  async children(row: Row | undefined, shown: Shown): Promise<readonly Row[]> {
    if (!row) {
      await this.load(shown);
      return this.kind === 'name'
        ? headings.filter((heading) => this.count(heading) > 0)
        : this.under(undefined).map(({ id }) => this.row(id));
    }
    if (row.kind === 'heading') {
      const left = this.given?.left[row.id];
      return [
        ...this.under(row).map(({ id }) => this.row(id)),
        ...(left === undefined
          ? []
          : [{ kind: 'rest', id: `rest ${row.id}`, count: left } as const]),
      ];
    }
    const dossiers = await this.mirror.calls.shelf(this.kind, row.id, choice(shown));
    return dossiers.map((dossier) => ({ kind: 'article', id: dossier.id, under: row, dossier }));
  }

  parent(row: Row): Row | undefined {
    if (row.kind === 'article') return row.under;
    const type = this.byId.get(row.id)?.type;
    return headings.find(({ id }) => id === type);
  }

  async touched(_changes: ChangeSet, shown: Shown): Promise<readonly (Row | undefined)[]> {
    const lists = this.kind === 'name' ? headings : [undefined];
    const before = lists.map((list) => this.under(list));
    await this.load(shown);
    const rows: (Row | undefined)[] = [];
    for (const [index, list] of lists.entries()) {
      const now = this.under(list);
      // A heading comes with its first name and goes with its last.
      if ((now.length === 0) !== (before[index]!.length === 0)) return [undefined];
      const changed = changedRows(before[index]!, now);
      if (changed) rows.push(...changed.map((id) => this.row(id)));
      else rows.push(list);
    }
    return rows.includes(undefined) ? [undefined] : rows;
  }

  async find(dossier: ArticleDossier): Promise<Row | undefined> {
    if (this.kind === 'name') return undefined;
    const id = `${this.kind}:${dossier.card[this.kind] ?? ''}`;
    return this.byId.has(id)
      ? { kind: 'article', id: dossier.id, under: this.row(id), dossier }
      : undefined;
  }

  private async load(shown: Shown): Promise<void> {
    const { shelves, left } = await this.mirror.calls.shelves(this.kind, choice(shown));
    // They come as the model's own order wants them.
    const isSorted = shown.sort === this.sort;
    this.given = { left, shelves: isSorted ? shelves : sortRows(shelves, shown.sort) };
    this.byId = new Map(this.given.shelves.map((shelf) => [shelf.id, shelf]));
    for (const id of this.rows.keys()) if (!this.byId.has(id)) this.rows.delete(id);
  }

  private under(heading: HeadingRow | undefined): readonly Shelf[] {
    const shelves = this.given?.shelves ?? [];
    return heading ? shelves.filter(({ type }) => type === heading.id) : shelves;
  }

  private row(id: string): ShelfRow {
    const row = this.rows.get(id) ?? { kind: 'shelf', id };
    this.rows.set(id, row);
    return row;
  }
}
