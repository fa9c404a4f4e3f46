import * as vscode from 'vscode';
import type { Span } from '../analysis/article';
import { message } from '../analysis/message';
import type { ShownNote } from '../annotations/overlay';
import type { NoteRecord } from '../annotations/records';
import type { NoteComment, Notes } from '../editor/notes';
import { annotateCommands as ids } from '../ids';
import type { Decisions } from '../workspace/decisions';
import type { OpenArticles } from '../workspace/openArticles';
import { placeOf } from '../workspace/placeOf';
import type { CommandTable } from './annotate';
import { findTarget, newId, select, type Target, trimmed } from './annotateTarget';

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Notes: on selected words, a mention or the whole article; answered, changed and taken away. */
export function noteCommands(
  articles: OpenArticles,
  decisions: Decisions,
  notes: Notes,
): CommandTable {
  const write = async (
    article: vscode.Uri,
    document: vscode.TextDocument,
    record: Omit<NoteRecord, 't' | 'by' | 'ts'>,
    before?: NoteRecord,
  ): Promise<boolean> => {
    const { q } = record;
    const name =
      q === undefined ? message('Note on the article') : message('Note on “{0}”', short(q));
    const draft = { ...record, t: 'note' } as const;
    const decision = { article, text: document.getText(), draft, ...(before && { before }) };
    return decisions.decide(name, [decision]);
  };

  /** Asks for a note on words, or without them on the article. */
  const add = async ({ editor: { document }, text }: Target, span?: Span): Promise<void> => {
    const words = span && short(text.slice(span.start, span.end).replace(/\s+/g, ' '));
    const note = await vscode.window.showInputBox({
      title:
        words === undefined
          ? vscode.l10n.t('Note on the article')
          : vscode.l10n.t('Note on “{0}”', words),
      placeHolder: vscode.l10n.t('What should be remembered here?'),
      ignoreFocusOut: true,
    });
    if (!note?.trim()) return;
    const [place] = span ? await decisions.calls.places(text, [span]) : [];
    const id = newId();
    notes.unfold(id);
    await write(document.uri, document, { id, text: note.trim(), st: 'accepted', ...place });
  };

  const answer = async ({ thread, text }: vscode.CommentReply): Promise<void> => {
    const first = notes.notesOf(thread)[0]?.record;
    if (text.trim() === '' || !first) return;
    const document = await vscode.workspace.openTextDocument(thread.uri);
    await write(thread.uri, document, {
      ...first,
      ...{ id: newId(), text: text.trim(), re: first.re ?? first.id, st: 'accepted' },
    });
  };

  /** A new object each time: the editor draws a comment again only then. */
  const setMode = ({ note, article }: NoteComment, mode: vscode.CommentMode): void => {
    const thread = notes.threadOf(article, note);
    if (!thread) return;
    thread.comments = (thread.comments as readonly NoteComment[]).map((comment) =>
      comment.note.id === note.id ? { ...comment, body: note.text, mode } : comment,
    );
  };

  const replace = async (
    { note: { record }, article }: NoteComment,
    change: Partial<Pick<NoteRecord, 'text' | 'st'>>,
  ): Promise<boolean> => {
    const document = await vscode.workspace.openTextDocument(article);
    return write(article, document, { ...record, ...change }, record);
  };

  return {
    [ids.addNote]: async () => {
      const target = await findTarget(articles);
      if (!target || !annotatable(target.editor.document)) return;
      const { editor, span, mention, shown } = target;
      const isHere = ({ start = Infinity, end = -1 }: ShownNote): boolean =>
        start <= span.start && span.start <= end;
      if (span.end > span.start) await add(target, span);
      else if (shown.notes.some(isHere)) {
        await vscode.commands.executeCommand('workbench.action.focusCommentOnCurrentLine');
      } else if (mention) {
        select(editor, mention);
        await add(target, mention);
      } else {
        const line = trimmed(target.text, spanOfLine(editor));
        await add(target, line.end > line.start ? line : undefined);
      }
    },
    [ids.addArticleNote]: async () => {
      const target = await findTarget(articles);
      if (target && annotatable(target.editor.document)) await add(target);
    },
    [ids.saveNote]: answer,
    [ids.editNote]: (comment: NoteComment) => {
      setMode(comment, vscode.CommentMode.Editing);
    },
    [ids.cancelNoteEdit]: (comment: NoteComment) => {
      setMode(comment, vscode.CommentMode.Preview);
    },
    [ids.saveNoteEdit]: async (comment: NoteComment) => {
      const text = typeof comment.body === 'string' ? comment.body : comment.body.value;
      if (text.trim() !== '' && text !== comment.note.text) await replace(comment, { text });
      else setMode(comment, vscode.CommentMode.Preview);
    },
    [ids.deleteNote]: (comment: NoteComment) => replace(comment, { st: 'withdrawn' }),
  };
}

function spanOfLine({ document, selection }: vscode.TextEditor): Span {
  const { range } = document.lineAt(selection.active.line);
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

function annotatable({ uri }: vscode.TextDocument): boolean {
  if (placeOf(uri)) return true;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('Only articles in the opened folder can be annotated.'),
  );
  return false;
}
