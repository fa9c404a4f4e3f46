import * as vscode from 'vscode';
import type { Message } from '../analysis/article';
import {
  emptyHistory,
  perform,
  type RecordChange,
  redo,
  type Turn,
  undo,
  wordsBefore,
} from '../annotations/history';
import { shortHash } from '../annotations/paragraphs';
import type { ArticleRecord, Stamp } from '../annotations/records';
import type { AnnotationCalls, LayRequest } from '../worker/annotationProtocol';
import type { Remote } from '../worker/calls';
import type { Analysed } from '../worker/protocol';
import type { Annotator } from './annotator';
import { inLanes } from './inLanes';
import type { LayJob } from './lay';
import type { AnalysisLog } from './log';
import { readText } from './readText';
import { readSettings } from './settings';
import { withProgress } from './withProgress';
import { placeOf } from './placeOf';
import type { CorpusFile, SideCars } from './sidecars';

/** A record of any kind without who and when. */
type Unstamped<R> = R extends Stamp ? Omit<R, 'by' | 'ts'> : never;
export type Draft = Unstamped<ArticleRecord>;

/** Something decided about an article, and the record on the same thing that stood before, by anyone. */
export interface ArticleDecision {
  readonly article: vscode.Uri;
  /** The article's text, as the draft's anchor means it. */
  readonly text: string;
  readonly draft: Draft;
  readonly before?: Stamp;
  /** Who decided, where it was someone else. */
  readonly by?: string;
}

/** Something decided about all articles of a folder. */
export interface CorpusDecision {
  readonly folder: vscode.Uri;
  readonly file: CorpusFile;
  readonly draft: Omit<Stamp, 'by' | 'ts'>;
  /** The record on the same thing that stood before; undo brings it back. */
  readonly before?: Stamp;
}

export type Decision = ArticleDecision | CorpusDecision;

const filesAtOnce = 8;

/** Where history says that a record was written. */
const corpusMark = /^(entities|events|rules|learned) /;

/** What people decided: laid over articles, written to side-cars, taken back and done again. */
export class Decisions {
  private history = emptyHistory;
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    readonly calls: Remote<AnnotationCalls>,
    readonly sideCars: SideCars,
    readonly annotator: Annotator,
    readonly log: AnalysisLog,
  ) {}

  /** What bears on an article, for the worker. */
  async request({ uri, text, analysed, live }: Omit<LayJob, 'isCurrent'>): Promise<LayRequest> {
    const machine = analysed.machine ?? analysed.article;
    const nothing = { file: '', text: '' };
    const place = placeOf(uri);
    const base = { uri: uri.toString(), text, machine, live };
    if (!place) {
      return { ...base, sideCars: [], oldTexts: [], entities: nothing, rules: nothing };
    }
    const folder = place.folder.uri;
    const [sideCars, entities, rules, annotator] = await Promise.all([
      this.sideCars.of(uri),
      this.sideCars.corpusFile(folder, 'entities'),
      this.sideCars.corpusFile(folder, 'rules'),
      this.annotator.known(folder),
    ]);
    const oldTexts = await this.sideCars.textsBefore(sideCars, uri, text);
    const { layers } = readSettings(uri);
    return {
      ...{ ...base, sideCars, oldTexts, entities, rules },
      ...(annotator !== undefined && { annotator }),
      ...(layers.length > 0 && { layers }),
    };
  }

  /** Changes with every decision that bears on an article; empty where there is none. */
  async stamp(uri: vscode.Uri): Promise<string> {
    const folder = placeOf(uri)?.folder.uri;
    if (!folder) return '';
    const files = await Promise.all([
      this.sideCars.of(uri),
      this.sideCars.corpusFile(folder, 'entities'),
      this.sideCars.corpusFile(folder, 'rules'),
      this.sideCars.corpusFile(folder, 'learned'),
    ]);
    const texts = files.flat().filter(({ text }) => text !== '');
    const { layers } = readSettings(uri);
    // The files only grow: their lengths tell one state from another; the hash is for what git brings.
    return texts.map(({ text }) => `${text.length}-${shortHash(text)}`).join(' ') + layers.join();
  }

  async lay(job: LayJob): Promise<Analysed> {
    const request = await this.request(job);
    const { sideCars, entities, rules, machine } = request;
    const decided = sideCars.length > 0 || entities.text !== '' || rules.text !== '';
    if (!job.isCurrent() || (!decided && !job.live)) return job.analysed;
    const { article, card, shown, broken } = await this.calls.lay(request);
    this.log.noteBroken(
      [...sideCars, entities, rules].map(({ file }) => file),
      broken,
    );
    const { entry } = job.analysed;
    return { ...job.analysed, article, shown, machine, entry: { ...entry, card } };
  }

  /**
   * Writes what was decided, as one action that one undo takes back. False if the person gave no name or stopped it;
   * then what was written before stands, and is told.
   * `layer`: in whose name it stands, if not the person's own.
   */
  async decide(name: Message, decisions: readonly Decision[], layer?: string): Promise<boolean> {
    const first = decisions[0];
    if (!first) return false;
    const folder = 'folder' in first ? first.folder : placeOf(first.article)?.folder.uri;
    if (!folder) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Only articles in the opened folder can be annotated.'),
      );
      return false;
    }
    const person = await this.annotator.name(folder);
    if (person === undefined) return false;
    const by = layer ?? person;
    const ts = new Date().toISOString();
    const shown = decisions.map((decision): RecordChange => {
      if ('folder' in decision) {
        const after: Stamp = { ...decision.draft, by, ts };
        const file = `${decision.file} ${decision.folder.toString()}`;
        return { file, after, ...(decision.before && { before: decision.before }) };
      }
      const { article, before } = decision;
      const via = layer === undefined ? {} : { via: person };
      const after: Stamp = { ...decision.draft, ...via, by: decision.by ?? by, ts };
      const own = before?.by === after.by ? { before } : {};
      return { file: article.toString(), after, ...own };
    });
    const texts = new Map(
      decisions.flatMap((decision) =>
        'folder' in decision ? [] : [[decision.article.toString(), decision.text] as const],
      ),
    );
    return this.inTurn(async () => {
      const before = wordsBefore(this.history);
      const changes = shown.map((change): RecordChange => {
        const { file, after } = change;
        const word = before(file, after, change.before);
        return { file, after, ...(word && { before: word }) };
      });
      const written: RecordChange[] = [];
      try {
        const { files, left } = await this.write(changes, texts, (done) => written.push(...done));
        if (left > 0) tellStopped(files, left);
        return left === 0;
      } finally {
        // Also where it failed or was stopped half-way: what is written can be taken back.
        if (written.length > 0) {
          this.history = perform(this.history, { name, changes: written });
        }
      }
    });
  }

  undo(): Promise<Message | undefined> {
    return this.inTurn(() => this.turn(undo));
  }

  redo(): Promise<Message | undefined> {
    return this.inTurn(() => this.turn(redo));
  }

  /** Gives records whose words were moved by edits their new anchors; not an action that could be undone. */
  async reanchor(document: vscode.TextDocument): Promise<void> {
    const place = placeOf(document.uri);
    const by = place && (await this.annotator.known(place.folder.uri));
    if (by === undefined) return;
    const text = document.getText();
    const records = await this.calls.reanchor(document.uri.toString(), text, by);
    if (records.length === 0) return;
    const ts = new Date().toISOString();
    const renewed = records.map((record) => ({ ...record, ts }));
    await this.sideCars.append(document.uri, text, by, renewed);
  }

  private async turn(step: typeof undo): Promise<Message | undefined> {
    const turn: Turn | undefined = step(this.history, new Date().toISOString(), () => undefined);
    if (!turn) return undefined;
    const changes = turn.writes.map(({ file, record }) => ({ file, after: record }));
    await this.write(changes, new Map());
    this.history = turn.history;
    return turn.name;
  }

  /** One action after the other, so that an undo never overtakes what it takes back. */
  private inTurn<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.writing.then(step);
    this.writing = turn.catch(() => undefined);
    return turn;
  }

  /**
   * @param texts of the articles, as far as they are at hand
   * @param wrote is told after each file what is written; without it, nobody can stop half-way
   * @returns how many files there are, and how many were left because the person stopped it
   */
  private async write(
    changes: readonly RecordChange[],
    texts: ReadonlyMap<string, string>,
    wrote?: (done: readonly RecordChange[]) => void,
  ): Promise<{ readonly files: number; readonly left: number }> {
    const files = new Map<string, RecordChange[]>();
    for (const change of changes) {
      const others = files.get(change.file);
      if (others) others.push(change);
      else files.set(change.file, [change]);
    }
    let left = files.size;
    await withProgress(
      vscode.l10n.t('Writing annotations…'),
      files.size,
      wrote !== undefined,
      (step, token) =>
        inLanes(files, filesAtOnce, async ([file, ofFile]) => {
          if (token.isCancellationRequested) return;
          const records = ofFile.map(({ after }) => after);
          await this.append(file, records, texts.get(file));
          wrote?.(ofFile);
          left--;
          step();
        }),
    );
    return { files: files.size, left };
  }

  private async append(
    file: string,
    records: readonly Stamp[],
    known: string | undefined,
  ): Promise<void> {
    const corpus = corpusMark.exec(file)?.[1] as CorpusFile | undefined;
    if (corpus) {
      const folder = vscode.Uri.parse(file.slice(corpus.length + 1));
      await this.sideCars.appendCorpus(folder, corpus, records);
      return;
    }
    const article = vscode.Uri.parse(file);
    const text = known ?? (await textOf(article));
    for (const by of new Set(records.map((record) => record.by))) {
      const own = records.filter((record) => record.by === by);
      await this.sideCars.append(article, text, by, own);
    }
  }
}

function tellStopped(files: number, left: number): void {
  const text =
    left === files
      ? vscode.l10n.t('Stopped: nothing is written.')
      : vscode.l10n.t(
          'Stopped: {0} of {1} files are written. “Undo Annotation” takes them back.',
          files - left,
          files,
        );
  void vscode.window.showInformationMessage(text);
}

/** The text of an article as an editor shows it; empty if it cannot be had. */
export async function textOf(article: vscode.Uri): Promise<string> {
  const read = await readText(article, readSettings(article).maxFileSize);
  return read.kind === 'text' ? read.text : '';
}
