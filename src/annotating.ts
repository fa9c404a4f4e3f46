import * as vscode from 'vscode';
import { adjudicateCommands } from './commands/adjudicate';
import { annotateTable, runCommand } from './commands/annotate';
import { learnCommands } from './commands/learn';
import { movedArticleCommands, offerMovedArticles } from './commands/movedArticles';
import { registerReadingCommands } from './commands/reading';
import { createReport } from './commands/report';
import type { EventRow } from './commands/annotateEvents';
import { noteCommands } from './commands/annotateNotes';
import { renameEntity } from './commands/annotateEntities';
import { Decorations } from './editor/decorations';
import { registerFolding } from './editor/folding';
import { registerOutline } from './editor/outline';
import { Notes } from './editor/notes';
import { registerHovers } from './editor/hovers';
import { commands } from './ids';
import { registerAnnotations } from './editor/annotations';
import type { AnnotationCalls } from './worker/annotationProtocol';
import type { Remote } from './worker/calls';
import { AdjudicateTree } from './views/adjudicateTree';
import { Adjudicating } from './workspace/adjudicating';
import { Annotator } from './workspace/annotator';
import type { CorpusMirror } from './workspace/corpusMirror';
import { Decisions } from './workspace/decisions';
import { followDecisions } from './workspace/followDecisions';
import type { IndexCache } from './workspace/indexCache';
import type { Indexer } from './workspace/indexer';
import type { LayJob } from './workspace/lay';
import { Labels } from './workspace/labels';
import { moveSideCars } from './workspace/movingSidecars';
import type { Learned } from './workspace/learned';
import type { AnalysisLog } from './workspace/log';
import { offerGitAttributes } from './workspace/gitAttributes';
import type { OpenArticles } from './workspace/openArticles';
import { SideCars } from './workspace/sidecars';
import type { Row } from './views/model';
import type { AnalysisPool } from './worker/pool';
import type { Analysed } from './worker/protocol';

/** What the extension hands to its annotating half. */
export interface AnnotatingParts {
  /** A folder of this workspace's own, outside it. */
  readonly storage: vscode.Uri | undefined;
  /** What was asked once in this workspace is not asked again. */
  readonly asked: vscode.Memento;
  readonly calls: Remote<AnnotationCalls>;
  readonly pool: AnalysisPool;
  readonly learned: Learned;
  readonly articles: OpenArticles;
  readonly indexer: Indexer;
  readonly mirror: CorpusMirror;
  readonly log: AnalysisLog;
  readonly cache: IndexCache;
  /** The rows selected in the sidebar. */
  readonly selected: () => readonly EventRow[];
  /** A person decides about a row of the sidebar, which may take it away. */
  readonly leave: (row: Row) => unknown;
}

export interface Annotating extends vscode.Disposable {
  lay(job: LayJob): Promise<Analysed>;
  stamp(uri: vscode.Uri): Promise<string>;
  refresh(): Promise<void>;
  run(command: string, args: readonly unknown[]): Promise<unknown>;
}

/**
 * The half of the extension with which people look closer and decide. It is a bundle of its own, loaded with
 * the first article, so that the start of the editor does not wait for it.
 */
export function createAnnotating(parts: AnnotatingParts): Annotating {
  const { articles, mirror, log } = parts;
  const sideCars = new SideCars(parts.storage);
  const decisions = new Decisions(parts.calls, sideCars, new Annotator(), log);
  const labels = new Labels(decisions);
  const decorations = new Decorations(articles, labels);
  const report = createReport(parts);
  const notes = new Notes(articles, (folder) => decisions.annotator.known(folder));
  const adjudicating = new Adjudicating(decisions);
  const adjudicateTree = new AdjudicateTree(adjudicating);
  const table = {
    ...annotateTable({ ...parts, decisions, labels }),
    ...noteCommands(articles, decisions, notes),
    ...learnCommands(decisions, parts.pool),
    ...movedArticleCommands(decisions, parts.indexer, log),
    ...adjudicateCommands(decisions, adjudicating, adjudicateTree),
    [commands.showReport]: () => report.show(),
  };
  const disposable = vscode.Disposable.from(
    sideCars,
    followDecisions({ ...parts, decisions }),
    moveSideCars(decisions),
    offerGitAttributes(sideCars, parts.asked),
    offerMovedArticles(decisions, parts.indexer, log, parts.asked),
    report,
    labels,
    notes,
    adjudicating,
    adjudicateTree,
    articles.onDidAnalyse(({ uri }) => {
      adjudicating.touch(uri);
    }),
    decorations,
    registerFolding(articles),
    registerOutline(articles),
    registerReadingCommands(articles, decorations),
    registerHovers(articles, mirror),
    registerAnnotations(articles, (folder, entity, name) =>
      renameEntity(decisions, folder, entity, name),
    ),
  );
  return {
    lay: (job) => decisions.lay(job),
    stamp: (uri) => decisions.stamp(uri),
    refresh: () => sideCars.refresh(),
    run: (command, args) => runCommand(table, command, args),
    dispose: () => {
      disposable.dispose();
    },
  };
}
