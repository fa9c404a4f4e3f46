import * as vscode from 'vscode';
import { countName, dayName } from '../editor/card';
import { cleanUri, registerCleanTexts } from '../editor/cleanTexts';
import type { ComparingParts } from '../editor/comparingParts';
import { coverageUri, registerCoverageTexts } from '../editor/coverageTexts';
import { commands, schemes } from '../ids';
import type { DetailRow } from '../views/details/detailRows';
import type { EventDetails } from '../views/details/eventDetails';
import type { Row } from '../views/model';
import type { ArticleDossier } from '../worker/protocol';

interface Parts extends ComparingParts {
  readonly details: EventDetails;
}

/** What a menu hands over: a row of a tree, or the document of an editor. */
type Given = Row | DetailRow | vscode.Uri | undefined;

/** What is to be compared, and what there is to choose from where that is more. */
interface Choice {
  readonly given: readonly string[];
  readonly among: readonly string[];
}

interface ArticleItem extends vscode.QuickPickItem {
  readonly id: string;
}

const nameOf = ({ card }: ArticleDossier): string =>
  [card.source ?? card.title, card.day && dayName(card.day)].filter(Boolean).join(', ');

/** Articles side by side without boilerplate, and what only one of them says. */
export function registerCompare(parts: Parts): vscode.Disposable {
  const { mirror, articles, texts, details } = parts;
  /** What stands in the diff editors, by the address of their right side. */
  const compared = new Map<string, readonly string[]>();

  const ofEvent = (article: string): readonly string[] =>
    mirror.eventOf(article)?.articles ?? [article];

  const choiceOf = (row: Given, rows: readonly Row[]): Choice => {
    const selected = rows.flatMap((one) => (one.kind === 'article' ? [one.id] : []));
    if (selected.length > 1) return { given: selected, among: selected };
    if (row instanceof vscode.Uri) {
      const known = compared.get(row.toString());
      if (known) return { given: known, among: known };
      return { given: [row.toString()], among: ofEvent(row.toString()) };
    }
    if (row?.kind === 'event') {
      return { given: [], among: mirror.event(row.id)?.articles ?? [] };
    }
    if (row?.kind === 'copy' && row.original) {
      const pair = [row.original.id, row.dossier.id];
      return { given: pair, among: pair };
    }
    if (row?.kind === 'article') {
      const id = 'id' in row ? row.id : row.dossier.id;
      return { given: [id], among: ofEvent(id) };
    }
    const active = vscode.window.activeTextEditor?.document;
    const known = active && compared.get(active.uri.toString());
    if (known) return { given: known, among: known };
    if (active && articles.isArticle(active)) {
      const id = active.uri.toString();
      return { given: [id], among: ofEvent(id) };
    }
    return { given: [], among: details.event?.articles ?? [] };
  };

  /** The articles to compare, the earliest first; undefined where there are no two, or the person gave up. */
  const choose = async (
    row: Given,
    rows: readonly Row[],
  ): Promise<readonly ArticleDossier[] | undefined> => {
    const { given, among } = choiceOf(row, rows);
    const dossiers = await mirror.calls.dossiers(among);
    const inTime = [...dossiers].sort((a, b) =>
      (a.card.day ?? '9999').localeCompare(b.card.day ?? '9999'),
    );
    if (inTime.length < 2) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'There is nothing to compare: choose an event of two articles or more, or select several articles.',
        ),
      );
      return undefined;
    }
    if (inTime.length === 2 || given.length === among.length) return inTime;
    const items = inTime.map((dossier): ArticleItem => {
      const { id, card, copyOf } = dossier;
      return {
        id,
        label: nameOf(dossier),
        description: [card.title, copyOf && vscode.l10n.t('copy')].filter(Boolean).join(' · '),
        picked: given.includes(id),
      };
    });
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Compare {0}: choose two or more', countName(items.length)),
      placeHolder: vscode.l10n.t('The earliest is shown beside each of the others'),
      canPickMany: true,
      matchOnDescription: true,
    });
    if (!picked) return undefined;
    if (picked.length < 2) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Choose two articles or more to compare them.'),
      );
      return undefined;
    }
    const ids = new Set(picked.map(({ id }) => id));
    return inTime.filter(({ id }) => ids.has(id));
  };

  const sideBySide = async (chosen: readonly ArticleDossier[]): Promise<void> => {
    const ids = chosen.map(({ id }) => id);
    const [first, ...others] = chosen;
    if (!first) return;
    for (const id of ids) compared.set(cleanUri(id).toString(), ids);
    if (others.length === 1) {
      const [other] = others;
      const title = `${nameOf(first)} ↔ ${nameOf(other!)}`;
      await vscode.commands.executeCommand(
        'vscode.diff',
        cleanUri(first.id),
        cleanUri(other!.id),
        title,
        { preview: false },
      );
      return;
    }
    await vscode.commands.executeCommand(
      'vscode.changes',
      vscode.l10n.t('{0} and {1}', nameOf(first), countName(others.length)),
      others.map(({ id }) => [vscode.Uri.parse(id), cleanUri(first.id), cleanUri(id)]),
    );
  };

  const onlySaid = async (chosen: readonly ArticleDossier[]): Promise<void> => {
    const uri = coverageUri(chosen.map(({ id }) => id));
    await vscode.window.showTextDocument(uri, { preview: false });
  };

  const on = (
    command: string,
    run: (chosen: readonly ArticleDossier[]) => Promise<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (row?: Given, rows?: readonly Row[]) => {
      const chosen = await choose(row, Array.isArray(rows) ? rows : []);
      if (chosen) await run(chosen);
    });

  return vscode.Disposable.from(
    registerCleanTexts(mirror, articles, texts),
    registerCoverageTexts(parts),
    on(commands.compareCoverage, sideBySide),
    on(commands.showOnlySaid, onlySaid),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === schemes.clean) compared.delete(uri.toString());
    }),
  );
}
