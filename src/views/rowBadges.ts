import * as vscode from 'vscode';
import { countName } from '../editor/card';
import { schemes } from '../ids';
import type { CorpusMirror } from '../workspace/corpusMirror';
import type { Reader } from './reader';
import type { WatchedRows } from './watchedRows';

/** The address by which an event's row asks for its badge. */
export function eventUri(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: schemes.event, path: `/${id}` });
}

/** The address by which an article's row asks for its badge: not the file's own, whose badges are others'. */
export function articleUri(id: string): vscode.Uri {
  return vscode.Uri.from({ scheme: schemes.row, path: '/article', query: id });
}

/** "2 not yet seen", or nothing. */
export function unseenName(articles: readonly string[], reader: Reader): string | undefined {
  const unseen = articles.filter((id) => reader.stateOf(id) === 'unseen').length;
  return unseen === 0 ? undefined : vscode.l10n.t('{0} not yet seen', unseen);
}

/**
 * Badges at the end of a row, however narrow the sidebar is: how many articles an event has, whether an article
 * was seen, whether it is news of something watched.
 */
export function registerRowBadges(
  mirror: CorpusMirror,
  reader: Reader,
  watched: WatchedRows,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri[]>();
  const eventBadge = (id: string): vscode.FileDecoration | undefined => {
    const articles = mirror.event(id)?.articles ?? [];
    if (articles.length < 2) return undefined;
    const label = articles.length > 99 ? '…' : String(articles.length);
    const unseen = unseenName(articles, reader);
    return new vscode.FileDecoration(label, [countName(articles.length), unseen].join(' · '));
  };
  const articleBadge = (id: string): vscode.FileDecoration | undefined => {
    const news = watched.news.get(id);
    if (news) {
      const names = news.map(({ name }) => name).join(', ');
      return new vscode.FileDecoration('◆', vscode.l10n.t('New, tells of {0}', names));
    }
    return reader.stateOf(id) === 'unseen'
      ? new vscode.FileDecoration('●', vscode.l10n.t('Not yet seen'))
      : undefined;
  };
  return vscode.Disposable.from(
    changed,
    mirror.onDidChange((changes) => {
      changed.fire(changes.changed.map(eventUri));
    }),
    reader.onDidChangeStates((ids) => {
      const events = ids.flatMap((id) => mirror.eventOf(id)?.id ?? []);
      changed.fire([...ids.map(articleUri), ...events.map(eventUri)]);
    }),
    watched.onDidChangeNews((ids) => {
      changed.fire(ids.map(articleUri));
    }),
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration(uri) {
        if (uri.scheme === schemes.event) return eventBadge(uri.path.slice(1));
        return uri.scheme === schemes.row ? articleBadge(uri.query) : undefined;
      },
    }),
  );
}
