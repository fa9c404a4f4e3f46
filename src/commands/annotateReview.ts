import * as vscode from 'vscode';
import { message } from '../analysis/message';
import type { ShownMention } from '../annotations/overlay';
import { localise } from '../editor/card';
import { annotateCommands as ids } from '../ids';
import type { Row } from '../views/model';
import type { Decisions } from '../workspace/decisions';
import type { OpenArticles } from '../workspace/openArticles';
import type { CommandTable } from './annotate';
import {
  decideSpans,
  findTarget,
  needMention,
  select,
  selectAndDecide,
  type Target,
} from './annotateTarget';
import { hideCard } from './hideCard';

/** What still waits for a word: the machine's suggestions, and decisions whose words were changed. */
const isUndecided = ({ state, boilerplate }: ShownMention): boolean =>
  (state === 'suggested' || state === 'changed') && !boilerplate;

const placeOf = ({ editor, text }: Target) => ({ uri: editor.document.uri, text });

/** The next mention that waits for a word, from the cursor on and around the end; not `but`. */
function undecided(
  { shown, span }: Target,
  direction: 1 | -1,
  but?: ShownMention,
): ShownMention | undefined {
  const open = shown.mentions.filter((mention) => isUndecided(mention) && mention !== but);
  return direction === 1
    ? (open.find(({ start }) => start > span.start) ?? open[0])
    : (open.findLast(({ start }) => start < span.start) ?? open.at(-1));
}

function sayAllDecided(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Every mention of this article is decided.'),
  );
}

/** Accept, reject, and walk what is undecided; take back and do again. */
export function reviewCommands(
  articles: OpenArticles,
  decisions: Decisions,
  leave: (row: Row) => unknown,
): CommandTable {
  const settle = async (
    { uri, text }: { readonly uri: vscode.Uri; readonly text: string },
    mentions: readonly ShownMention[],
    st: 'accepted' | 'rejected',
  ): Promise<boolean> => {
    const what =
      mentions.length === 1
        ? message(st === 'accepted' ? 'Accept “{0}”' : 'Reject “{0}”', mentions[0]!.text)
        : message(
            st === 'accepted' ? 'Accept {0} mentions' : 'Reject {0} mentions',
            mentions.length,
          );
    const done = await decideSpans(
      ...([decisions, what, uri, text] as const),
      mentions.map((mention) => ({ mention, span: mention, over: { st } })),
    );
    if (done) vscode.window.setStatusBarMessage(localise(what), 3000);
    return done;
  };

  /** From a hover card or lightbulb the mention comes by its id, else from the cursor, which moves on. */
  const one = async (st: 'accepted' | 'rejected', id?: unknown): Promise<void> => {
    const target = await findTarget(articles);
    if (!target) return;
    const given = target.shown.mentions.find((mention) => mention.id === id);
    if (given) {
      await hideCard();
      await settle(placeOf(target), [given], st);
      return;
    }
    const mention = needMention(target);
    if (!mention) return;
    const next = undecided(target, 1, mention);
    const decide = (): Promise<boolean> => settle(placeOf(target), [mention], st);
    if (next) await selectAndDecide(target, next, decide);
    else if (await decide()) sayAllDecided();
  };

  /** Rows of the sidebar, of articles that need not be open. */
  const reviewed = async (
    st: 'accepted' | 'rejected',
    row?: Row | null,
    rows?: readonly Row[],
  ): Promise<void> => {
    const given = (rows ?? (row ? [row] : [])).filter((one) => one.kind === 'mention');
    if (row) void leave(row);
    if (given.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Select a mention in the view “Needs Review”.'),
      );
    }
    for (const id of new Set(given.map(({ under }) => under.id))) {
      const uri = vscode.Uri.parse(id);
      const document = await vscode.workspace.openTextDocument(uri);
      const shown = (await articles.analysis(document))?.shown;
      const wanted = new Set(given.map(({ mention }) => mention.id));
      const mentions = shown?.mentions.filter((mention) => wanted.has(mention.id)) ?? [];
      if (mentions.length > 0) await settle({ uri, text: document.getText() }, mentions, st);
    }
  };

  const visible = async (st: 'accepted' | 'rejected'): Promise<void> => {
    const target = await findTarget(articles);
    if (!target) return;
    const { document, visibleRanges } = target.editor;
    const inSight = target.shown.mentions.filter(
      (mention) =>
        isUndecided(mention) &&
        visibleRanges.some((range) => range.contains(document.positionAt(mention.start))),
    );
    if (inSight.length > 0) await settle(placeOf(target), inSight, st);
    else void vscode.window.showInformationMessage(vscode.l10n.t('Nothing undecided is in sight.'));
  };

  const walk = async (direction: 1 | -1): Promise<void> => {
    const target = await findTarget(articles);
    const next = target && undecided(target, direction);
    if (next) select(target.editor, next);
    else if (target) sayAllDecided();
  };

  const turn = async (which: 'undo' | 'redo'): Promise<void> => {
    const name = await decisions[which]();
    if (name) {
      vscode.window.setStatusBarMessage(
        which === 'undo'
          ? vscode.l10n.t('Taken back: {0}', localise(name))
          : vscode.l10n.t('Done again: {0}', localise(name)),
        4000,
      );
    } else {
      void vscode.window.showInformationMessage(
        which === 'undo'
          ? vscode.l10n.t('There is no annotation of this window to take back.')
          : vscode.l10n.t('There is no annotation to do again.'),
      );
    }
  };

  return {
    [ids.acceptMention]: (id?: unknown) => one('accepted', id),
    [ids.rejectMention]: (id?: unknown) => one('rejected', id),
    [ids.acceptReviewed]: (row?: Row | null, rows?: readonly Row[]) =>
      reviewed('accepted', row, rows),
    [ids.rejectReviewed]: (row?: Row | null, rows?: readonly Row[]) =>
      reviewed('rejected', row, rows),
    [ids.acceptVisible]: () => visible('accepted'),
    [ids.rejectVisible]: () => visible('rejected'),
    [ids.nextUndecided]: () => walk(1),
    [ids.previousUndecided]: () => walk(-1),
    [ids.undoAnnotation]: () => turn('undo'),
    [ids.redoAnnotation]: () => turn('redo'),
  };
}
