import * as vscode from 'vscode';
import { message } from '../analysis/message';
import { goldAnnotator, type Ruling, settle } from '../annotations/adjudication';
import { annotateCommands as ids, settings } from '../ids';
import {
  type AdjudicateRow,
  type AdjudicateTree,
  type DifferenceRow,
  differenceName,
  readingOf,
} from '../views/adjudicateTree';
import type { AdjudicatedArticle, Adjudicating } from '../workspace/adjudicating';
import type { ArticleDecision, Decisions } from '../workspace/decisions';
import { readSettings } from '../workspace/settings';
import type { CommandTable } from './annotate';
import { isSelected, select } from './annotateTarget';
import { inTurn } from './inTurn';

type Difference = Pick<DifferenceRow, 'article' | 'difference'>;

interface ReadingItem extends vscode.QuickPickItem {
  /** Whose reading; absent for nobody's. */
  readonly by?: string;
}

/** Settling what several people see differently, and choosing whose annotations are shown. */
export function adjudicateCommands(
  decisions: Decisions,
  adjudicating: Adjudicating,
  tree: AdjudicateTree,
): CommandTable {
  const rule = async (
    { uri, text }: AdjudicatedArticle,
    rulings: readonly Ruling[],
  ): Promise<ArticleDecision[]> => {
    const places = await decisions.calls.places(
      text,
      rulings.map(({ vote }) => vote),
    );
    return rulings.map(({ vote: { record, label }, st }, i) => ({
      ...{ article: uri, text },
      draft: {
        ...{ t: 'span', id: record.id, label, ...places[i]!, st, src: record.src },
        ...(record.ent !== undefined && { ent: record.ent }),
      },
    }));
  };

  const decide = async ({ article, difference }: Difference, by?: string): Promise<boolean> => {
    const words = article.text.slice(difference.start, difference.end);
    const name =
      by === undefined
        ? message('Settle “{0}”: nobody’s', words)
        : message('Settle “{0}”: {1}’s', words, by);
    const records = await rule(article, settle(difference, by));
    if (!(await decisions.decide(name, records, goldAnnotator))) return false;
    await adjudicating.settled();
    return true;
  };

  /** Settles what a row stands for, and goes on to the next, in the view and in the article. */
  const settleRow = async (found: DifferenceRow, by?: string): Promise<void> => {
    // A key that came before the view had gone on means a row that is settled by now.
    if (!tree.has(found) || !(await decide(found, by))) return;
    const next = await tree.goOn(found);
    if (!next) return;
    const { uri } = next.article;
    const editor = await vscode.window.showTextDocument(uri, { preserveFocus: true });
    select(editor, next.difference);
  };

  const takeNth =
    (nth: number) =>
    async (found: DifferenceRow): Promise<void> => {
      const by = [...found.difference.votes.keys()][nth - 1];
      if (by !== undefined) await settleRow(found, by);
      else tellNothing(vscode.l10n.t('There is no reading {0} of these words.', nth));
    };

  /** A row stands for a difference; without a row, the one that is chosen in the view does. */
  const settleChosen = async (
    row: AdjudicateRow | null | undefined,
    settleIt: (found: DifferenceRow) => Promise<void>,
  ): Promise<void> => {
    const meant = row ?? tree.selected;
    if (meant?.kind === 'difference') await settleIt(meant);
    else if (meant?.kind === 'vote') await settleIt(meant.under);
    else tellNothing(vscode.l10n.t('Choose a difference in the Adjudicate view first.'));
  };

  /** In the editor: the difference at the cursor, else the next one, is shown and asked about. */
  const settleHere = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const article = editor && adjudicating.of(editor.document.uri);
    const at = editor ? editor.document.offsetAt(editor.selection.start) : 0;
    const open = article?.found.open ?? [];
    const difference =
      open.find(({ start, end }) => start <= at && at <= end) ??
      open.find(({ start }) => start > at) ??
      open[0];
    if (!editor || !article || !difference) {
      tellNothing(vscode.l10n.t('In this article nothing is to settle.'));
      return;
    }
    select(editor, difference);
    const readings = [...difference.votes].map(([by, votes]) => ({
      ...{ by, label: by, description: readingOf(votes) },
    }));
    const none: ReadingItem = {
      label: vscode.l10n.t('Nobody'),
      description: vscode.l10n.t('nothing here'),
    };
    const picked = await vscode.window.showQuickPick<ReadingItem>([...readings, none], {
      title: vscode.l10n.t('Who is right? ({0})', differenceName(difference.kind)),
      matchOnDescription: true,
    });
    if (!picked || !(await decide({ article, difference }, picked.by))) return;
    const next = adjudicating.of(editor.document.uri)?.found.open;
    const following = next?.find(({ start }) => start > difference.start) ?? next?.[0];
    if (following && isSelected(editor, difference)) select(editor, following);
    else if (!following)
      vscode.window.setStatusBarMessage(vscode.l10n.t('All of this article is settled.'), 4000);
  };

  const takeAgreed = async (): Promise<void> => {
    const name = message('Take all agreed mentions into gold');
    const records: ArticleDecision[] = [];
    for (const article of adjudicating.articles) {
      const rulings = article.found.agreed.map((vote): Ruling => ({ vote, st: 'accepted' }));
      records.push(...(await rule(article, rulings)));
    }
    if (records.length === 0) {
      tellNothing(vscode.l10n.t('Everything that all agree on is in gold already.'));
    } else if (await decisions.decide(name, records, goldAnnotator)) {
      await adjudicating.settled();
      vscode.window.setStatusBarMessage(
        vscode.l10n.t('{0} agreed mentions are in gold.', records.length),
        4000,
      );
    }
  };

  const chooseLayers = async (): Promise<void> => {
    const names = await decisions.sideCars.annotators();
    if (names.length === 0) {
      tellNothing(vscode.l10n.t('Nobody has annotated an article of this folder yet.'));
      return;
    }
    const { layers } = readSettings();
    const picked = await vscode.window.showQuickPick(
      names.map((label) => ({
        ...{ label, picked: layers.length === 0 || layers.includes(label) },
        description: label === goldAnnotator ? vscode.l10n.t('what was settled') : '',
      })),
      { canPickMany: true, title: vscode.l10n.t('Whose annotations are shown?') },
    );
    if (!picked) return;
    const all = picked.length === 0 || picked.length === names.length;
    await vscode.workspace
      .getConfiguration(settings.section)
      .update(
        settings.layers,
        all ? undefined : picked.map(({ label }) => label),
        vscode.ConfigurationTarget.Workspace,
      );
  };

  return inTurn({
    [ids.takeReading]: async (row?: AdjudicateRow | null, which?: { readonly nth?: number }) => {
      if (which?.nth !== undefined) await settleChosen(row, takeNth(which.nth));
      else if (row?.kind === 'vote') await settleRow(row.under, row.by);
      else await settleHere();
    },
    [ids.takeNoReading]: (row?: AdjudicateRow | null) =>
      settleChosen(row, (found) => settleRow(found)),
    [ids.settleDisagreement]: settleHere,
    [ids.takeAgreed]: takeAgreed,
    [ids.chooseLayers]: chooseLayers,
  });
}

function tellNothing(text: string): void {
  void vscode.window.showInformationMessage(text);
}
