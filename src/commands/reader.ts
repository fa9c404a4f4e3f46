import * as vscode from 'vscode';
import { countName } from '../editor/card';
import { spanAt } from '../editor/spans';
import { commands } from '../ids';
import type { ArticlesView } from '../views/articlesView';
import type { Row } from '../views/model';
import type { Reader } from '../views/reader';
import type { ReadState } from '../views/readStates';
import { sortOrders, type SortOrder } from '../views/sorting';
import type { Watch } from '../views/watches';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { OpenArticles } from '../workspace/openArticles';
import { isRowLost } from './lostRow';

type Subject = Omit<Watch, 'before'>;

function orderName(order: SortOrder, isDay: boolean): string {
  const names = {
    newest: vscode.l10n.t('Newest First'),
    size: vscode.l10n.t('Most Articles First'),
    name: isDay ? vscode.l10n.t('Oldest First') : vscode.l10n.t('By Name'),
  };
  return names[order];
}

/** What a person does with the articles of the sidebar: seen, kept, discarded, watched, sorted. */
export function registerReaderCommands(
  view: ArticlesView,
  reader: Reader,
  mirror: CorpusMirror,
  articles: OpenArticles,
): vscode.Disposable {
  const on = (command: string, run: (...args: never[]) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(command, (...args: unknown[]) =>
      isRowLost(args) ? undefined : (run as (...args: unknown[]) => unknown)(...args),
    );
  const tell = (text: string): void => void vscode.window.setStatusBarMessage(text, 4000);

  const idsOf = (row: Row): readonly string[] =>
    row.kind === 'article'
      ? [row.id]
      : row.kind === 'event'
        ? (mirror.event(row.id)?.articles ?? [])
        : row.kind === 'watched'
          ? [...view.watched.news.keys()]
          : [];

  /** The articles meant: of the rows of a menu or key, else the one in the active editor. */
  const meant = (row?: Row | null, rows?: readonly Row[]): readonly string[] => {
    const given = rows ?? (row ? (view.selection.includes(row) ? view.selection : [row]) : []);
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    const ids =
      given.length > 0
        ? given.flatMap(idsOf)
        : active !== undefined && mirror.eventOf(active)
          ? [active]
          : [];
    if (ids.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Select an article or an event in the sidebar, or open an article.'),
      );
    }
    return [...new Set(ids)];
  };
  const set = (command: string, state: ReadState, told?: (count: string) => string) =>
    on(command, (row?: Row | null, rows?: readonly Row[]) => {
      const ids = meant(row, rows);
      if (row) view.leave(row);
      reader.set(ids, state);
      if (told && ids.length > 0) tell(told(countName(ids.length)));
    });

  const subjectOf = async (row: Row | null | undefined): Promise<Subject | undefined> => {
    if (row?.kind === 'watch') return row.watch;
    if (row?.kind === 'shelf') {
      const known = await mirror.calls.named(row.id);
      return known && { kind: 'name', id: known.id, name: known.name, type: known.type };
    }
    if (row) {
      const event = row.kind === 'event' ? mirror.event(row.id) : mirror.eventOf(row.id);
      return event && { kind: 'event', id: event.id, name: event.title };
    }
    return atCursor();
  };
  /** The name at the cursor, else the event of the article. */
  const atCursor = async (): Promise<Subject | undefined> => {
    const editor = vscode.window.activeTextEditor;
    const analysed = editor && (await articles.analysis(editor.document));
    if (!editor || !analysed) return undefined;
    const { article, uri } = analysed;
    const mention = spanAt(article.mentions, editor.document.offsetAt(editor.selection.active));
    const entity = article.entities.find(({ id }) => id === mention?.entity);
    const known = entity && (await mirror.calls.name(uri, entity.type, entity.name));
    if (known) return { kind: 'name', id: known.id, name: known.name, type: known.type };
    const event = mirror.eventOf(uri);
    return event && { kind: 'event', id: event.id, name: event.title };
  };
  const needSubject = async (row: Row | null | undefined): Promise<Subject | undefined> => {
    const subject = await subjectOf(row);
    if (!subject) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Select a name or an event in the sidebar, or put the cursor into a name.'),
      );
    }
    return subject;
  };

  return vscode.Disposable.from(
    set(commands.markSeen, 'seen'),
    set(commands.markUnseen, 'unseen'),
    set(commands.putBackArticle, 'seen'),
    set(commands.keepArticle, 'kept', (count) => vscode.l10n.t('Kept: {0}', count)),
    set(commands.discardArticle, 'discarded', (count) => vscode.l10n.t('Discarded: {0}', count)),
    on(commands.undoDiscard, () => {
      const count = reader.undo();
      tell(
        count > 0
          ? vscode.l10n.t('Taken back for {0}', countName(count))
          : vscode.l10n.t('There is nothing kept or discarded to take back.'),
      );
    }),
    on(commands.markAllSeen, () => {
      const unseen = mirror
        .events()
        .flatMap((event) => event.articles)
        .filter((id) => reader.stateOf(id) === 'unseen');
      reader.set(unseen, 'seen');
    }),
    on(commands.showDiscarded, () => {
      view.showDiscarded(true);
    }),
    on(commands.hideDiscarded, () => {
      view.showDiscarded(false);
    }),
    on(commands.watch, async (row?: Row | null) => {
      const subject = await needSubject(row);
      if (!subject) return;
      const [ids = []] = await view.watched.articlesOf([subject]);
      reader.watch(subject, ids);
      tell(vscode.l10n.t('Watching “{0}”', subject.name));
    }),
    on(commands.unwatch, async (row?: Row | null) => {
      const subject = await needSubject(row);
      if (!subject) return;
      if (row) view.leave(row);
      reader.unwatch(subject.id);
      tell(vscode.l10n.t('No longer watching “{0}”', subject.name));
    }),
    on(commands.sortArticles, async () => {
      const items = sortOrders.map((order) => ({
        order,
        label: orderName(order, view.model === 'day'),
        ...(order === view.sort && { description: vscode.l10n.t('current') }),
      }));
      const picked = await vscode.window.showQuickPick(items, {
        title: vscode.l10n.t('Sort the sidebar'),
      });
      if (picked) view.sortBy(picked.order);
    }),
  );
}
