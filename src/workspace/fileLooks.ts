import * as vscode from 'vscode';
import type { Message } from '../analysis/article';
import { looksLikeArticle } from '../analysis/detect';
import { message } from '../analysis/message';
import type { Analysed } from '../worker/protocol';
import { breathe } from './breathe';
import { inLanes } from './inLanes';
import type { IndexParts } from './indexParts';
import { type FileStamp, type ReadText, readText } from './readText';
import { readSettings } from './settings';

const filesAtOnce = 8;
const sniffedCharacters = 4096;

/** Looks at files one by one: what each holds goes to the corpus, to the log and to the index on disk. */
export class FileLooks implements vscode.Disposable {
  /** The look at each file that has begun last and has not ended. */
  private readonly looks = new Map<string, symbol>();
  private readonly told = new vscode.EventEmitter<string>();
  /** What a file holds, or that it is gone, has just been told to the log and the corpus. */
  readonly onDidTell = this.told.event;

  constructor(private readonly parts: IndexParts) {}

  /**
   * Looks at files, several at once; resolves when the corpus knows what they hold.
   * @param looked is told after each file how many are done
   */
  async all(
    uris: readonly vscode.Uri[],
    token?: vscode.CancellationToken,
    looked?: (done: number) => void,
  ): Promise<void> {
    let done = 0;
    await inLanes(uris, filesAtOnce, async (uri) => {
      if (token?.isCancellationRequested) return;
      await this.look(uri);
      looked?.(++done);
    });
    await this.parts.feed.flush();
  }

  /** Takes an article that was analysed. */
  take(analysed: Analysed): void {
    this.looks.delete(analysed.uri);
    this.parts.log.noteAnalysed(analysed);
    this.parts.feed.upsert(analysed.entry);
    // Unsaved words belong to no state of the file on disk.
    this.parts.cache.forget(analysed.uri);
    this.told.fire(analysed.uri);
  }

  /** Forgets a file that is gone. */
  drop(id: string): void {
    this.parts.log.forget(id);
    this.parts.feed.remove(id);
    this.parts.cache.forget(id);
    this.told.fire(id);
  }

  dispose(): void {
    this.told.dispose();
  }

  private async look(uri: vscode.Uri): Promise<void> {
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
    const open = await this.parts.inEditor(uri);
    if (!isLatest()) return;
    if (open) {
      // Its editor has told the rest of it; but the corpus may have been begun anew.
      this.parts.feed.upsert(open.entry);
      return;
    }
    if (read.kind === 'skipped') {
      this.skip(id, read.reason, read.stamp);
      return;
    }
    await breathe();
    const path = vscode.workspace.asRelativePath(uri);
    if (!looksLikeArticle(read.text.slice(0, sniffedCharacters), path)) {
      this.skip(id, message('does not read like a news article'), read.stamp);
      return;
    }
    const outcome = await this.parts.pool.analyse(
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
    const stamp = await this.parts.layer.stamp(uri);
    const job = { uri, text: read.text, analysed, live: false, isCurrent: isLatest };
    const laid = await this.parts.layer.lay(job);
    if (!isLatest()) return;
    this.take(laid);
    const { log, cache } = this.parts;
    log.noteWarning(id, read.warning);
    if (read.stamp && !log.displaced.has(id)) {
      const states = [...(log.states.get(id) ?? [])];
      const facts = { ...log.analysed.get(id)!, decided: { stamp, states } };
      cache.note(id, {
        ...{ ...read.stamp, ...facts },
        ...(read.warning && { warning: read.warning }),
      });
    }
  }

  private skip(id: string, reason: Message, stamp?: FileStamp): void {
    if (this.parts.log.analysed.has(id)) this.parts.feed.remove(id);
    this.parts.log.noteSkipped(id, reason);
    if (stamp) this.parts.cache.note(id, { ...stamp, words: 0, boilerplate: 0, skipped: reason });
    else this.parts.cache.forget(id);
    this.told.fire(id);
  }
}
