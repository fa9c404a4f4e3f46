import * as vscode from 'vscode';
import type { Entity, Span } from '../analysis/article';
import type { CorpusMirror } from '../workspace/corpusMirror';
import { inLanes } from '../workspace/inLanes';
import { articleSelector } from '../workspace/articleSelector';
import type { OpenArticles } from '../workspace/openArticles';
import type { ArticleReader } from './articleReader';
import { introduction, mentionsOf, placesOf } from './mentionsOf';
import { spanAt, toRange } from './spans';

/** Articles read at a time, so that those of an open editor still find a free worker. */
const lanes = 3;

interface Target {
  /** The article in which someone asks. */
  readonly uri: string;
  readonly entity: Entity;
}

/** Locations in an article that may not be open. */
export function locations(
  id: string,
  text: string,
  spans: readonly Span[],
): readonly vscode.Location[] {
  const uri = vscode.Uri.parse(id);
  return placesOf(text, spans).map(
    ({ start, end }) =>
      new vscode.Location(
        uri,
        new vscode.Range(start.line, start.character, end.line, end.character),
      ),
  );
}

/** Names as symbols: to the first mention in the workspace, to all of them, and all of this article marked. */
export function registerReferences(
  articles: OpenArticles,
  mirror: CorpusMirror,
  reader: ArticleReader,
): vscode.Disposable {
  const targetAt = async (
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<Target | undefined> => {
    const analysed = await articles.analysis(document);
    const mention = analysed && spanAt(analysed.article.mentions, document.offsetAt(position));
    const entity = analysed?.article.entities.find(({ id }) => id === mention?.entity);
    return analysed && entity && { uri: analysed.uri, entity };
  };

  /** The articles that name it, the earliest first; this one alone for a name that is nowhere else. */
  const namedIn = async ({ uri, entity: { type, name } }: Target) => {
    const known = await mirror.calls.where(uri, type, name).catch(() => undefined);
    return known?.articles ?? [{ id: uri, names: [name] }];
  };

  return vscode.Disposable.from(
    vscode.languages.registerDefinitionProvider(articleSelector, {
      async provideDefinition(document, position, token) {
        const target = await targetAt(document, position);
        if (!target) return undefined;
        for (const { id, names } of await namedIn(target)) {
          const read = token.isCancellationRequested ? undefined : await reader.read(id);
          if (token.isCancellationRequested) return undefined;
          const mentions = read ? mentionsOf(read.article, target.entity.type, names) : [];
          const first = introduction(mentions, names);
          if (read && first) return [...locations(id, read.text, [first])];
        }
        return undefined;
      },
    }),
    vscode.languages.registerReferenceProvider(articleSelector, {
      async provideReferences(document, position, _context, token) {
        const target = await targetAt(document, position);
        if (!target) return undefined;
        const places = await namedIn(target);
        const found = new Map<string, readonly vscode.Location[]>();
        await inLanes(places, lanes, async ({ id, names }) => {
          const read = token.isCancellationRequested ? undefined : await reader.read(id);
          if (!read) return;
          const mentions = mentionsOf(read.article, target.entity.type, names);
          found.set(id, locations(id, read.text, mentions));
        });
        return token.isCancellationRequested
          ? undefined
          : places.flatMap(({ id }) => found.get(id) ?? []);
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(articleSelector, {
      async provideDocumentHighlights(document, position) {
        const target = await targetAt(document, position);
        const analysed = articles.current(document);
        return (
          target &&
          analysed?.article.mentions
            .filter(({ entity }) => entity === target.entity.id)
            .map((mention) => new vscode.DocumentHighlight(toRange(document, mention)))
        );
      },
    }),
  );
}
