import * as vscode from 'vscode';
import { articleLineKinds, boilerplateLineKinds, type LineKind } from '../analysis/article';
import { message } from '../analysis/message';
import { kindName } from '../editor/kindName';
import { annotateCommands as ids } from '../ids';
import type { Decision, Decisions } from '../workspace/decisions';
import type { OpenArticles } from '../workspace/openArticles';
import { placeOf } from '../workspace/placeOf';
import type { CommandTable } from './annotate';
import { findTarget, newId } from './annotateTarget';

interface KindItem extends vscode.QuickPickItem {
  readonly lineKind?: LineKind;
}

const commonKinds: readonly LineKind[] = ['body', 'other'];

function kindItems(): KindItem[] {
  const separator = (label: string): KindItem => ({
    ...{ label, kind: vscode.QuickPickItemKind.Separator },
  });
  const item = (lineKind: LineKind): KindItem => ({ label: kindName(lineKind), lineKind });
  const rest = (kinds: readonly LineKind[]): KindItem[] =>
    kinds.filter((kind) => !commonKinds.includes(kind)).map(item);
  return [
    ...commonKinds.map(item),
    separator(vscode.l10n.t('Boilerplate')),
    ...rest(boilerplateLineKinds),
    separator(vscode.l10n.t('Article')),
    ...rest(articleLineKinds),
  ];
}

/** What kind the selected lines are: here, or always where this source has them. */
export function lineCommands(articles: OpenArticles, decisions: Decisions): CommandTable {
  return {
    [ids.setLineKind]: async () => {
      const target = await findTarget(articles);
      if (!target) return;
      const { editor, text, shown } = target;
      const article = editor.document.uri;
      const { start, end } = editor.selection;
      const lines = shown.lines.filter(
        ({ number }) => number >= start.line && number <= Math.max(start.line, end.line),
      );
      if (lines.length === 0) {
        void vscode.window.showInformationMessage(vscode.l10n.t('There is no text in this line.'));
        return;
      }
      const picked = await vscode.window.showQuickPick(kindItems(), {
        title: vscode.l10n.t('This line is…'),
      });
      const kind = picked?.lineKind;
      if (!kind) return;
      const source = (await articles.analysis(editor.document))?.article.source?.name;
      const always =
        source !== undefined &&
        (await vscode.window.showQuickPick(
          [
            { label: vscode.l10n.t('Only here'), always: false },
            { label: vscode.l10n.t('Always for {0}', source), always: true },
          ],
          { title: vscode.l10n.t('Where?') },
        ));
      if (always === undefined) return;
      const folder = placeOf(article)?.folder.uri;
      const places = await decisions.calls.places(text, lines);
      const wanted = lines.flatMap((line, i): Decision[] => {
        const record = { t: 'line', id: `l${places[i]!.at.slice(0, 2).join('-')}`, kind } as const;
        const here: Decision = {
          article,
          text,
          draft: { ...record, ...places[i]!, st: 'accepted' },
          ...(line.record && { before: line.record }),
        };
        if (always === false || !always.always || !folder) return [here];
        const words = text.slice(line.start, line.end);
        const rule = { t: 'rule', id: newId(), source, line: words, kind };
        return [here, { folder, file: 'rules', draft: rule }];
      });
      const name =
        lines.length === 1
          ? message('Line {0} is {1}', lines[0]!.number + 1, kindName(kind))
          : message('{0} lines are {1}', lines.length, kindName(kind));
      await decisions.decide(name, wanted);
    },
  };
}
