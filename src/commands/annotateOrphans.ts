import * as vscode from 'vscode';
import { message } from '../analysis/message';
import type { Span } from '../analysis/article';
import type { ShownMention } from '../annotations/overlay';
import { annotateCommands as ids } from '../ids';
import type { MentionRow, Row } from '../views/model';
import { type Decisions, textOf } from '../workspace/decisions';
import type { AnalysisLog } from '../workspace/log';
import type { CommandTable } from './annotate';
import { decideSpans, select } from './annotateTarget';

interface Orphan {
  readonly uri: vscode.Uri;
  readonly mention: ShownMention;
}

type OrphanItem = Orphan & vscode.QuickPickItem;

interface WayItem extends vscode.QuickPickItem {
  readonly place?: Span;
}

/** Annotations that have lost their place: listed, and given a place again or let go. */
export function orphanCommands(
  decisions: Decisions,
  log: AnalysisLog,
  leave: (row: Row) => unknown,
): CommandTable {
  const pick = async (): Promise<Orphan | undefined> => {
    const items = [...log.displaced].flatMap(([id, mentions]) =>
      mentions.map((mention): OrphanItem => {
        const uri = vscode.Uri.parse(id);
        const { pre = '', suf = '' } = mention.record ?? {};
        return {
          ...{ uri, mention, label: `${mention.text} · ${mention.label}` },
          description: vscode.workspace.asRelativePath(uri),
          detail: `…${pre}${mention.text}${suf}…`.replace(/\s+/g, ' '),
        };
      }),
    );
    if (items.length > 0) {
      return vscode.window.showQuickPick(items, {
        title: vscode.l10n.t('Annotations that have lost their place'),
      });
    }
    void vscode.window.showInformationMessage(vscode.l10n.t('Every annotation has its place.'));
    return undefined;
  };

  const settle = async ({ uri, mention }: Orphan, text: string, place?: Span): Promise<boolean> => {
    const name = place
      ? message('Put “{0}” in its place', mention.text)
      : message('Let “{0}” go', mention.text);
    const over = { st: place ? ('accepted' as const) : ('withdrawn' as const) };
    const span = place ?? { start: 0, end: 0 };
    return decideSpans(decisions, name, uri, text, [{ mention, span, over }]);
  };

  /** Asks where an orphan belongs: where its words stand, on what is selected, or nowhere any more. */
  const place = async (orphan: Orphan): Promise<void> => {
    const { uri, mention } = orphan;
    const editor = await vscode.window.showTextDocument(uri);
    const text = await textOf(uri);
    const { document, selection } = editor;
    const found = mention.candidates ?? (await decisions.calls.occurrences(text, mention.text));
    const selected = {
      start: document.offsetAt(selection.start),
      end: document.offsetAt(selection.end),
    };
    const ways: WayItem[] = [
      ...found.map((place) => ({
        place,
        label: vscode.l10n.t('Put it in line {0}', document.positionAt(place.start).line + 1),
        detail: text.slice(Math.max(0, place.start - 40), place.end + 40).replace(/\s+/g, ' '),
      })),
      ...(selection.isEmpty
        ? []
        : [{ place: selected, label: vscode.l10n.t('Put it on the selected words') }]),
      { label: vscode.l10n.t('Let it go') },
    ];
    const way = await vscode.window.showQuickPick(ways, { title: `“${mention.text}”` });
    if (!way) return;
    const done = await settle(orphan, text, way.place);
    if (done && way.place) select(editor, way.place);
  };

  /** The orphan of a row; without a row, the person is asked which. */
  const meant = async (row?: MentionRow): Promise<Orphan | undefined> =>
    row ? { uri: vscode.Uri.parse(row.under.id), mention: row.mention } : pick();

  const showOrphans = async (row?: MentionRow): Promise<void> => {
    const orphan = await meant(row);
    if (orphan) await place(orphan);
  };

  return {
    [ids.showOrphans]: () => showOrphans(),
    [ids.reattachOrphan]: showOrphans,
    [ids.discardOrphan]: async (row?: MentionRow) => {
      const orphan = await meant(row);
      if (row) void leave(row);
      if (orphan) await settle(orphan, await textOf(orphan.uri));
    },
  };
}
