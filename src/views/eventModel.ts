import type { ChangeSet, EventView } from '../corpus/entry';
import { counts } from '../corpus/shelves';
import type { ArticleDossier } from '../worker/protocol';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Row, Shown, ViewModel } from './model';
import { sortRows } from './sorting';

/** Nobody reads so long a list; a tree of more rows would open slowly. */
const mostEvents = 1000;

/** Events and their articles. */
export class EventModel implements ViewModel {
  readonly sort = 'newest';
  private readonly rows = new Map<string, Row>();
  /** The events as last given to the tree, to tell a changed row from a changed order. */
  private given: readonly string[] = [];
  /** Rows given at most. */
  private most = mostEvents;
  private rest: Row | undefined;

  constructor(
    private readonly mirror: Pick<CorpusMirror, 'events' | 'event' | 'eventOf' | 'calls'>,
    readonly title: string,
  ) {}

  async children(row: Row | undefined, shown: Shown): Promise<readonly Row[]> {
    if (!row) {
      this.given = this.events(shown);
      const rows = this.given.slice(0, this.most).map((id) => this.row(id));
      const left = this.given.length - rows.length;
      this.rest = left > 0 ? { kind: 'rest', id: 'rest events', count: left } : undefined;
      return this.rest ? [...rows, this.rest] : rows;
    }
    const articles = this.mirror.event(row.id)?.articles ?? [];
    const isWhole = !articles.some((id) => shown.but?.has(id));
    const dossiers = await this.mirror.calls.dossiers(
      isWhole ? articles : articles.filter((id) => !shown.but?.has(id)),
    );
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
    if (!same) return [undefined];
    const drawn = new Set(now.slice(0, this.most));
    return [...new Set(changed)].filter((id) => drawn.has(id)).map((id) => this.row(id));
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

  /** Makes the list long enough for an event; true where that changed it. */
  uncover(id: string): boolean {
    const place = this.given.indexOf(id);
    if (place < this.most) return false;
    this.most = place + 1;
    return true;
  }

  private events({ sort, ...choice }: Shown): readonly string[] {
    const isWhole = !choice.only && !choice.but;
    const events = isWhole
      ? this.mirror.events()
      : this.mirror.events().filter(({ articles }) => articles.some((id) => counts(choice, id)));
    if (sort === 'newest') return events.map(({ id }) => id);
    return sortRows(events.map(sortable), sort).map(({ id }) => id);
  }
}

const sortable = ({ id, title, articles, end }: EventView) => ({
  ...{ id, name: title, articles: articles.length, latest: end },
});
