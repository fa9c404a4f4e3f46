import * as vscode from 'vscode';
import type { Decisions } from '../workspace/decisions';
import type { Labels } from '../workspace/labels';
import type { OpenArticles } from '../workspace/openArticles';
import type { AnalysisPool } from '../worker/pool';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { AnalysisLog } from '../workspace/log';
import type { Indexer } from '../workspace/indexer';
import type { Row } from '../views/model';
import { annotateCommands as ids } from '../ids';
import { entityCommands } from './annotateEntities';
import { eventDecisionCommands, type EventRow } from './annotateEvents';
import { labelCommands } from './annotateLabels';
import { lineCommands } from './annotateLines';
import { occurrenceCommands } from './annotateOccurrences';
import { exportCommand } from './exportAnnotations';
import { importCommand } from './importAnnotations';
import { inTurn } from './inTurn';
import { isRowLost } from './lostRow';
import { orphanCommands } from './annotateOrphans';
import { reviewCommands } from './annotateReview';

/** Command id → what it does. */
export type CommandTable = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Everything the annotating commands work with. */
export interface AnnotateParts {
  readonly articles: OpenArticles;
  readonly decisions: Decisions;
  readonly labels: Labels;
  readonly mirror: CorpusMirror;
  readonly indexer: Indexer;
  readonly log: AnalysisLog;
  readonly pool: AnalysisPool;
  readonly selected: () => readonly EventRow[];
  /** A person decides about a row of the sidebar, which may take it away. */
  readonly leave: (row: Row) => unknown;
}

/** The commands with which people annotate. What fails is told, never lost in a log. */
export function annotateTable(parts: AnnotateParts): CommandTable {
  const { articles, decisions, labels, mirror, indexer, log } = parts;
  return {
    ...inTurn({
      ...labelCommands(articles, decisions, labels),
      ...reviewCommands(articles, decisions, parts.leave),
    }),
    ...occurrenceCommands(articles, decisions, mirror, indexer, log),
    ...lineCommands(articles, decisions),
    ...entityCommands(articles, decisions, mirror),
    ...orphanCommands(decisions, log, parts.leave),
    [ids.exportAnnotations]: exportCommand(parts),
    [ids.importAnnotations]: importCommand(parts),
    ...eventDecisionCommands(parts),
  };
}

/** Runs a command of the table; an error is shown to the person. */
export async function runCommand(
  table: CommandTable,
  id: string,
  args: readonly unknown[],
): Promise<unknown> {
  if (isRowLost(args)) return undefined;
  try {
    return await table[id]?.(...(args as never[]));
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0]! : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('This did not work: {0}', why));
    return undefined;
  }
}
