import * as vscode from 'vscode';
import { message } from '../analysis/message';
import { layerId, parseLearnedRecords, standingLayer } from '../annotations/learned';
import {
  isEmpty,
  type LearnedLayer,
  type Lesson,
  type Score,
  type Trial,
} from '../annotations/learning';
import { annotateCommands as ids } from '../ids';
import type { AnalysisPool } from '../worker/pool';
import { type Decisions, textOf } from '../workspace/decisions';
import { inLanes } from '../workspace/inLanes';
import { placeOf } from '../workspace/placeOf';
import type { CommandTable } from './annotate';

const readAtOnce = 8;

const percent = (value: number): string =>
  (100 * value).toLocaleString(vscode.env.language, { maximumFractionDigits: 1 });

function scoreLine(name: string, { right, wrong, missed, f1 }: Score): string {
  const cell = (value: number | string): string => String(value).padStart(8);
  return `${name.padEnd(24)}${cell(right)}${cell(wrong)}${cell(missed)}${cell(percent(f1))}`;
}

function reportLines(layer: LearnedLayer, { before, after }: Trial, lessons: number): string[] {
  const cues = {
    form: vscode.l10n.t('“{0}”'),
    last: vscode.l10n.t('names that end in “{0}”'),
    first: vscode.l10n.t('names that begin with “{0}”'),
    before: vscode.l10n.t('names after “{0}”'),
  };
  const heads = [
    vscode.l10n.t('right'),
    vscode.l10n.t('wrong'),
    vscode.l10n.t('missed'),
    vscode.l10n.t('F1 in %'),
  ];
  return [
    `# ${vscode.l10n.t('Dateline: What Was Learned from Corrections')}`,
    '',
    vscode.l10n.t(
      'Measured on decisions in {0} articles: each fifth of the articles is judged by what the other four teach.',
      lessons,
    ),
    '',
    ' '.repeat(24) + heads.map((head) => head.padStart(8)).join(''),
    scoreLine(vscode.l10n.t('before'), before),
    scoreLine(vscode.l10n.t('after'), after),
    '',
    ...(layer.rules.length > 0 ? [vscode.l10n.t('Corrected:')] : []),
    ...layer.rules.map(({ cue, word, from, to, seen }) => {
      const became = to === '' ? vscode.l10n.t('no mention') : to;
      const where = cues[cue].replace('{0}', () => word);
      return `  ${where}: ${from} → ${became} (${vscode.l10n.t('{0} decisions', seen)})`;
    }),
    ...(layer.names.length > 0 ? [vscode.l10n.t('New names:')] : []),
    ...layer.names.map(
      ({ form, label, seen }) => `  “${form}”: ${label} (${vscode.l10n.t('{0} decisions', seen)})`,
    ),
    '',
    vscode.l10n.t(
      'Kept in .dateline/learned.jsonl. “Dateline: Forget What Was Learned” removes it.',
    ),
    '',
  ];
}

async function showReport(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content, language: 'log' });
  await vscode.window.showTextDocument(document);
}

/** Corrections teach the analysis of a folder, where that is measured to help; and are forgotten again. */
export function learnCommands(decisions: Decisions, pool: AnalysisPool): CommandTable {
  const folderMeant = (): vscode.Uri | undefined => {
    const active = vscode.window.activeTextEditor?.document.uri;
    return (active && placeOf(active)?.folder.uri) ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  };

  /** What one article teaches, over what the shipped models alone find in it. */
  const lessonOf = async (uri: vscode.Uri): Promise<Lesson | undefined> => {
    const text = await textOf(uri);
    if (text === '') return undefined;
    const origin = { path: vscode.workspace.asRelativePath(uri) };
    // Under a name of its own, so that it pushes no other analysis of the article aside.
    const request = { uri: `${uri.toString()}#lesson`, version: 0, text, origin, learned: '' };
    const outcome = await pool.analyse(request, 'index');
    if (outcome.kind !== 'analysed') return undefined;
    const { analysed } = outcome;
    return decisions.calls.lesson(await decisions.request({ uri, text, analysed, live: false }));
  };

  const gather = async (folder: vscode.Uri): Promise<Lesson[] | undefined> =>
    vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        ...{ title: vscode.l10n.t('Learning from corrections'), cancellable: true },
      },
      async (progress, token) => {
        const articles = await decisions.sideCars.annotated(folder);
        const lessons = new Map<string, Lesson>();
        await inLanes(articles, readAtOnce, async ({ article }) => {
          if (token.isCancellationRequested) return;
          const lesson = await lessonOf(article);
          if (lesson) lessons.set(article.toString(), lesson);
          progress.report({ increment: 100 / articles.length });
        });
        if (token.isCancellationRequested) return undefined;
        // In one order everywhere, so that the same decisions always teach the same.
        return [...lessons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lesson]) => lesson);
      },
    );

  const standing = async (folder: vscode.Uri) => {
    const { file, text } = await decisions.sideCars.corpusFile(folder, 'learned');
    return standingLayer(parseLearnedRecords(text, file).records);
  };

  const learn = async (): Promise<void> => {
    const folder = folderMeant();
    const lessons = folder && (await gather(folder));
    if (!folder || !lessons) return;
    if (lessons.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Nothing is decided yet: accept, reject or label mentions first.'),
      );
      return;
    }
    const { layer, trial } = await decisions.calls.learn(lessons);
    const figures = [percent(trial.before.f1), percent(trial.after.f1)] as const;
    if (!trial.helps || isEmpty(layer)) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'The decisions teach nothing yet that helps where they were held out (F1 {0} % before, {1} % after). Nothing was changed.',
          ...figures,
        ),
      );
      return;
    }
    const before = await standing(folder);
    const { v, rules, names } = layer;
    const draft = { t: 'layer', id: layerId, v, rules, names };
    const name = message('Learn from my corrections');
    const kept = await decisions.decide(name, [
      { folder, file: 'learned', draft, ...(before && { before }) },
    ]);
    if (!kept) return;
    const show = vscode.l10n.t('Show Report');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Learned {0} corrections and {1} names: F1 on held-out decisions rose from {2} % to {3} %. The articles are analysed again.',
        ...[rules.length, names.length],
        ...figures,
      ),
      show,
    );
    if (answer === show) await showReport(reportLines(layer, trial, lessons.length).join('\n'));
  };

  const forget = async (): Promise<void> => {
    const folder = folderMeant();
    const layer = folder && (await standing(folder));
    if (!folder || !layer) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Nothing was learned in this folder.'),
      );
      return;
    }
    const draft = { ...layer, st: 'withdrawn' };
    await decisions.decide(message('Forget what was learned'), [
      { folder, file: 'learned', draft, before: layer },
    ]);
  };

  return { [ids.learn]: learn, [ids.forgetLearned]: forget };
}
