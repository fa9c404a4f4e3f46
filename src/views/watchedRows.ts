import * as vscode from 'vscode';
import type { ArticleDossier } from '../worker/protocol';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { ArticleRow, Row, Shown, WatchedRow, WatchRow } from './model';
import type { Reader } from './reader';
import type { News, Watch } from './watches';

/** More news at once than this is a folder that was just filled. */
const mostNews = 200;

/** What stands at the top of the tree: news of what a person watches, and what that is. */
export class WatchedRows implements vscode.Disposable {
  private readonly top: WatchedRow = { kind: 'watched', id: 'watched' };
  private readonly rows = new Map<string, WatchRow>();
  private found: News = new Map();
  private readonly newsChanged = new vscode.EventEmitter<readonly string[]>();
  /** The articles that became news or no longer are. */
  readonly onDidChangeNews = this.newsChanged.event;

  constructor(
    private readonly mirror: CorpusMirror,
    private readonly reader: Reader,
  ) {}

  dispose(): void {
    this.newsChanged.dispose();
  }

  /** The first row, where anything is watched. */
  get first(): WatchedRow | undefined {
    return this.reader.watches.all.length > 0 ? this.top : undefined;
  }

  /** Unseen articles that came since what they tell of is watched. */
  get news(): News {
    return this.found;
  }

  /** Another text whenever what stands under the first row is another. */
  get stamp(): string {
    return JSON.stringify([[...this.found.keys()], this.reader.watches.all.map(({ id }) => id)]);
  }

  /** Looks for news. */
  async refresh(): Promise<void> {
    const { watches } = this.reader;
    const all = watches.all;
    const articles = await this.articlesOf(all);
    const before = this.found;
    this.found = watches.news(
      new Map(all.map(({ id }, i) => [id, articles[i]!])),
      (id) => this.reader.stateOf(id) === 'unseen',
    );
    const changed = [
      ...[...before.keys()].filter((id) => !this.found.has(id)),
      ...[...this.found.keys()].filter((id) => !before.has(id)),
    ];
    if (changed.length > 0) this.newsChanged.fire(changed);
  }

  /** The ids of the articles of each watched thing. */
  async articlesOf(
    subjects: readonly Pick<Watch, 'kind' | 'id'>[],
  ): Promise<readonly (readonly string[])[]> {
    const names = subjects.filter(({ kind }) => kind === 'name').map(({ id }) => id);
    const ofNames = names.length > 0 ? await this.mirror.calls.articlesOfNames(names) : [];
    return subjects.map(({ kind, id }) =>
      kind === 'event'
        ? (this.mirror.event(id)?.articles ?? [])
        : (ofNames[names.indexOf(id)] ?? []),
    );
  }

  /** The rows under one of these rows; undefined for the rows of others. */
  async children(row: Row, { but }: Shown): Promise<readonly Row[] | undefined> {
    if (row.kind === 'watched') {
      const news = await this.newestOf(row, [...this.found.keys()].slice(0, mostNews));
      return [...news, ...this.reader.watches.all.map((watch) => this.row(watch))];
    }
    if (row.kind !== 'watch') return undefined;
    const [articles = []] = await this.articlesOf([row.watch]);
    return this.newestOf(
      row,
      articles.filter((id) => !but?.has(id)),
    );
  }

  /** Of one of these rows, or of an article under one. */
  parent(row: Row): Row | undefined {
    if (row.kind === 'article') return row.under;
    return row.kind === 'watch' ? this.top : undefined;
  }

  private async newestOf(under: Row, articles: readonly string[]): Promise<ArticleRow[]> {
    const dossiers = await this.mirror.calls.dossiers(articles);
    const dayOf = ({ card }: ArticleDossier): string => card.day ?? '';
    return [...dossiers]
      .sort((a, b) => dayOf(b).localeCompare(dayOf(a)))
      .map((dossier) => ({ kind: 'article', id: dossier.id, under, dossier }));
  }

  private row(watch: Watch): WatchRow {
    const known = this.rows.get(watch.id);
    const row = known ?? { kind: 'watch' as const, id: `watch ${watch.id}`, watch };
    this.rows.set(watch.id, row);
    return row;
  }
}
