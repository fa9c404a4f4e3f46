import * as vscode from 'vscode';
import { type Adjudication, goldAnnotator, type PairAgreement } from '../annotations/adjudication';
import { annotatorSlug } from '../annotations/store';
import { type Decisions, textOf } from './decisions';
import { inLanes } from './inLanes';

const readAtOnce = 8;
const pause = 300;

/** One article with all that is to settle in it. */
export interface AdjudicatedArticle {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly found: Adjudication;
}

/** The articles of the workspace that several people annotated, and how far they agree. */
export class Adjudicating implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** What is to settle, or a figure, is new. */
  readonly onDidChange = this.changed.event;
  private known: ReadonlyMap<string, AdjudicatedArticle> = new Map();
  pairs: readonly PairAgreement[] = [];
  private readonly stale = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private working: Promise<void> = Promise.resolve();
  private readonly subscription: vscode.Disposable;

  constructor(private readonly decisions: Decisions) {
    this.subscription = decisions.sideCars.onDidChange(({ articles }) => {
      for (const uri of articles) this.look(uri);
    });
    void this.start();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscription.dispose();
    this.changed.dispose();
  }

  /** By path. */
  get articles(): readonly AdjudicatedArticle[] {
    return [...this.known.values()];
  }

  of(uri: vscode.Uri): AdjudicatedArticle | undefined {
    return this.known.get(uri.toString());
  }

  /** The text of an article is new. */
  touch(uri: vscode.Uri): void {
    if (this.of(uri)) this.look(uri);
  }

  /** Resolves when what is known is up to date. */
  async settled(): Promise<void> {
    clearTimeout(this.timer);
    await this.refresh();
  }

  private async start(): Promise<void> {
    const gold = annotatorSlug(goldAnnotator);
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      for (const { article, slugs } of await this.decisions.sideCars.annotated(uri)) {
        if (slugs.filter((slug) => slug !== gold).length > 1) this.stale.add(article.toString());
      }
    }
    if (this.stale.size > 0) await this.refresh();
  }

  private look(uri: vscode.Uri): void {
    this.stale.add(uri.toString());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), pause);
  }

  private refresh(): Promise<void> {
    this.working = this.working.then(() => this.work()).catch(console.error);
    return this.working;
  }

  private async work(): Promise<void> {
    if (this.stale.size === 0) return;
    const ids = [...this.stale];
    this.stale.clear();
    const known = new Map(this.known);
    await inLanes(ids, readAtOnce, async (id) => {
      const found = await this.compare(vscode.Uri.parse(id));
      if (found) known.set(id, found);
      else known.delete(id);
    });
    this.known = new Map([...known].sort(([a], [b]) => (a < b ? -1 : 1)));
    const compared = this.articles.map(({ found: { length, layers } }) => ({ length, layers }));
    this.pairs = await this.decisions.calls.agreement(compared);
    this.changed.fire();
  }

  private async compare(uri: vscode.Uri): Promise<AdjudicatedArticle | undefined> {
    const sideCars = await this.decisions.sideCars.of(uri);
    if (sideCars.length < 2) return undefined;
    const text = await textOf(uri);
    const oldTexts = await this.decisions.sideCars.textsBefore(sideCars, uri, text);
    const found = await this.decisions.calls.adjudicate({ text, sideCars, oldTexts });
    return found.layers.size > 1 ? { uri, text, found } : undefined;
  }
}
