import * as vscode from 'vscode';
import type { Message } from '../analysis/article';
import { looksLikeArticle } from '../analysis/detect';
import type { Granularity } from '../corpus/linkage';
import { message } from '../analysis/message';
import { settings } from '../ids';
import { WorkerGone } from '../worker/calls';
import type { AnalysisPool } from '../worker/pool';
import type { Analysed } from '../worker/protocol';
import type { CorpusFeed } from './corpusFeed';
import type { CorpusMirror } from './corpusMirror';
import { discover, FileChoice, filesBelow } from './files';
import type { IndexCache } from './indexCache';
import { inLanes } from './inLanes';
import type { Layer } from './lay';
import type { AnalysisLog } from './log';
import { type FileStamp, isUnchanged, type ReadText, readText } from './readText';
import { readSettings } from './settings';
import { watchFiles } from './watcher';

const filesAtOnce = 8;
const statsAtOnce = 64;
const sniffedCharacters = 4096;
const progressInterval = 200;
/** After so long without a change, milliseconds, the events may be grouped anew. */
const quietTime = 5000;
/** So many changed files at once are a checkout or a copy; milliseconds until it is looked over. */
const manyFiles = 50;
const settleTime = 1000;
/** A corpus that kills its thread again and again is left alone. */
const mostRestarts = 3;

export interface IndexState {
  readonly running: boolean;
  readonly done: number;
  readonly total: number;
  /** A run has come to its end, or was stopped, since the window opened. */
  readonly finished: boolean;
}

/** The same work, but the death of the corpus worker ends it in peace: `recover` has begun another run. */
async function untilGone(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof WorkerGone)) throw error;
  }
}

function isBelow(id: string, folders: ReadonlySet<string>): boolean {
  for (let end = id.lastIndexOf('/'); end > 0; end = id.lastIndexOf('/', end - 1)) {
    if (folders.has(id.slice(0, end))) return true;
  }
  return false;
}

/** Keeps the corpus in step with the files of the workspace. Nothing happens before `start`. */
export class Indexer implements vscode.Disposable {
  private readonly stateChanged = new vscode.EventEmitter<IndexState>();
  readonly onDidChangeState = this.stateChanged.event;
  private readonly recovered = new vscode.EventEmitter<void>();
  /** The corpus is being built again, without what people decided about events. */
  readonly onDidRecover = this.recovered.event;
  state: IndexState = { running: false, done: 0, total: 0, finished: false };
  private readonly disposables: vscode.Disposable[] = [this.stateChanged, this.recovered];
  /** As the corpus worker knows it; one just started groups normally. */
  private granularity: Granularity = 'normal';
  /** The look at each file that has begun last and has not ended. */
  private readonly looks = new Map<string, symbol>();
  private improving: ReturnType<typeof setTimeout> | undefined;
  private reconciling: ReturnType<typeof setTimeout> | undefined;
  private run: vscode.CancellationTokenSource | undefined;
  private started: Promise<void> | undefined;

  constructor(
    private readonly pool: AnalysisPool,
    private readonly feed: CorpusFeed,
    private readonly log: AnalysisLog,
    private readonly cache: IndexCache,
    private readonly mirror: CorpusMirror,
    private readonly layer: Layer,
  ) {}

  /** Indexes the workspace once and watches it from then on; later calls wait for the same run. */
  start(): Promise<void> {
    if (!this.started) {
      this.watch();
      this.started = this.indexAll(true);
    }
    return this.started;
  }

  /** Looks at every file again. */
  async refresh(): Promise<void> {
    if (!this.started) return this.start();
    this.cancel();
    this.started = this.indexAll(false);
    return this.started;
  }

  /** Stops a running index; what was found so far stays. */
  cancel(): void {
    this.run?.cancel();
    this.pool.cancelIndex();
  }

  /** Looks again at files, because what people decided about them has changed. */
  async again(uris: readonly vscode.Uri[]): Promise<void> {
    if (this.started) await this.visit(uris);
  }

  /** People's word has moved events: they are kept for the next start once it is quiet. */
  noteDecided(): void {
    this.cache.noteEvents();
    this.improveLater();
  }

  /** Takes an article that was analysed in an open editor. */
  take(analysed: Analysed): void {
    this.looks.delete(analysed.uri);
    this.log.noteAnalysed(analysed);
    this.feed.upsert(analysed.entry);
    // Unsaved words belong to no state of the file on disk.
    this.cache.forget(analysed.uri);
  }

  /** Builds the corpus again from the index on disk after its worker has died. */
  async recover(why: string): Promise<void> {
    this.log.restarts++;
    this.log.lastDeath = why;
    if (!this.started || this.log.restarts > mostRestarts) {
      this.setState({ ...this.state, running: false, finished: true });
      return;
    }
    this.cancel();
    this.granularity = 'normal';
    this.started = this.indexAll(true);
    this.recovered.fire();
    return this.started;
  }

  /** Deletes the index on disk and looks at every file again. */
  async clear(): Promise<void> {
    this.cancel();
    await this.cache.clear();
    await this.refresh();
  }

  dispose(): void {
    this.cancel();
    clearTimeout(this.improving);
    clearTimeout(this.reconciling);
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private indexAll(fromCache: boolean): Promise<void> {
    return untilGone(this.indexFolders(fromCache));
  }

  private async indexFolders(fromCache: boolean): Promise<void> {
    const run = new vscode.CancellationTokenSource();
    this.run = run;
    const begin = Date.now();
    this.setState({ running: true, done: 0, total: 0, finished: this.state.finished });
    const folders = vscode.workspace.workspaceFolders ?? [];
    await this.applyGranularity();
    const found = await Promise.all(folders.map((folder) => discover(folder, run.token)));
    const files = new Map(found.flat().map((uri) => [uri.toString(), uri]));
    if (!run.token.isCancellationRequested) {
      for (const id of this.log.files()) if (!files.has(id)) this.drop(id);
      this.log.times.clear();
      this.log.kept = 0;
      const changed = fromCache ? await this.restore(files) : [...files.values()];
      const kept = files.size - changed.length;
      await this.indexFiles(changed, run.token, (done) => {
        if (this.run === run)
          this.setState({ ...this.state, done: kept + done, total: files.size });
      });
    }
    // Articles came in pieces: with all of them known, some belong elsewhere.
    if (this.run === run) this.mirror.take(await this.mirror.calls.regroup());
    await this.cache.flush(this.mirror.events(), this.granularity);
    if (this.run !== run) return;
    this.log.lastRun = {
      files: files.size,
      milliseconds: Date.now() - begin,
      cancelled: run.token.isCancellationRequested,
    };
    this.setState({ ...this.state, running: false, finished: true });
  }

  /** Takes over what the cache knows of unchanged files; gives the other files. */
  private async restore(files: ReadonlyMap<string, vscode.Uri>): Promise<vscode.Uri[]> {
    const cached = await this.cache.load();
    if (cached.size === 0) return [...files.values()];
    const events = await this.cache.loadEvents(this.granularity);
    this.mirror.preview(events);
    const changed: vscode.Uri[] = [];
    const entries: Uint8Array[] = [];
    await inLanes(files, statsAtOnce, async ([id, uri]) => {
      const file = cached.get(id);
      const stands =
        file !== undefined &&
        (await isUnchanged(uri, file)) &&
        (file.skipped !== undefined || file.decided?.stamp === (await this.layer.stamp(uri)));
      if (!stands) {
        changed.push(uri);
      } else if (file.skipped) {
        this.log.noteSkipped(id, file.skipped);
      } else {
        this.log.noteKept(id, file);
        entries.push(file.entry);
      }
    });
    for (const id of cached.keys()) if (!files.has(id)) this.cache.forget(id);
    await this.feed.restore(entries, events);
    return changed;
  }

  private async indexFiles(
    uris: readonly vscode.Uri[],
    token: vscode.CancellationToken,
    progress: (done: number) => void,
  ): Promise<void> {
    let done = 0;
    let shown = 0;
    await inLanes(uris, filesAtOnce, async (uri) => {
      if (token.isCancellationRequested) return;
      await this.index(uri);
      done++;
      if (Date.now() - shown < progressInterval) return;
      shown = Date.now();
      progress(done);
    });
    await this.feed.flush();
  }

  private async index(uri: vscode.Uri): Promise<void> {
    const id = uri.toString();
    const look = Symbol(id);
    this.looks.set(id, look);
    await this.lookAt(uri, () => this.looks.get(id) === look);
    if (this.looks.get(id) === look) this.looks.delete(id);
  }

  /** @param isLatest whether no later look at the file has begun: what an earlier one finds is out of date */
  private async lookAt(uri: vscode.Uri, isLatest: () => boolean): Promise<void> {
    const id = uri.toString();
    const read = await readText(uri, readSettings(uri).maxFileSize);
    if (!isLatest()) return;
    if (read.kind === 'vanished') {
      this.drop(id);
      return;
    }
    if (read.kind === 'skipped') {
      this.skip(id, read.reason, read.stamp);
      return;
    }
    const path = vscode.workspace.asRelativePath(uri);
    if (!looksLikeArticle(read.text.slice(0, sniffedCharacters), path)) {
      this.skip(id, message('does not read like a news article'), read.stamp);
      return;
    }
    const outcome = await this.pool.analyse(
      { uri: id, version: 0, text: read.text, origin: { path, modified: read.modified } },
      'index',
    );
    if (!isLatest()) return;
    switch (outcome.kind) {
      case 'analysed':
        await this.takeClosed(uri, read, outcome.analysed, isLatest);
        return;
      case 'overrun':
        this.skip(
          id,
          message('the analysis took over {0} seconds and was stopped', outcome.budget / 1000),
        );
        return;
      case 'failed':
        this.skip(id, message('the analysis failed: {0}', outcome.error.split('\n', 1)[0]!));
        return;
      case 'stale':
    }
  }

  private async takeClosed(
    uri: vscode.Uri,
    read: Extract<ReadText, { kind: 'text' }>,
    analysed: Analysed,
    isLatest: () => boolean,
  ): Promise<void> {
    const id = uri.toString();
    const stamp = await this.layer.stamp(uri);
    const job = { uri, text: read.text, analysed, live: false, isCurrent: isLatest };
    const laid = await this.layer.lay(job);
    if (!isLatest()) return;
    this.take(laid);
    if (read.warning) this.log.noteWarning(id, read.warning);
    else if (read.stamp && !this.log.displaced.has(id)) {
      const states = [...(this.log.states.get(id) ?? [])];
      const facts = { ...this.log.analysed.get(id)!, decided: { stamp, states } };
      this.cache.note(id, { ...read.stamp, ...facts });
    }
  }

  private skip(id: string, reason: Message, stamp?: FileStamp): void {
    if (this.log.analysed.has(id)) this.feed.remove(id);
    this.log.noteSkipped(id, reason);
    if (stamp) this.cache.note(id, { ...stamp, words: 0, boilerplate: 0, skipped: reason });
    else this.cache.forget(id);
  }

  private drop(id: string): void {
    this.log.forget(id);
    this.feed.remove(id);
    this.cache.forget(id);
  }

  private watch(): void {
    this.disposables.push(
      watchFiles((touched) => void this.visit(touched)),
      vscode.workspace.onDidCloseTextDocument(({ uri, isDirty }) => {
        // Unsaved words are gone: the file on disk counts again.
        if (isDirty) void this.visit([uri]);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.refresh()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        const keys = [settings.include, settings.exclude, settings.maxFileSize];
        if (keys.some((key) => change.affectsConfiguration(`${settings.section}.${key}`))) {
          void this.refresh();
        }
        if (change.affectsConfiguration(`${settings.section}.${settings.granularity}`)) {
          void this.applyGranularity();
        }
      }),
    );
  }

  /** Looks again at files that were touched; a path that is gone takes everything below it along. */
  private visit(touched: readonly vscode.Uri[]): Promise<void> {
    return untilGone(this.lookAgain(touched));
  }

  private async lookAgain(touched: readonly vscode.Uri[]): Promise<void> {
    const choice = new FileChoice();
    const files = new Map<string, vscode.Uri>();
    const others = new Map<string, vscode.Uri>();
    for (const uri of touched) {
      if (choice.isCandidate(uri)) files.set(uri.toString(), uri);
      else if (!choice.isShut(uri)) others.set(uri.toString(), uri);
    }
    // A folder that comes or goes may be told alone, without the files that came or went with it.
    const folders = new Set<string>();
    await inLanes(others, filesAtOnce, async ([id, uri]) => {
      const below = await filesBelow(uri, choice);
      if (below) folders.add(id);
      for (const file of below ?? []) files.set(file.toString(), file);
    });
    for (const id of folders.size > 0 ? this.log.files() : []) {
      if (isBelow(id, folders)) files.set(id, vscode.Uri.parse(id));
    }
    const { token } = new vscode.CancellationTokenSource();
    await this.indexFiles([...files.values()], token, () => undefined);
    await this.cache.flush(this.mirror.events(), this.granularity);
    this.improveLater();
    if (files.size >= manyFiles) this.reconcileLater();
  }

  /** Of very many changes at once the editor may not be told all: the folder itself is asked once it is quiet. */
  private reconcileLater(): void {
    clearTimeout(this.reconciling);
    this.reconciling = setTimeout(() => {
      void untilGone(this.reconcile()).catch(() => undefined);
    }, settleTime);
  }

  private async reconcile(): Promise<void> {
    const { token } = new vscode.CancellationTokenSource();
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = (await Promise.all(folders.map((folder) => discover(folder, token)))).flat();
    const missed = new Map(this.log.files().map((id) => [id, vscode.Uri.parse(id)]));
    const kept = await this.cache.load();
    await inLanes(found, statsAtOnce, async (uri) => {
      const id = uri.toString();
      const file = kept.get(id);
      if (missed.has(id) && file && (await isUnchanged(uri, file))) missed.delete(id);
      else missed.set(id, uri);
    });
    if (missed.size === 0) return;
    await this.indexFiles([...missed.values()], token, () => undefined);
    await this.cache.flush(this.mirror.events(), this.granularity);
  }

  private async applyGranularity(): Promise<void> {
    const { granularity } = readSettings();
    if (granularity === this.granularity) return;
    this.granularity = granularity;
    this.mirror.take(await this.mirror.calls.setGranularity(granularity));
  }

  /** Once changes have ceased for a while, all articles are grouped anew where it pays. */
  private improveLater(): void {
    clearTimeout(this.improving);
    this.improving = setTimeout(() => {
      if (this.state.running || !this.state.finished) return;
      void this.improve().catch(() => undefined);
    }, quietTime);
  }

  private async improve(): Promise<void> {
    const moved = await this.mirror.improve();
    if (moved.length > 0) {
      this.log.moved = moved;
      this.cache.noteEvents();
    }
    await this.cache.flush(this.mirror.events(), this.granularity);
  }

  private setState(state: IndexState): void {
    this.state = state;
    this.stateChanged.fire(state);
  }
}
