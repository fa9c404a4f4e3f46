import * as vscode from 'vscode';
import { message } from '../analysis/message';
import { settings } from '../ids';
import type { EventView } from '../corpus/entry';
import { WorkerGone } from '../worker/calls';
import type { Analysed } from '../worker/protocol';
import { AfterQuiet } from './afterQuiet';
import { breathe } from './breathe';
import { EventUpkeep } from './eventUpkeep';
import { FileLooks } from './fileLooks';
import { discover } from './files';
import type { IndexParts } from './indexParts';
import { IndexProgress, type IndexState } from './indexProgress';
import { missedFiles } from './missedFiles';
import { encodingSettings } from './readText';
import { restoreKept } from './restoreKept';
import { touchedFiles } from './touchedFiles';
import { watchFiles } from './watcher';

const progressInterval = 200;
/** So many changed files at once are a checkout or a copy; milliseconds until it is looked over. */
const manyFiles = 50;
const settleTime = 1000;
/** A corpus that kills its thread again and again is left alone. */
const mostRestarts = 3;

/** The same work, but the death of the corpus worker ends it in peace: `recover` has begun another run. */
async function untilGone(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof WorkerGone)) throw error;
  }
}

/** Keeps the corpus in step with the files of the workspace. Nothing happens before `start`. */
export class Indexer implements vscode.Disposable {
  private readonly progress = new IndexProgress();
  readonly onDidChangeState = this.progress.onDidChange;
  private readonly recovered = new vscode.EventEmitter<void>();
  /** The corpus is being built again, without what people decided about events. */
  readonly onDidRecover = this.recovered.event;
  private readonly looks: FileLooks;
  private readonly upkeep: EventUpkeep;
  private readonly reconciling = new AfterQuiet(settleTime, () => untilGone(this.reconcile()));
  private readonly disposables: vscode.Disposable[];
  private run: vscode.CancellationTokenSource | undefined;
  private started: Promise<void> | undefined;
  /** Articles about which people decided something, still to be looked at. */
  private readonly decided = new Map<string, vscode.Uri>();
  private lookingAgain: Promise<void> | undefined;
  /** The events of the last time, as soon as they are shown. */
  private kept: Promise<readonly EventView[]> | undefined;

  constructor(private readonly parts: IndexParts) {
    const { progress, recovered, reconciling } = this;
    this.looks = new FileLooks(parts);
    this.upkeep = new EventUpkeep(parts, () => !this.state.running && this.state.finished);
    this.disposables = [progress, recovered, reconciling, this.looks, this.upkeep];
  }

  get state(): IndexState {
    return this.progress.state;
  }

  /** Indexes the workspace once and watches it from then on; later calls wait for the same run. */
  start(): Promise<void> {
    if (!this.started) {
      this.watch();
      this.started = this.indexAll(true);
    }
    return this.started;
  }

  /** As `start`, but waits only until there is something to show: the events as they were last. */
  async open(): Promise<void> {
    void this.start();
    await this.kept;
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
    this.parts.pool.cancelIndex();
  }

  /** Looks again at files, because what people decided about them has changed. */
  async again(uris: readonly vscode.Uri[]): Promise<void> {
    if (!this.started) return;
    for (const uri of uris) this.decided.set(uri.toString(), uri);
    this.lookingAgain ??= this.lookAtDecided().finally(() => {
      this.lookingAgain = undefined;
    });
    await this.lookingAgain;
  }

  /** People's word has moved events: they are kept for the next start once it is quiet. */
  noteDecided(): void {
    this.parts.cache.noteEvents();
    this.upkeep.improveLater();
  }

  /** Takes an article that was analysed in an open editor. */
  take(analysed: Analysed): void {
    this.looks.take(analysed);
  }

  /** Builds the corpus again from the index on disk after its worker has died. */
  async recover(why: string): Promise<void> {
    this.parts.log.restarts++;
    this.parts.log.lastDeath = why;
    if (!this.started || this.parts.log.restarts > mostRestarts) {
      this.progress.set({ running: false, finished: true });
      return;
    }
    this.cancel();
    this.upkeep.begin();
    this.started = this.indexAll(true);
    this.recovered.fire();
    return this.started;
  }

  /**
   * The corpus failed to take articles in. It is begun anew like one whose worker has died; after too many times it goes
   * on without them. Answers whether it is begun anew.
   */
  beginAnew(why: string, articles: readonly string[]): boolean {
    const { log, endCorpus } = this.parts;
    if (log.restarts < mostRestarts) {
      endCorpus(why);
      return true;
    }
    for (const id of articles) log.noteSkipped(id, message('the grouping failed: {0}', why));
    return false;
  }

  /** Deletes the index on disk and looks at every file again. */
  async clear(): Promise<void> {
    this.cancel();
    await this.parts.cache.clear();
    await this.refresh();
  }

  dispose(): void {
    this.cancel();
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private async indexAll(fromCache: boolean): Promise<void> {
    const run = new vscode.CancellationTokenSource();
    this.run = run;
    try {
      await untilGone(this.indexFolders(fromCache, run));
    } finally {
      // Also where it failed: what was found is shown, and nobody waits for ever.
      if (this.run === run) this.progress.set({ running: false, finished: true });
    }
  }

  private async indexFolders(
    fromCache: boolean,
    run: vscode.CancellationTokenSource,
  ): Promise<void> {
    const begin = Date.now();
    this.progress.set({ running: true, done: 0, total: 0 });
    const folders = vscode.workspace.workspaceFolders ?? [];
    this.kept = fromCache ? this.upkeep.showKept() : Promise.resolve([]);
    await this.upkeep.applyGranularity();
    if (!fromCache) await this.parts.layer.refresh();
    const events = await this.kept;
    const found = await Promise.all(folders.map((folder) => discover(folder, run.token)));
    await breathe();
    const files = new Map(found.flat().map((uri) => [uri.toString(), uri]));
    if (run.token.isCancellationRequested) {
      this.parts.mirror.withdraw(events);
    } else {
      for (const id of this.parts.log.files()) if (!files.has(id)) this.looks.drop(id);
      this.parts.log.times.clear();
      this.parts.log.kept = 0;
      const changed = fromCache
        ? await restoreKept(files, events, this.parts, this.looks.onDidTell)
        : [...files.values()];
      const kept = files.size - changed.length;
      let shown = 0;
      await this.looks.all(changed, run.token, (done) => {
        if (this.run !== run || Date.now() - shown < progressInterval) return;
        shown = Date.now();
        this.progress.set({ done: kept + done, total: files.size });
      });
    }
    if (this.run === run) await this.upkeep.regroup();
    await this.upkeep.keep();
    if (this.run !== run) return;
    this.parts.log.lastRun = {
      files: files.size,
      milliseconds: Date.now() - begin,
      cancelled: run.token.isCancellationRequested,
    };
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
        // Files that this makes read otherwise count as changed.
        if (encodingSettings.some((key) => change.affectsConfiguration(key)))
          this.reconciling.ask();
        if (change.affectsConfiguration(`${settings.section}.${settings.granularity}`)) {
          void this.upkeep.applyGranularity();
        }
      }),
    );
  }

  /** What is decided while it looks is gathered: a decision may be about a thousand articles. */
  private async lookAtDecided(): Promise<void> {
    while (this.decided.size > 0) {
      const uris = [...this.decided.values()];
      this.decided.clear();
      await this.visit(uris);
    }
  }

  /** Looks again at files that were touched; a path that is gone takes everything below it along. */
  private visit(touched: readonly vscode.Uri[]): Promise<void> {
    return untilGone(this.lookAgain(touched));
  }

  private async lookAgain(touched: readonly vscode.Uri[]): Promise<void> {
    const files = await touchedFiles(touched, () => this.parts.log.files());
    await this.looks.all(files);
    await this.upkeep.keep();
    this.upkeep.improveLater();
    if (files.length >= manyFiles) this.reconciling.ask();
  }

  /** Of very many changes at once the editor may not tell them all: the folder itself is asked once it is quiet. */
  private async reconcile(): Promise<void> {
    await this.parts.layer.refresh();
    const missed = await missedFiles(this.parts);
    if (missed.length === 0) return;
    await this.looks.all(missed);
    await this.upkeep.keep();
  }
}
