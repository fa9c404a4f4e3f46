import * as vscode from 'vscode';
import { message } from '../analysis/message';
import type { SpanRecord } from '../annotations/records';
import { annotateCommands as ids } from '../ids';
import type { Occurrence } from '../worker/annotationProtocol';
import type { CorpusMirror } from '../workspace/corpusMirror';
import { type ArticleDecision, type Decisions, textOf } from '../workspace/decisions';
import { inLanes } from '../workspace/inLanes';
import type { Indexer } from '../workspace/indexer';
import type { AnalysisLog } from '../workspace/log';
import type { OpenArticles } from '../workspace/openArticles';
import { withProgress } from '../workspace/withProgress';
import type { CommandTable } from './annotate';
import { findTarget, mentionOn, needMention, newId, type Target } from './annotateTarget';

type Scope = 'article' | 'event' | 'folder';

interface Found extends vscode.QuickPickItem {
  readonly article?: vscode.Uri;
  readonly text?: string;
  readonly occurrence?: Occurrence;
}

const readAtOnce = 8;

/** One decision for every place where the same words stand: in the article, its event or the folder. */
export function occurrenceCommands(
  articles: OpenArticles,
  decisions: Decisions,
  mirror: CorpusMirror,
  indexer: Indexer,
  log: AnalysisLog,
): CommandTable {
  const pickScope = async (article: vscode.Uri): Promise<Scope | undefined> => {
    if (!indexer.state.finished) {
      const title = vscode.l10n.t('Indexing articles');
      const location = vscode.ProgressLocation.Notification;
      await vscode.window.withProgress({ location, title }, () => indexer.start());
    }
    const event = mirror.eventOf(article.toString());
    const items: (vscode.QuickPickItem & { readonly scope: Scope })[] = [
      { scope: 'article', label: vscode.l10n.t('In this article') },
      ...(event && event.articles.length > 1
        ? [
            {
              ...{ scope: 'event' as const, label: vscode.l10n.t('In this event') },
              description: vscode.l10n.t('{0} articles', event.articles.length),
            },
          ]
        : []),
      {
        ...{ scope: 'folder', label: vscode.l10n.t('In the whole folder') },
        description: vscode.l10n.t('{0} articles', log.analysed.size),
      },
    ];
    const title = vscode.l10n.t('Where?');
    return (await vscode.window.showQuickPick(items, { title }))?.scope;
  };

  const scopeArticles = (article: vscode.Uri, scope: Scope): vscode.Uri[] => {
    const own = article.toString();
    const others =
      scope === 'article'
        ? []
        : scope === 'event'
          ? (mirror.eventOf(own)?.articles ?? [])
          : [...log.analysed.keys()].sort();
    return [...new Set([own, ...others])].map((uri) => vscode.Uri.parse(uri));
  };

  /** Every place, article by article, that is not decided so already. */
  const find = async (
    uris: readonly vscode.Uri[],
    { shown, editor }: Target,
    words: string,
    label: string,
    st: SpanRecord['st'],
  ): Promise<Found[] | undefined> => {
    const found = new Map<string, Found[]>();
    const title = vscode.l10n.t('Looking for “{0}”', words);
    const stopped = await withProgress(title, uris.length, true, async (step, token) => {
      await inLanes(uris, readAtOnce, async (article) => {
        if (token.isCancellationRequested) return;
        step();
        const text = await textOf(article);
        if (!text.includes(words)) return;
        const here = article.toString() === editor.document.uri.toString();
        const places = (await decisions.calls.occurrences(text, words)).filter((place) => {
          const known = here && mentionOn(shown.mentions, place);
          return st === 'rejected' || !known || known.label !== label || known.state !== 'accepted';
        });
        found.set(
          article.toString(),
          places.map((occurrence) => ({
            ...{ article, text, occurrence, picked: true },
            label: occurrence.context.trim(),
            description: vscode.l10n.t('line {0}', occurrence.line + 1),
          })),
        );
      });
      return token.isCancellationRequested;
    });
    if (stopped) return undefined;
    return uris.flatMap((article) => {
      const places = found.get(article.toString()) ?? [];
      const { Separator: kind } = vscode.QuickPickItemKind;
      const label = vscode.workspace.asRelativePath(article);
      return places.length > 0 ? [{ label, kind }, ...places] : [];
    });
  };

  const applyTo = async (st: 'accepted' | 'rejected'): Promise<void> => {
    const target = await findTarget(articles);
    const mention = target && needMention(target);
    if (!target || !mention) return;
    const { label, text: words } = mention;
    const article = target.editor.document.uri;
    const scope = await pickScope(article);
    if (!scope) return;
    const items = await find(scopeArticles(article, scope), target, words, label, st);
    if (!items) return;
    if (items.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Every occurrence of “{0}” is decided so already.', words),
      );
      return;
    }
    const picked = await vscode.window.showQuickPick(items, {
      canPickMany: true,
      ignoreFocusOut: true,
      matchOnDescription: true,
      title:
        st === 'accepted'
          ? vscode.l10n.t('Label “{0}” as {1} here:', words, label)
          : vscode.l10n.t('Reject “{0}” as {1} here:', words, label),
    });
    const wanted = picked?.flatMap(({ article: uri, text, occurrence }): ArticleDecision[] => {
      if (!uri || text === undefined || !occurrence) return [];
      const { at, q, pre, suf } = occurrence;
      const here = uri.toString() === article.toString();
      const known = here ? mentionOn(target.shown.mentions, occurrence) : undefined;
      const isNew = known?.label !== label;
      return [
        {
          ...{ article: uri, text },
          draft: {
            ...{ t: 'span', id: known?.id ?? newId(), label, st, at, q, pre, suf },
            src: known && !isNew ? (known.record?.src ?? known.by) : 'human',
          },
          ...(known?.record && { before: known.record }),
        },
      ];
    });
    if (!wanted || wanted.length === 0) return;
    const name =
      st === 'accepted'
        ? message('Label {0} occurrences of “{1}” {2}', wanted.length, words, label)
        : message('Reject {0} occurrences of “{1}” as {2}', wanted.length, words, label);
    await decisions.decide(name, wanted);
  };

  return {
    [ids.labelOccurrences]: () => applyTo('accepted'),
    [ids.rejectOccurrences]: () => applyTo('rejected'),
  };
}
