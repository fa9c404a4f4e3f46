import * as vscode from 'vscode';
import { needsReview } from '../annotations/needsReview';
import type { ShownMention } from '../annotations/overlay';
import type { ChangeSet } from '../corpus/entry';
import { counts } from '../corpus/shelves';
import type { ArticleDossier } from '../worker/protocol';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { AnalysisLog } from '../workspace/log';
import type { OpenArticles } from '../workspace/openArticles';
import type { MentionRow, ReviewRow, Row, Shown, ViewModel } from './model';
import { sortRows } from './sorting';

const mostArticles = 1000;
const contextAround = 40;

/** An article and how many of its mentions a person should look at. */
interface Face extends Pick<ArticleDossier, 'id' | 'card'> {
  readonly count: number;
}

/** Articles with guesses that nobody has decided, and with decisions that have lost their place. */
export class ReviewModel implements ViewModel {
  readonly sort = 'newest';
  private readonly rows = new Map<string, ReviewRow>();
  private given = new Map<string, Face>();
  private left = 0;

  constructor(
    private readonly mirror: CorpusMirror,
    private readonly log: AnalysisLog,
    private readonly articles: OpenArticles,
    readonly title: string,
  ) {}

  /** What a row stands for now. */
  face(id: string): Face | undefined {
    return this.given.get(id);
  }

  async children(row: Row | undefined, shown: Shown): Promise<readonly Row[]> {
    if (row?.kind === 'review') return this.mentions(row);
    if (row) return [];
    await this.load(shown);
    const rows = [...this.given.keys()].map((id) => this.row(id));
    const { left } = this;
    return left > 0 ? [...rows, { kind: 'rest', id: 'rest review', count: left }] : rows;
  }

  parent(row: Row): Row | undefined {
    return row.kind === 'mention' ? row.under : undefined;
  }

  async touched(_changes: ChangeSet, shown: Shown): Promise<readonly (Row | undefined)[]> {
    const before = this.given;
    await this.load(shown);
    const ids = [...this.given.keys()];
    const same = [...before.keys()].join('\n') === ids.join('\n');
    if (!same) return [undefined];
    return ids
      .filter((id) => before.get(id)!.count !== this.given.get(id)!.count)
      .map((id) => this.row(id));
  }

  async find({ id }: ArticleDossier): Promise<Row | undefined> {
    return this.given.has(id) ? this.row(id) : undefined;
  }

  private row(id: string): ReviewRow {
    const row = this.rows.get(id) ?? { kind: 'review', id };
    this.rows.set(id, row);
    return row;
  }

  private async load({ sort, ...choice }: Shown): Promise<void> {
    const { articles, left } = await this.mirror.calls.doubtful(choice, mostArticles);
    const known = new Set(articles.map(({ id }) => id));
    const lost = [...this.log.displaced.keys()].filter(
      (id) => !known.has(id) && counts(choice, id),
    );
    const all = [...articles, ...(lost.length > 0 ? await this.mirror.calls.dossiers(lost) : [])];
    const faces = all.map((dossier) => ({
      ...dossier,
      count: (dossier.card.doubtful ?? 0) + (this.log.displaced.get(dossier.id)?.length ?? 0),
    }));
    const sorted = sortRows(
      faces.map((face) => ({
        ...{ id: face.id, name: face.card.title, articles: face.count, latest: face.card.day },
        face,
      })),
      sort,
    );
    this.left = left;
    this.given = new Map(sorted.map(({ id, face }) => [id, face]));
  }

  /** Analyses the article as if it were open, so that what is shown can be decided at once. */
  private async mentions(under: ReviewRow): Promise<readonly MentionRow[]> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(under.id));
    const shown = (await this.articles.analysis(document))?.shown;
    if (!shown) return [];
    const text = document.getText();
    return [...shown.mentions, ...shown.displaced].filter(needsReview).map((mention) => ({
      ...{ kind: 'mention', id: `${under.id} ${mention.id}`, under, mention },
      line: document.positionAt(mention.start).line,
      context: contextOf(text, mention),
    }));
  }
}

/** The words around a mention, or those that stood around one that is lost. */
function contextOf(text: string, { start, end, state, record }: ShownMention): string {
  const words =
    state === 'orphan'
      ? `${record?.pre ?? ''}${record?.q ?? ''}${record?.suf ?? ''}`
      : text.slice(Math.max(0, start - contextAround), end + contextAround);
  return `…${words.replace(/\s+/g, ' ').trim()}…`;
}
