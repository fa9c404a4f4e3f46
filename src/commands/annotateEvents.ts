import * as vscode from 'vscode';
import type { EventView } from '../corpus/entry';
import { message } from '../analysis/message';
import { countName, spanName } from '../editor/card';
import { annotateCommands as ids } from '../ids';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { CorpusDecision, Decisions } from '../workspace/decisions';
import type { Indexer } from '../workspace/indexer';
import { placeOf } from '../workspace/sidecars';
import type { CommandTable } from './annotate';
import { newId } from './annotateTarget';

/** A row of the events view, as its menus hand it over. */
interface Row {
  readonly kind: string;
  readonly id: string;
}

interface EventItem extends vscode.QuickPickItem {
  readonly event: EventView;
}

type EventDraft = CorpusDecision['draft'] & Readonly<Record<string, unknown>>;

/** People's word on which articles report one event. It is kept by path, so that it holds in every clone. */
export function eventDecisionCommands(
  mirror: CorpusMirror,
  decisions: Decisions,
  indexer: Indexer,
): CommandTable {
  const rowsOf = (row?: Row, rows?: readonly Row[]): readonly Row[] => rows ?? (row ? [row] : []);

  /** The articles meant: rows of the view, else the article in the active editor. */
  const articlesOf = async (row?: Row, rows?: readonly Row[]): Promise<vscode.Uri[]> => {
    await indexer.start();
    const given = rowsOf(row, rows).flatMap(({ kind, id }) =>
      kind === 'article' ? [id] : kind === 'event' ? (mirror.event(id)?.articles ?? []) : [],
    );
    const active = vscode.window.activeTextEditor?.document.uri;
    const all = given.length > 0 ? given : active ? [active.toString()] : [];
    const known = all.filter((id) => mirror.eventOf(id)).map((id) => vscode.Uri.parse(id));
    if (known.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Select articles in the events view, or open one.'),
      );
    }
    return known;
  };

  const eventOf = async (row?: Row): Promise<EventView | undefined> => {
    if (row?.kind === 'event') return mirror.event(row.id);
    const [article] = await articlesOf(row);
    return article && mirror.eventOf(article.toString());
  };

  const pickEvent = async (
    title: string,
    but: readonly string[],
    canPickMany = false,
  ): Promise<readonly EventView[]> => {
    const items = mirror
      .events()
      .filter(({ id }) => !but.includes(id))
      .map((event): EventItem => {
        const facts = [spanName(event.start, event.end), countName(event.articles.length)];
        return { event, label: event.title, description: facts.filter(Boolean).join(' · ') };
      });
    const picked = await (canPickMany
      ? vscode.window.showQuickPick(items, { title, canPickMany, matchOnDescription: true })
      : vscode.window.showQuickPick(items, { title, matchOnDescription: true }));
    return picked === undefined ? [] : [picked].flat().map(({ event }) => event);
  };

  const pathOf = (article: vscode.Uri): string => placeOf(article)?.path ?? article.path;

  const decide = async (
    name: ReturnType<typeof message>,
    article: vscode.Uri | undefined,
    drafts: readonly Omit<EventDraft, 'id'>[],
  ): Promise<void> => {
    const folder = article && placeOf(article)?.folder.uri;
    if (!folder) return;
    await decisions.decide(
      name,
      drafts.map((draft): CorpusDecision => {
        const withId: EventDraft = { ...draft, id: newId() };
        return { folder, file: 'events', draft: withId };
      }),
    );
  };

  /** Ties an event to its oldest article, so that its id means the same in another clone. */
  const anchor = (event: EventView): readonly Omit<EventDraft, 'id'>[] => {
    const oldest = event.articles.at(-1);
    return oldest === undefined
      ? []
      : [{ t: 'pin', article: pathOf(vscode.Uri.parse(oldest)), event: event.id }];
  };

  return {
    [ids.moveArticles]: async (row?: Row, rows?: readonly Row[]) => {
      const articles = await articlesOf(row, rows);
      const first = articles[0];
      if (!first) return;
      const own = mirror.eventOf(first.toString());
      const title = vscode.l10n.t('Move {0} to…', countName(articles.length));
      const [event] = await pickEvent(title, own ? [own.id] : []);
      if (!event) return;
      await decide(message('Move {0} articles to “{1}”', articles.length, event.title), first, [
        ...anchor(event),
        { t: 'move', articles: articles.map(pathOf), event: event.id },
      ]);
    },
    [ids.newEvent]: async (row?: Row, rows?: readonly Row[]) => {
      const articles = await articlesOf(row, rows);
      const first = articles[0];
      const former = first && mirror.eventOf(first.toString());
      if (!former) return;
      const title = await vscode.window.showInputBox({
        title: vscode.l10n.t('Title of the new event'),
        prompt: vscode.l10n.t('Empty: found from its articles.'),
      });
      if (title === undefined) return;
      const into = `n${newId()}`;
      await decide(message('New event from {0} articles', articles.length), first, [
        { t: 'split', event: former.id, articles: articles.map(pathOf), into },
        ...(title.trim() === '' ? [] : [{ t: 'title', event: into, title: title.trim() }]),
      ]);
    },
    [ids.pinArticles]: async (row?: Row, rows?: readonly Row[]) => {
      const articles = await articlesOf(row, rows);
      const pins = articles.flatMap((article) => {
        const event = mirror.eventOf(article.toString());
        return event ? [{ t: 'pin', article: pathOf(article), event: event.id }] : [];
      });
      await decide(message('Pin {0} articles', articles.length), articles[0], pins);
    },
    [ids.mergeEvents]: async (row?: Row) => {
      const into = await eventOf(row);
      if (!into) return;
      const title = vscode.l10n.t('Events that are “{0}” as well', into.title);
      const from = await pickEvent(title, [into.id], true);
      if (from.length === 0) return;
      const articles = from.flatMap((event) => event.articles.map((id) => vscode.Uri.parse(id)));
      await decide(message('Merge {0} events into “{1}”', from.length, into.title), articles[0], [
        ...anchor(into),
        { t: 'merge', into: into.id, from: from.map(({ id }) => id) },
        { t: 'move', articles: articles.map(pathOf), event: into.id },
      ]);
    },
    [ids.renameEvent]: async (row?: Row) => {
      const event = await eventOf(row);
      const article = event?.articles[0];
      if (!event || article === undefined) return;
      const title = await vscode.window.showInputBox({
        title: vscode.l10n.t('Title of the event'),
        value: event.title,
      });
      if (!title?.trim()) return;
      await decide(message('Rename event “{0}”', event.title), vscode.Uri.parse(article), [
        ...anchor(event),
        { t: 'title', event: event.id, title: title.trim() },
      ]);
    },
  };
}
