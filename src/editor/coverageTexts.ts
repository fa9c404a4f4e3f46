import * as vscode from 'vscode';
import type { Span } from '../analysis/article';
import { schemes } from '../ids';
import { dayName } from './card';
import type { ComparingParts } from './comparingParts';
import { type Covered, type CoverageLink, writeCoverage } from './coverage';
import { placesOf } from './mentionsOf';
import { readTellings } from './readTellings';
import { toRange } from './spans';

/** The address of the page that says what only one of some articles tells. */
export function coverageUri(articles: readonly string[]): vscode.Uri {
  const name = vscode.l10n.t('What only one article says');
  return vscode.Uri.from({
    scheme: schemes.coverage,
    path: `/${name}.article`,
    query: JSON.stringify(articles),
  });
}

function articlesOf({ query }: vscode.Uri): readonly string[] {
  return JSON.parse(query) as string[];
}

/** Pages that say under each of some articles what only it tells; each sentence leads to its place. */
export function registerCoverageTexts(parts: ComparingParts): vscode.Disposable {
  const { mirror, articles, texts, comparing } = parts;
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const links = new Map<string, readonly CoverageLink[]>();

  const write = async (uri: vscode.Uri): Promise<string> => {
    const ids = articlesOf(uri);
    const tellings = await readTellings(texts, ids, () => false);
    const [said, dossiers] = await Promise.all([
      comparing.only(tellings),
      mirror.calls.dossiers(ids),
    ]);
    const covered = said.map((one, index): Covered => {
      const card = dossiers.find(({ id }) => id === one.article)?.card;
      const { text } = tellings[index]!;
      const isTitle = ({ start, end }: Span): boolean => text.slice(start, end) === card?.title;
      const sentences = one.sentences.filter((sentence) => !isTitle(sentence));
      const facts = [card?.source ?? card?.title, card?.day && dayName(card.day)].filter(Boolean);
      return {
        said: { ...one, sentences },
        text,
        heading: vscode.l10n.t(
          'ONLY IN {0}: {1} of {2} sentences',
          facts.join(', '),
          sentences.length,
          one.all,
        ),
        title: card?.title ?? '',
        nothing: vscode.l10n.t('Nothing that the others do not say.'),
      };
    });
    const page = writeCoverage(vscode.l10n.t('What only one article says'), covered);
    links.set(uri.toString(), page.links);
    return page.text;
  };

  const shown = (): vscode.Uri[] =>
    vscode.workspace.textDocuments
      .map(({ uri }) => uri)
      .filter(({ scheme }) => scheme === schemes.coverage);

  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(schemes.coverage, {
      onDidChange: changed.event,
      provideTextDocumentContent: write,
    }),
    vscode.languages.registerDocumentLinkProvider(
      { scheme: schemes.coverage },
      {
        async provideDocumentLinks(document) {
          const known = links.get(document.uri.toString()) ?? [];
          const read = new Map(
            await Promise.all(
              articlesOf(document.uri).map(
                async (id) => [id, (await texts.read(id))?.text ?? ''] as const,
              ),
            ),
          );
          return known.map((link) => {
            const [place] = placesOf(read.get(link.article) ?? '', [link.to]);
            const { line, character } = place!.start;
            const target = vscode.Uri.parse(link.article).with({
              fragment: `L${line + 1},${character + 1}`,
            });
            return new vscode.DocumentLink(toRange(document, link), target);
          });
        },
      },
    ),
    articles.onDidAnalyse(({ uri }) => {
      const own = uri.toString();
      for (const page of shown()) if (articlesOf(page).includes(own)) changed.fire(page);
    }),
    mirror.onDidChange(() => {
      for (const page of shown()) changed.fire(page);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => links.delete(uri.toString())),
  );
}
