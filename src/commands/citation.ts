import * as vscode from 'vscode';
import type { Article, Span } from '../analysis/article';
import { cleanText } from '../analysis/cleanText';
import { citation } from '../editor/citation';
import { selectionSteps } from '../editor/selectionSteps';
import { spanAt } from '../editor/spans';
import { commands } from '../ids';
import type { OpenArticles } from '../workspace/openArticles';

/** What is cited where nothing is selected: the quote, else the sentence. */
function atCursor(text: string, article: Article, offset: number): Span | undefined {
  const mention = spanAt(article.mentions, offset);
  const isName = ({ start, end }: Span): boolean => start === mention?.start && end === mention.end;
  return (
    spanAt(article.quotes, offset) ??
    selectionSteps(text, article, offset).find((step) => !isName(step))
  );
}

/** "Tribune/fire.txt" → "Tribune/fire.clean.txt" */
function cleanName(uri: vscode.Uri): vscode.Uri {
  return uri.with({ path: uri.path.replace(/(?:\.[^./]+)?$/, (end) => `.clean${end || '.txt'}`) });
}

/** Citations that can be checked later, and copies without boilerplate. */
export function registerCitation(articles: OpenArticles): vscode.Disposable {
  const shown = async () => {
    const editor = vscode.window.activeTextEditor;
    const analysed = editor && (await articles.analysis(editor.document));
    if (editor && analysed) return { editor, article: analysed.article };
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a news article first: this command works in its editor.'),
    );
    return undefined;
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.copyCitation, async () => {
      const open = await shown();
      if (!open) return;
      const { article, editor } = open;
      const { document, selection } = editor;
      const text = document.getText();
      const start = document.offsetAt(selection.start);
      const span = selection.isEmpty
        ? atCursor(text, article, start)
        : { start, end: document.offsetAt(selection.end) };
      if (!span) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Select the words to cite, or put the cursor into a sentence.'),
        );
        return;
      }
      const quote = article.quotes.find((q) => q.start <= span.start && q.end >= span.end);
      const speaker =
        article.entities.find(({ id }) => id === quote?.entity)?.name ??
        (quote?.speaker && text.slice(quote.speaker.start, quote.speaker.end));
      await vscode.env.clipboard.writeText(
        await citation({
          ...span,
          text,
          path: vscode.workspace.asRelativePath(document.uri),
          ...(article.headline && { title: article.headline.value }),
          ...(article.source && { source: article.source.name }),
          ...(article.date && { day: article.date.day }),
          ...(speaker && { speaker }),
        }),
      );
      vscode.window.setStatusBarMessage(vscode.l10n.t('Copied the citation'), 3000);
    }),
    vscode.commands.registerCommand(commands.saveCleanCopy, async () => {
      const open = await shown();
      if (!open) return;
      const { document } = open.editor;
      const target = await vscode.window.showSaveDialog({
        defaultUri: cleanName(document.uri),
        title: vscode.l10n.t('Save Clean Copy'),
      });
      if (!target) return;
      const clean = cleanText(document.getText(), open.article.lines);
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(clean));
      await vscode.window.showTextDocument(target);
    }),
  );
}
