import * as vscode from 'vscode';
import type { Mention, Span } from '../analysis/article';
import { boilerplateBlocks } from '../analysis/blocks';
import { cleanText } from '../analysis/cleanText';
import type { Decorations } from '../editor/decorations';
import { toRange } from '../editor/spans';
import { annotateCommands, commands } from '../ids';
import type { Analysed } from '../worker/protocol';
import type { OpenArticles } from '../workspace/openArticles';
import { hideCard } from './hideCard';

interface ShownArticle {
  readonly editor: vscode.TextEditor;
  readonly analysed: Analysed;
}

function select(editor: vscode.TextEditor, span: Span): void {
  const range = toRange(editor.document, span);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Commands for the article in the active editor. */
export function registerReadingCommands(
  articles: OpenArticles,
  decorations: Decorations,
): vscode.Disposable {
  /** The article in the active editor; tells the user where there is none. */
  const shownArticle = async (): Promise<ShownArticle | undefined> => {
    const editor = vscode.window.activeTextEditor;
    const analysed = editor && (await articles.analysis(editor.document));
    if (editor && analysed) return { editor, analysed };
    void vscode.window.showInformationMessage(
      editor && articles.isArticle(editor.document)
        ? vscode.l10n.t('This article could not be analysed. The Analysis Report says why.')
        : vscode.l10n.t('Open a news article first: this command works in its editor.'),
    );
    return undefined;
  };

  const step = async (direction: 1 | -1): Promise<void> => {
    const shown = await shownArticle();
    if (!shown) return;
    const { editor, analysed } = shown;
    const mentions = analysed.article.mentions.filter((mention) => !mention.boilerplate);
    const offset = editor.document.offsetAt(editor.selection.start);
    const target: Mention | undefined =
      direction === 1
        ? (mentions.find(({ start }) => start > offset) ?? mentions[0])
        : (mentions.findLast(({ start }) => start < offset) ?? mentions.at(-1));
    if (target) select(editor, target);
    else void vscode.window.showInformationMessage(vscode.l10n.t('No names in this article.'));
  };

  const on = (command: string, run: () => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(command, run);

  /** From a card: goes to the mention it is about and runs what works at the cursor. */
  const onMention = (command: string, run: string): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (uri: string, start: number, end: number) => {
      await vscode.commands.executeCommand(commands.goToMention, uri, start, end);
      await hideCard();
      await vscode.commands.executeCommand(run);
    });

  return vscode.Disposable.from(
    on(commands.nextMention, () => step(1)),
    on(commands.previousMention, () => step(-1)),
    on(commands.toggleHighlights, () => {
      const on = decorations.toggle();
      vscode.window.setStatusBarMessage(
        on ? vscode.l10n.t('Dateline highlights on') : vscode.l10n.t('Dateline highlights off'),
        3000,
      );
    }),
    on(commands.foldBoilerplate, async () => {
      const shown = await shownArticle();
      if (!shown) return;
      const blocks = boilerplateBlocks(shown.analysed.article.lines).filter(
        ({ firstLine, lastLine }) => lastLine > firstLine,
      );
      if (blocks.length === 0) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('There is no boilerplate of two lines or more to fold.'),
        );
        return;
      }
      await vscode.commands.executeCommand('editor.fold', {
        selectionLines: blocks.map(({ firstLine }) => firstLine),
      });
    }),
    on(commands.copyCleanText, async () => {
      const shown = await shownArticle();
      if (!shown) return;
      const { editor, analysed } = shown;
      const clean = cleanText(editor.document.getText(), analysed.article.lines);
      await vscode.env.clipboard.writeText(clean);
      vscode.window.setStatusBarMessage(
        vscode.l10n.t('Copied {0} words without boilerplate', analysed.article.words.article),
        3000,
      );
    }),
    onMention(commands.allMentions, 'editor.action.referenceSearch.trigger'),
    onMention(commands.mergeMention, annotateCommands.mergeEntity),
    vscode.commands.registerCommand(
      commands.goToMention,
      async (uri: string, start: number, end: number) => {
        const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
        select(await vscode.window.showTextDocument(document), { start, end });
      },
    ),
  );
}
