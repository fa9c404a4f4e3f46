import * as vscode from 'vscode';
import type { Message } from '../analysis/article';
import { adaptOf, parseLearnedRecords, standingLayer } from '../annotations/learned';
import { localise } from '../editor/card';
import { schemes } from '../ids';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { IndexCache } from '../workspace/indexCache';
import type { Indexer } from '../workspace/indexer';
import type { Learned } from '../workspace/learned';
import type { AnalysisLog, Counted } from '../workspace/log';

const mostMoved = 10;
/** Its path is what stands on the tab. */
const reportUri = vscode.Uri.from({
  scheme: schemes.report,
  path: vscode.l10n.t('Analysis Report'),
});

const pathOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));

const heading = (text: string): string[] => ['', text, '─'.repeat(text.length)];

/** "12,345" in the user's language, right-aligned with blanks that draw no indent guides. */
const figure = (value: number, width = 10): string =>
  value.toLocaleString(vscode.env.language, { maximumFractionDigits: 1 }).padStart(width, '\u2007');

function filesWithReason(title: string, files: ReadonlyMap<string, Message>): string[] {
  if (files.size === 0) return [];
  const byReason = new Map<string, string[]>();
  for (const [uri, reason] of files) {
    const text = localise(reason);
    byReason.set(text, [...(byReason.get(text) ?? []), pathOf(uri)]);
  }
  return [
    ...heading(`${title}: ${files.size}`),
    ...[...byReason].flatMap(([reason, paths]) => [
      `\u2007${reason}`,
      ...paths.sort().map((path) => `\u2007\u2007\u2007${path}`),
    ]),
  ];
}

function stageNames(): Record<string, string> {
  return {
    structure: vscode.l10n.t('structure and boilerplate'),
    names: vscode.l10n.t('names'),
    dates: vscode.l10n.t('dates'),
    links: vscode.l10n.t('linking of names'),
    quotes: vscode.l10n.t('quotes'),
    digest: vscode.l10n.t('features for the grouping'),
  };
}

/** The mentions of all articles by what people said of them. */
function stateLines({ states }: AnalysisLog): string[] {
  const names: Record<Counted, string> = {
    suggested: vscode.l10n.t('mentions suggested by the analysis, undecided'),
    accepted: vscode.l10n.t('mentions accepted or labelled by people'),
    rejected: vscode.l10n.t('mentions rejected'),
    changed: vscode.l10n.t('mentions accepted, but the words have changed since'),
    ambiguous: vscode.l10n.t('mentions whose place is no longer clear'),
    orphan: vscode.l10n.t('mentions orphaned: their words are gone'),
    human: vscode.l10n.t('of all mentions, labelled by people themselves'),
    note: vscode.l10n.t('notes by people'),
  };
  const sums = new Map<string, number>();
  for (const counts of states.values()) {
    for (const [state, count] of counts) sums.set(state, (sums.get(state) ?? 0) + count);
  }
  return Object.entries(names).flatMap(([state, name]) => {
    const count = sums.get(state) ?? 0;
    return count > 0 ? [`${figure(count)}  ${name}`] : [];
  });
}

/** What happened to the grouping in the background. */
function groupingLines({ moved: all, analysed, restarts, lastDeath }: AnalysisLog): string[] {
  // Some may be gone since.
  const moved = all.filter((uri) => analysed.has(uri));
  return [
    ...(moved.length > 0
      ? [
          `${figure(moved.length)}  ${vscode.l10n.t('articles moved to another event when all were last grouped anew:')}`,
          ...moved.slice(0, mostMoved).map((uri) => `${'\u2007'.repeat(10)}  ${pathOf(uri)}`),
        ]
      : []),
    ...(restarts > 0
      ? [
          `${figure(restarts)}  ${vscode.l10n.t('times the thread that groups articles ended and the events were built again: {0}', lastDeath)}`,
        ]
      : []),
  ];
}

function orphanLines({ displaced }: AnalysisLog): string[] {
  if (displaced.size === 0) return [];
  return [
    ...heading(vscode.l10n.t('Annotations that have lost their place')),
    ...[...displaced].flatMap(([uri, mentions]) => [
      `\u2007${pathOf(uri)}`,
      ...mentions.map(({ text, label, by }) => `\u2007\u2007\u2007“${text}” ${label} (${by})`),
    ]),
  ];
}

function goneLines({ gone }: AnalysisLog): string[] {
  if (gone.length === 0) return [];
  return [
    ...heading(vscode.l10n.t('Annotated articles that are gone')),
    ...gone.map((uri) => `\u2007${pathOf(uri)}`),
    `\u2007${vscode.l10n.t('Their annotations are kept. “Dateline: Find Moved Articles of Annotations” looks for them elsewhere.')}`,
  ];
}

function brokenLines({ broken }: AnalysisLog): string[] {
  const lines = [...broken.values()].flat();
  if (lines.length === 0) return [];
  return [
    ...heading(vscode.l10n.t('Lines of annotation files that cannot be read')),
    ...lines.map(({ file, line, problem }) => `\u2007${file}:${line}  ${localise(problem)}`),
  ];
}

/** What corrections taught and how to be rid of it, folder by folder. */
async function learnedLines(learned: Learned): Promise<string[]> {
  const lines: string[] = [];
  for (const { uri, name } of vscode.workspace.workspaceFolders ?? []) {
    const text = await learned.of(uri.toString());
    const layer = standingLayer(parseLearnedRecords(text, 'learned.jsonl').records);
    if (!layer || !adaptOf(text)) continue;
    const { rules, names } = layer;
    lines.push(
      `${figure(rules.length + names.length)}  ${vscode.l10n.t('in {0} (corrections: {1}, names: {2}), kept in .dateline/learned.jsonl', name, rules.length, names.length)}`,
    );
  }
  if (lines.length === 0) return [];
  return [
    ...heading(vscode.l10n.t('Learned from corrections, and in force')),
    ...lines,
    `\u2007${vscode.l10n.t('“Dateline: Forget What Was Learned” removes it.')}`,
  ];
}

/** Articles of which the index does not hold every name. */
function overfullLines(overfull: readonly { readonly id: string; readonly left: number }[]) {
  if (overfull.length === 0) return [];
  return [
    ...heading(vscode.l10n.t('More names than an article can have in the index')),
    ...overfull.map(
      ({ id, left }) =>
        `${figure(left)}  ${vscode.l10n.t('names, the rarest, are found in the article alone: {0}', pathOf(id))}`,
    ),
  ];
}

/** What the report is made from. */
export interface ReportParts {
  readonly log: AnalysisLog;
  readonly mirror: CorpusMirror;
  readonly indexer: Indexer;
  readonly cache: IndexCache;
  readonly learned: Learned;
}

async function report({ log, mirror, indexer, cache, learned }: ReportParts): Promise<string> {
  const analysed = [...log.analysed.values()];
  const words = analysed.reduce((sum, article) => sum + article.words, 0);
  const boilerplate = analysed.reduce((sum, article) => sum + article.boilerplate, 0);
  const names = stageNames();
  const total = [...log.times.values()].reduce((sum, time) => sum + time, 0);
  const { running, done, total: files } = indexer.state;
  const title = vscode.l10n.t('Dateline: Analysis Report');
  const skipped =
    log.skipped.size === 1 ? vscode.l10n.t('file skipped') : vscode.l10n.t('files skipped');
  const lines = [
    title,
    '═'.repeat(title.length),
    running ? vscode.l10n.t('Indexing: {0} of {1} files so far.', done, files) : '',
    `${figure(log.analysed.size)}  ${vscode.l10n.t('articles analysed')}`,
    ...(log.kept > 0
      ? [
          `${figure(log.kept)}  ${vscode.l10n.t('of them unchanged since last time, and not analysed again')}`,
        ]
      : []),
    `${figure(mirror.events().length)}  ${vscode.l10n.t('events')}`,
    `${figure(words)}  ${vscode.l10n.t('words, {0} % of them boilerplate', words === 0 ? 0 : Math.round((100 * boilerplate) / words))}`,
    ...groupingLines(log),
    ...stateLines(log),
    `${figure(log.skipped.size)}  ${skipped}`,
    ...filesWithReason(vscode.l10n.t('Skipped, and why'), log.skipped),
    ...filesWithReason(vscode.l10n.t('Analysed, with a warning'), log.warnings),
    ...orphanLines(log),
    ...goneLines(log),
    ...brokenLines(log),
    ...overfullLines(await mirror.calls.overfull()),
    ...(await learnedLines(learned)),
    ...heading(vscode.l10n.t('Time per stage')),
    ...[...log.times].map(([stage, time]) => `${figure(time)} ms  ${names[stage] ?? stage}`),
    `${figure(total)} ms  ${vscode.l10n.t('in all, on the analysis threads')}`,
  ];
  if (log.lastRun) {
    const { milliseconds, files: seen, cancelled } = log.lastRun;
    lines.push(
      `${figure(milliseconds)} ms  ${vscode.l10n.t('from start to end of the last index run over {0} files', seen)}`,
    );
    if (cancelled) {
      lines.push(
        '',
        vscode.l10n.t(
          'The last index run was stopped. “Dateline: Refresh Events” begins it again.',
        ),
      );
    }
  }
  const bytes = await cache.size();
  if (cache.folder && bytes > 0) {
    lines.push(
      ...heading(vscode.l10n.t('Index on disk')),
      `${figure(bytes / 1e6)} MB  ${cache.folder.fsPath}`,
    );
    if (cache.damaged > 0) {
      lines.push(
        `${figure(cache.damaged)}  ${vscode.l10n.t('damaged parts were left out and made anew')}`,
      );
    }
  }
  lines.push(
    '',
    vscode.l10n.t('Everything was computed on this machine. Nothing was sent anywhere.'),
    '',
  );
  return lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n');
}

export interface Report extends vscode.Disposable {
  show(): Promise<void>;
}

/** The Analysis Report: what was analysed, what was skipped and why, and the time of each stage. */
export function createReport(parts: ReportParts): Report {
  const { mirror, indexer } = parts;
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const refresh = (): void => {
    changed.fire(reportUri);
  };
  const registration = vscode.Disposable.from(
    changed,
    indexer.onDidChangeState(refresh),
    mirror.onDidChange(refresh),
    vscode.workspace.registerTextDocumentContentProvider(schemes.report, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => report(parts),
    }),
  );
  return {
    dispose: () => {
      registration.dispose();
    },
    show: async () => {
      void indexer.start();
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(reportUri), {
        preview: false,
      });
      refresh();
    },
  };
}
