import * as vscode from 'vscode';
import type { ShownNote } from '../annotations/overlay';
import type { OpenArticles } from '../workspace/openArticles';
import { placeOf } from '../workspace/placeOf';
import { toRange } from './spans';

/** One note as the editor shows it in its thread. */
export interface NoteComment extends vscode.Comment {
  readonly note: ShownNote;
  readonly article: vscode.Uri;
  readonly own: boolean;
}

const threadOf = ({ re, id }: ShownNote): string => re ?? id;

function labelOf(document: vscode.TextDocument, { start, end, lost }: ShownNote): string {
  if (lost !== undefined) return vscode.l10n.t('Its words are gone: “{0}”', lost);
  if (start === undefined || end === undefined) return vscode.l10n.t('Note on the article');
  const words = document.getText(toRange(document, { start, end })).replace(/\s+/g, ' ');
  return `“${words}”`;
}

/** People's notes as comment threads of open articles. Their words are shown as plain text. */
export class Notes implements vscode.Disposable {
  private readonly controller = vscode.comments.createCommentController(
    'dateline.notes',
    vscode.l10n.t('Dateline Notes'),
  );
  private readonly threads = new Map<vscode.TextDocument, Map<string, vscode.CommentThread>>();
  private unfolded = '';
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly articles: OpenArticles,
    /** Whose notes may be changed here. */
    private readonly annotator: (folder: vscode.Uri) => Promise<string | undefined>,
  ) {
    this.controller.options = {
      prompt: vscode.l10n.t('Answer…'),
      placeHolder: vscode.l10n.t('Your answer'),
    };
    this.subscriptions = vscode.Disposable.from(
      this.controller,
      articles.onDidAnalyse((document) => void this.show(document)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        for (const thread of this.threads.get(document)?.values() ?? []) thread.dispose();
        this.threads.delete(document);
      }),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** The note of this id is unfolded as soon as it is shown. */
  unfold(id: string): void {
    this.unfolded = id;
  }

  /** The thread that shows a note. */
  threadOf(article: vscode.Uri, note: ShownNote): vscode.CommentThread | undefined {
    for (const [{ uri }, threads] of this.threads) {
      if (uri.toString() === article.toString()) return threads.get(threadOf(note));
    }
    return undefined;
  }

  /** The notes of a thread, the first one first. */
  notesOf(thread: vscode.CommentThread): readonly ShownNote[] {
    return (thread.comments as readonly NoteComment[]).map(({ note }) => note);
  }

  private async show(document: vscode.TextDocument): Promise<void> {
    const folder = placeOf(document.uri)?.folder.uri;
    const me = folder && (await this.annotator(folder));
    const notes = this.articles.current(document)?.shown?.notes;
    // Typing goes on: the editor itself moves the threads meanwhile.
    if (!notes) return;
    const wanted = new Map<string, ShownNote[]>();
    for (const note of [...notes].sort((a, b) => (a.record.ts < b.record.ts ? -1 : 1))) {
      wanted.set(threadOf(note), [...(wanted.get(threadOf(note)) ?? []), note]);
    }
    const threads = this.threads.get(document) ?? new Map<string, vscode.CommentThread>();
    this.threads.set(document, threads);
    for (const [id, thread] of threads) {
      if (wanted.has(id)) continue;
      thread.dispose();
      threads.delete(id);
    }
    for (const [id, group] of wanted) this.fill(document, threads, id, group, me);
  }

  private fill(
    document: vscode.TextDocument,
    threads: Map<string, vscode.CommentThread>,
    id: string,
    group: readonly ShownNote[],
    me: string | undefined,
  ): void {
    const first = group[0]!;
    const { start, end } = first;
    const range =
      start === undefined || end === undefined ? undefined : toRange(document, { start, end });
    const comments = group.map((note): NoteComment => {
      const own = note.by === me;
      return {
        ...{ note, own, article: document.uri, body: note.text, author: { name: note.by } },
        mode: vscode.CommentMode.Preview,
        contextValue: own ? 'own' : 'other',
        timestamp: new Date(note.record.ts),
      };
    });
    const known = threads.get(id);
    if (!known) {
      // The editor takes a thread without a place for one on the file, though the types ask for a range.
      const thread = this.controller.createCommentThread(document.uri, range!, comments);
      thread.label = labelOf(document, first);
      if (id === this.unfolded) {
        thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
      }
      threads.set(id, thread);
      return;
    }
    known.range = range;
    known.label = labelOf(document, first);
    const shown = this.notesOf(known).map(({ record }) => record.ts + record.text);
    if (shown.join() !== group.map(({ record }) => record.ts + record.text).join()) {
      known.comments = comments;
    }
  }
}
