import * as vscode from 'vscode';
import type { EventView } from '../../corpus/entry';
import type { ComparingParts } from '../../editor/comparingParts';
import { readTellings } from '../../editor/readTellings';
import { views } from '../../ids';
import type { Row } from '../model';
import type { DetailRow } from './detailRows';
import { type Compared, DetailsTree } from './detailsTree';

/** Texts of more articles are not read at once; newer ones come first. */
const mostRead = 60;
/** What comes together is drawn once. */
const pause = 120;

interface Parts extends ComparingParts {
  readonly events: vscode.TreeView<Row>;
  readonly view: vscode.TreeView<DetailRow>;
}

export interface EventDetails extends vscode.Disposable {
  readonly tree: vscode.TreeDataProvider<DetailRow>;
  /** The event shown. */
  readonly event: EventView | undefined;
}

/** The view of one event: that of the row selected last, or of the article opened last. */
export function createEventDetails(parts: Parts): EventDetails {
  const { mirror, articles, texts, comparing, events, view } = parts;

  const compare = (event: EventView): PromiseLike<Compared> =>
    vscode.window.withProgress({ location: { viewId: views.details } }, async () => {
      const wanted = event.articles.slice(0, mostRead);
      const tellings = await readTellings(texts, wanted, () => tree.event !== event);
      return { ...(await comparing.compare(tellings)), read: tellings.length };
    });
  const tree = new DetailsTree(mirror, async (event) => compare(event));

  /** An article of the event, to find the event again once it has another id. */
  let member: string | undefined;
  const show = (event: EventView | undefined): void => {
    member = event?.articles.at(-1) ?? member;
    view.description = event?.title ?? '';
    tree.show(event);
  };
  const showEventOf = (article: string): void => {
    const event = mirror.eventOf(article);
    if (event && event.id !== tree.event?.id) show(event);
  };
  const showActive = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (document && articles.isArticle(document)) showEventOf(document.uri.toString());
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const { event } = tree;
      if (!event) showActive();
      else show(mirror.event(event.id) ?? (member ? mirror.eventOf(member) : undefined));
    }, pause);
  };

  const subscriptions = vscode.Disposable.from(
    tree,
    events.onDidChangeSelection(({ selection }) => {
      const row = selection.at(-1);
      if (row?.kind === 'article') showEventOf(row.id);
      const event = row?.kind === 'event' ? mirror.event(row.id) : undefined;
      if (event && event.id !== tree.event?.id) show(event);
    }),
    vscode.window.onDidChangeActiveTextEditor(showActive),
    mirror.onDidChange(({ changed, removed }) => {
      const { event } = tree;
      if (!event || changed.includes(event.id) || removed.includes(event.id)) again();
    }),
    articles.onDidAnalyse(({ uri }) => {
      if (tree.event?.articles.includes(uri.toString())) again();
    }),
    {
      dispose: () => {
        clearTimeout(timer);
      },
    },
  );
  showActive();
  return {
    tree,
    get event() {
      return tree.event;
    },
    dispose: () => {
      subscriptions.dispose();
    },
  };
}
