import * as vscode from 'vscode';
import type { EventView } from '../corpus/entry';
import type { Message } from '../analysis/article';
import { message } from '../analysis/message';
import { countName, localise } from '../editor/card';
import { annotateCommands as ids } from '../ids';
import type { Row } from '../views/model';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { CorpusDecision, Decisions } from '../workspace/decisions';
import type { Indexer } from '../workspace/indexer';
import { placeOf } from '../workspace/placeOf';
import type { CommandTable } from './annotate';
import { newId } from './annotateTarget';
import { pickEvents } from './pickEvents';

/** A row of the sidebar, as its menus hand it over. */
export interface EventRow {
  readonly kind: string;
  readonly id: string;
}

interface Parts {
  readonly mirror: CorpusMirror;
  readonly decisions: Decisions;
  readonly indexer: Indexer;
  readonly selected: () => readonly EventRow[];
  readonly leave: (row: Row) => unknown;
}

type EventDraft = CorpusDecision['draft'] & Readonly<Record<string, unknown>>;

/** Articles of one workspace folder, whose file keeps what is decided about them. */
interface InFolder {
  readonly folder: vscode.Uri;
  readonly paths: readonly string[];
}

function byFolder(articles: readonly vscode.Uri[]): readonly InFolder[] {
  const groups = new Map<string, { folder: vscode.Uri; paths: string[] }>();
  for (const article of articles) {
    const place = placeOf(article);
    if (!place) continue;
    const folder = place.folder.uri;
    const group = groups.get(folder.toString()) ?? { folder, paths: [] };
    group.paths.push(place.path);
    groups.set(folder.toString(), group);
  }
  return [...groups.values()];
}

const about = (
  articles: readonly vscode.Uri[],
  drafts: (paths: readonly string[]) => readonly Omit<EventDraft, 'id'>[],
): readonly CorpusDecision[] =>
  byFolder(articles).flatMap(({ folder, paths }) =>
    drafts(paths).map((draft): CorpusDecision => {
      const withId: EventDraft = { ...draft, id: newId() };
      return { folder, file: 'events', draft: withId };
    }),
  );

/** Ties an event to its oldest article, so that its id means the same in another clone. */
function anchor({ id: event, articles }: EventView): readonly CorpusDecision[] {
  const oldest = articles.slice(-1).map((id) => vscode.Uri.parse(id));
  return about(oldest, (paths) => paths.map((article) => ({ t: 'pin', article, event })));
}

/** Names an event, in the folder of its newest article. */
function titled(articles: readonly vscode.Uri[], event: string, title: string) {
  return about(articles.slice(0, 1), () => [{ t: 'title', event, title: title.trim() }]);
}

/** People's word on which articles report one event. It is kept by path, so that it holds in every clone. */
export function eventDecisionCommands({
  mirror,
  decisions,
  indexer,
  selected,
  leave,
}: Parts): CommandTable {
  const urisOf = ({ articles }: EventView): vscode.Uri[] =>
    articles.map((id) => vscode.Uri.parse(id));

  /** The rows meant: those of a menu, else the selected ones if the given one is among them. */
  const rowsOf = (row?: EventRow | null, rows?: readonly EventRow[]): readonly EventRow[] => {
    if (rows) return rows;
    const all = selected();
    if (!row) return all.length > 1 ? all : [];
    return all.some(({ kind, id }) => kind === row.kind && id === row.id) ? all : [row];
  };

  /** The articles meant: of the rows, else the one in the active editor, else of the selected row. */
  const articlesOf = async (
    row?: EventRow | null,
    rows?: readonly EventRow[],
  ): Promise<vscode.Uri[]> => {
    await indexer.start();
    const inRows = (some: readonly EventRow[]): readonly string[] =>
      some.flatMap(({ kind, id }) =>
        kind === 'article' ? [id] : kind === 'event' ? (mirror.event(id)?.articles ?? []) : [],
      );
    const active = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
    const choices = [inRows(rowsOf(row, rows)), [active], inRows(selected())];
    const known = choices.map((some) => some.filter((id) => mirror.eventOf(id)));
    const meant = known.find((some) => some.length > 0) ?? [];
    if (meant.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Select articles in the events view, or open one.'),
      );
    }
    return [...new Set(meant)].map((id) => vscode.Uri.parse(id));
  };

  const eventOf = async (row?: EventRow | null): Promise<EventView | undefined> => {
    if (row?.kind === 'event') {
      const event = mirror.event(row.id);
      if (!event) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('This event was grouped anew in the meantime. Choose it again.'),
        );
      }
      return event;
    }
    const [article] = await articlesOf(row);
    return article && mirror.eventOf(article.toString());
  };

  const othersThan = (ids: readonly string[]): readonly EventView[] =>
    mirror.events().filter(({ id }) => !ids.includes(id));

  const decide = async (name: Message, wanted: readonly CorpusDecision[]): Promise<void> => {
    const done = await decisions.decide(name, wanted);
    if (done) vscode.window.setStatusBarMessage(localise(name), 4000);
  };

  const move = async (articles: readonly vscode.Uri[], event: EventView): Promise<void> => {
    const strangers = articles.filter((article) => mirror.eventOf(article.toString()) !== event);
    if (strangers.length === 0) return;
    const count = strangers.length;
    const name =
      count === 1
        ? message('Move an article to “{0}”', event.title)
        : message('Move {0} articles to “{1}”', count, event.title);
    await decide(name, [
      ...anchor(event),
      ...about(strangers, (paths) => [{ t: 'move', articles: paths, event: event.id }]),
    ]);
  };

  const merge = async (into: EventView, from: readonly EventView[]): Promise<void> => {
    const articles = from.flatMap(urisOf);
    const [first] = from;
    const name =
      from.length === 1
        ? message('Merge “{0}” into “{1}”', first!.title, into.title)
        : message('Merge {0} events into “{1}”', from.length, into.title);
    await decide(name, [
      ...anchor(into),
      ...about(articles, (paths) => [
        { t: 'merge', into: into.id, from: from.map(({ id }) => id) },
        { t: 'move', articles: paths, event: into.id },
      ]),
    ]);
  };

  return {
    [ids.moveArticles]: async (row?: Row | null, rows?: readonly EventRow[], given?: string) => {
      const articles = await articlesOf(row, rows);
      if (articles.length === 0) return;
      const held = new Set(articles.map((article) => mirror.eventOf(article.toString())?.id ?? ''));
      const from = [...held].flatMap((id) => mirror.event(id) ?? []);
      const title = vscode.l10n.t('Move {0} to…', countName(articles.length));
      const into =
        given === undefined
          ? (await pickEvents(title, othersThan(held.size === 1 ? [...held] : []), from, false))[0]
          : mirror.event(given);
      // Several rows come from the mouse.
      if (row && !rows) void leave(row);
      if (into) await move(articles, into);
    },
    [ids.newEvent]: async (row?: Row | null, rows?: readonly EventRow[]) => {
      const articles = await articlesOf(row, rows);
      const former = articles[0] && mirror.eventOf(articles[0].toString());
      if (!former) return;
      const title = await vscode.window.showInputBox({
        ignoreFocusOut: true,
        title: vscode.l10n.t('Title of the new event of {0}', countName(articles.length)),
        prompt: vscode.l10n.t('Empty: found from its articles.'),
      });
      if (title === undefined) return;
      if (row && !rows) void leave(row);
      const into = `n${newId()}`;
      const name =
        articles.length === 1
          ? message('New event from an article')
          : message('New event from {0} articles', articles.length);
      await decide(name, [
        ...about(articles, (paths) => [{ t: 'split', event: former.id, articles: paths, into }]),
        ...(title.trim() === '' ? [] : titled(articles, into, title)),
      ]);
    },
    [ids.pinArticles]: async (row?: EventRow | null, rows?: readonly EventRow[]) => {
      const articles = await articlesOf(row, rows);
      const pins = articles.flatMap((article) =>
        about([article], ([path]) => {
          const event = mirror.eventOf(article.toString());
          return event ? [{ t: 'pin', article: path, event: event.id }] : [];
        }),
      );
      await decide(
        articles.length === 1
          ? message('Pin an article')
          : message('Pin {0} articles', articles.length),
        pins,
      );
    },
    [ids.unpinArticles]: async (row?: EventRow | null, rows?: readonly EventRow[]) => {
      const articles = await articlesOf(row, rows);
      await decide(
        articles.length === 1
          ? message('Unpin an article')
          : message('Unpin {0} articles', articles.length),
        about(articles, (paths) => [{ t: 'unpin', articles: paths }]),
      );
    },
    [ids.mergeEvents]: async (
      row?: EventRow | null,
      rows?: readonly EventRow[],
      given?: string,
    ) => {
      const chosen = rowsOf(row, rows).flatMap(({ kind, id }) =>
        kind === 'event' ? (mirror.event(id) ?? []) : [],
      );
      const into = given === undefined ? await eventOf(row) : mirror.event(given);
      if (!into) return;
      const others = chosen.filter(({ id }) => id !== into.id);
      const title = vscode.l10n.t('Events that are “{0}” as well', into.title);
      const from =
        others.length > 0 ? others : await pickEvents(title, othersThan([into.id]), [into], true);
      if (from.length > 0) await merge(into, from);
    },
    [ids.renameEvent]: async (row?: EventRow | null) => {
      const event = await eventOf(row);
      if (!event) return;
      const title = await vscode.window.showInputBox({
        ignoreFocusOut: true,
        title: vscode.l10n.t('Title of the event'),
        value: event.title,
      });
      if (!title?.trim()) return;
      await decide(message('Rename event “{0}”', event.title), [
        ...anchor(event),
        ...titled(urisOf(event), event.id, title),
      ]);
    },
  };
}
