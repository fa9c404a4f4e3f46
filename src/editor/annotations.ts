import * as vscode from 'vscode';
import type { ShownMention } from '../annotations/overlay';
import type { ShownEntity } from '../annotations/shownEntities';
import { annotateCommands as ids } from '../ids';
import { articleSelector } from '../workspace/articleSelector';
import type { OpenArticles } from '../workspace/openArticles';
import { placeOf } from '../workspace/placeOf';
import { toRange } from './spans';

/** Gives an entity of an article in a folder another name. */
export type Rename = (folder: vscode.Uri, entity: ShownEntity, name: string) => Promise<boolean>;

const { QuickFix, RefactorRewrite } = vscode.CodeActionKind;

function actionsOn(mention: ShownMention): vscode.CodeAction[] {
  const action = (title: string, command: string, kind = QuickFix): vscode.CodeAction => {
    const made = new vscode.CodeAction(title, kind);
    made.command = { title, command, arguments: [mention.id] };
    return made;
  };
  const plain = (title: string, command: string): vscode.CodeAction => {
    const made = new vscode.CodeAction(title, RefactorRewrite);
    made.command = { title, command };
    return made;
  };
  const { text, label, state, entity } = mention;
  return [
    ...(state === 'accepted'
      ? []
      : [action(vscode.l10n.t('Accept “{0}” as {1}', text, label), ids.acceptMention)]),
    action(vscode.l10n.t('Reject “{0}” as {1}', text, label), ids.rejectMention),
    plain(vscode.l10n.t('Change Label of “{0}”…', text), ids.changeLabel),
    plain(vscode.l10n.t('Apply to All Occurrences…'), ids.labelOccurrences),
    plain(vscode.l10n.t('Reject All Occurrences…'), ids.rejectOccurrences),
    ...(entity === undefined
      ? []
      : [
          plain(vscode.l10n.t('Merge Entity into Another…'), ids.mergeEntity),
          plain(vscode.l10n.t('Split Name from Entity…'), ids.splitEntity),
        ]),
  ];
}

/** The lightbulb on a mention, and renaming its entity: never its text. */
export function registerAnnotations(articles: OpenArticles, rename: Rename): vscode.Disposable {
  const mentionAt = async (
    document: vscode.TextDocument,
    range: vscode.Range,
  ): Promise<{ mention: ShownMention; entity: ShownEntity | undefined } | undefined> => {
    const shown = (await articles.analysis(document))?.shown;
    if (!shown) return undefined;
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const mention = shown.mentions
      .filter((one) => one.start <= start && end <= one.end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    return mention && { mention, entity: shown.entities.find(({ key }) => key === mention.entity) };
  };

  const entityAt = async (
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ mention: ShownMention; entity: ShownEntity }> => {
    const found = await mentionAt(document, new vscode.Range(position, position));
    if (!found?.entity) throw new Error(vscode.l10n.t('There is no entity here to rename.'));
    return { mention: found.mention, entity: found.entity };
  };

  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(
      articleSelector,
      {
        async provideCodeActions(document, range) {
          const found = await mentionAt(document, range);
          return found && actionsOn(found.mention);
        },
      },
      { providedCodeActionKinds: [QuickFix, RefactorRewrite] },
    ),
    vscode.languages.registerRenameProvider(articleSelector, {
      async prepareRename(document, position) {
        const { mention, entity } = await entityAt(document, position);
        return { range: toRange(document, mention), placeholder: entity.name };
      },
      async provideRenameEdits(document, position, name) {
        const { entity } = await entityAt(document, position);
        const folder = placeOf(document.uri)?.folder.uri;
        if (folder && name.trim() !== '') await rename(folder, entity, name.trim());
        return new vscode.WorkspaceEdit();
      },
    }),
  );
}
