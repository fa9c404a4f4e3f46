import * as vscode from 'vscode';
import type { Article } from '../analysis/article';
import type { AnalysisPool } from '../worker/pool';
import type { Layer } from '../workspace/lay';
import type { OpenArticles } from '../workspace/openArticles';
import { readText } from '../workspace/readText';
import { readSettings } from '../workspace/settings';

/** An article is analysed again when it was not asked for among so many others. */
const mostKept = 64;

export interface ReadArticle {
  readonly text: string;
  readonly article: Article;
}

interface Kept extends ReadArticle {
  /** Of the decisions of people that the article shows. */
  readonly stamp: string;
}

/** Articles of the workspace with their analysis, open or not; the last ones read are kept. */
export class ArticleReader {
  private readonly kept = new Map<string, Promise<Kept | undefined>>();

  constructor(
    private readonly pool: AnalysisPool,
    private readonly articles: OpenArticles,
    private readonly layer: Layer,
  ) {}

  /** The article as it stands now; undefined where it is gone or cannot be analysed. */
  async read(id: string): Promise<ReadArticle | undefined> {
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === id);
    const analysed = open && (await this.articles.analysis(open));
    if (open && analysed) return { text: open.getText(), article: analysed.article };

    const before = this.kept.get(id);
    const now = this.renew(id, before);
    this.kept.delete(id);
    this.kept.set(id, now);
    if (this.kept.size > mostKept) this.kept.delete(this.kept.keys().next().value!);
    return now;
  }

  /** One after the other, because the pool drops an older request for the same article. */
  private async renew(
    id: string,
    before: Promise<Kept | undefined> | undefined,
  ): Promise<Kept | undefined> {
    const known = await before;
    const uri = vscode.Uri.parse(id);
    const read = await readText(uri, readSettings(uri).maxFileSize);
    if (read.kind !== 'text') return undefined;
    const { text, modified } = read;
    const stamp = await this.layer.stamp(uri);
    if (known?.text === text && known.stamp === stamp) return known;
    const path = vscode.workspace.asRelativePath(uri);
    const outcome = await this.pool.analyse(
      { uri: id, version: 0, text, origin: { path, modified } },
      'index',
    );
    if (outcome.kind !== 'analysed') return undefined;
    const { analysed } = outcome;
    const job = { uri, text, analysed, live: false, isCurrent: () => true };
    return { text, stamp, article: (await this.layer.lay(job)).article };
  }
}
