import * as vscode from 'vscode';
import type { Article } from '../analysis/article';
import { looksLikeArticle } from '../analysis/detect';
import { message } from '../analysis/message';
import { languages } from '../ids';
import { articleSelector } from './articleSelector';
import type { AnalysisPool } from '../worker/pool';
import type { Analysed } from '../worker/protocol';
import type { Layer } from './lay';
import type { AnalysisLog } from './log';
import { lastChange } from './readText';
import { readSettings } from './settings';

const typingPause = 250;
const sniffedCharacters = 4096;

export { articleSelector } from './articleSelector';

/** Texts that are no files of the user: diffs of git, output panes, Dateline's own views. */
const foreignSchemes =
  /^(?:git|output|vscode(?!-remote|-vfs|-test-web)|dateline|comment|search|walkThrough)/;

interface OpenArticle {
  analysed?: Analysed;
  /** Promise of the analysis of `version`. */
  pending?: { readonly version: number; readonly analysed: Promise<Analysed | undefined> };
  timer?: ReturnType<typeof setTimeout>;
}

/** The articles open in editors and their newest analysis. */
export class OpenArticles implements vscode.Disposable {
  private readonly open = new Map<vscode.TextDocument, OpenArticle>();
  private readonly analysedEmitter = new vscode.EventEmitter<vscode.TextDocument>();
  /** The analysis of an open article is new, or the document turned out to be no article any more. */
  readonly onDidAnalyse = this.analysedEmitter.event;
  private readonly disposables: vscode.Disposable[] = [
    this.analysedEmitter,
    vscode.workspace.onDidOpenTextDocument((document) => {
      this.consider(document);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      this.forget(document);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) this.changed(document);
    }),
  ];

  constructor(
    private readonly pool: AnalysisPool,
    private readonly log: AnalysisLog,
    private readonly layer: Layer,
    /** Marks the lines that many articles of its source hold; asked once the index stands. */
    private readonly withRepeats: (uri: string, article: Article) => Promise<Article>,
  ) {}

  /** Analyses every open article again, because more is known of the articles around it. */
  async refresh(): Promise<void> {
    const open = [...this.open];
    for (const [, article] of open) delete article.pending;
    await Promise.all(open.map(([document, article]) => this.analyse(document, article)));
  }

  /** Looks at the documents that were open before the extension. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.consider(document);
  }

  dispose(): void {
    for (const { timer } of this.open.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }

  isArticle(document: vscode.TextDocument): boolean {
    return this.open.has(document);
  }

  /** The analysis of exactly the text now shown, if it is there. */
  current(document: vscode.TextDocument): Analysed | undefined {
    const analysed = this.open.get(document)?.analysed;
    return analysed?.version === document.version ? analysed : undefined;
  }

  /** The analysis of the text now shown, waiting for it where needed; undefined for other documents. */
  async analysis(document: vscode.TextDocument): Promise<Analysed | undefined> {
    const article = this.open.get(document);
    if (!article) return undefined;
    // A decision that is being laid over counts already: keys may come faster than that is done.
    if (article.pending?.version === document.version) return article.pending.analysed;
    return this.current(document) ?? this.analyse(document, article);
  }

  /** As `analysis`, for a file; undefined where it is not open in an editor, or there no article. */
  async inEditor(uri: vscode.Uri): Promise<Analysed | undefined> {
    const id = uri.toString();
    const document = [...this.open.keys()].find((each) => each.uri.toString() === id);
    return document && this.analysis(document);
  }

  /** Shows the article again with people's decisions as they now are. */
  async relay(document: vscode.TextDocument): Promise<void> {
    const article = this.open.get(document);
    const analysed = this.current(document);
    if (!article || !analysed) return;
    const pending = { version: document.version, analysed: this.lay(document, analysed) };
    article.pending = pending;
    const laid = await pending.analysed;
    if (article.pending !== pending || this.open.get(document) !== article) return;
    article.analysed = laid;
    this.analysedEmitter.fire(document);
  }

  private lay(document: vscode.TextDocument, analysed: Analysed): Promise<Analysed> {
    const text = document.getText();
    const isCurrent = (): boolean => document.version === analysed.version;
    return this.layer.lay({ uri: document.uri, text, analysed, live: true, isCurrent });
  }

  private consider(document: vscode.TextDocument): void {
    if (this.open.has(document) || !this.reads(document)) return;
    const article: OpenArticle = {};
    this.open.set(document, article);
    void this.analyse(document, article);
  }

  private reads(document: vscode.TextDocument): boolean {
    if (foreignSchemes.test(document.uri.scheme)) return false;
    if (document.languageId === languages.article) return true;
    if (vscode.languages.match(articleSelector, document) === 0) return false;
    if (!readSettings(document.uri).detect) return false;
    const end = document.positionAt(sniffedCharacters);
    const head = document.getText(new vscode.Range(new vscode.Position(0, 0), end));
    return looksLikeArticle(head, document.uri.path);
  }

  private changed(document: vscode.TextDocument): void {
    const article = this.open.get(document);
    if (!article) {
      this.consider(document);
      return;
    }
    clearTimeout(article.timer);
    article.timer = setTimeout(() => void this.analyse(document, article), typingPause);
  }

  private forget(document: vscode.TextDocument): void {
    clearTimeout(this.open.get(document)?.timer);
    this.open.delete(document);
  }

  private async analyse(
    document: vscode.TextDocument,
    article: OpenArticle,
  ): Promise<Analysed | undefined> {
    if (article.pending?.version !== document.version) {
      article.pending = { version: document.version, analysed: this.ask(document) };
    }
    const analysed = await article.pending.analysed;
    if (analysed && article.analysed !== analysed && this.open.get(document) === article) {
      article.analysed = analysed;
      this.analysedEmitter.fire(document);
    }
    return analysed;
  }

  private async ask(document: vscode.TextDocument): Promise<Analysed | undefined> {
    const uri = document.uri.toString();
    // Asked first: while it is awaited somebody may type.
    const modified = await lastChange(document.uri);
    const text = document.getText();
    const limit = readSettings(document.uri).maxFileSize;
    if (text.length > limit) {
      this.log.noteSkipped(
        uri,
        message(
          'larger than {0} MB (setting dateline.maxFileSize)',
          Math.round(limit / 1024 / 1024),
        ),
      );
      return undefined;
    }
    this.layer.prepare();
    const outcome = await this.pool.analyse(
      {
        uri,
        version: document.version,
        text,
        origin: {
          path: vscode.workspace.asRelativePath(document.uri),
          modified,
        },
      },
      'open',
    );
    if (outcome.kind === 'analysed') {
      const { article } = outcome.analysed;
      const analysed = { ...outcome.analysed, article: await this.withRepeats(uri, article) };
      return analysed.version === document.version ? this.lay(document, analysed) : analysed;
    }
    if (outcome.kind === 'overrun') {
      this.log.noteSkipped(
        uri,
        message('the analysis took over {0} seconds and was stopped', outcome.budget / 1000),
      );
    } else if (outcome.kind === 'failed') {
      this.log.noteSkipped(
        uri,
        message('the analysis failed: {0}', outcome.error.split('\n', 1)[0]!),
      );
    }
    return undefined;
  }
}
