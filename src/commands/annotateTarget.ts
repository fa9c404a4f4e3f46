import * as vscode from 'vscode';
import type { Message, Span } from '../analysis/article';
import type { ShownArticle, ShownMention } from '../annotations/overlay';
import type { SpanRecord } from '../annotations/records';
import { toRange } from '../editor/spans';
import type { Decisions, Draft } from '../workspace/decisions';
import type { OpenArticles } from '../workspace/openArticles';

/** The article that a person annotates, and what in it is meant. */
export interface Target {
  readonly editor: vscode.TextEditor;
  readonly text: string;
  readonly shown: ShownArticle;
  /** The selection, without the white space at its ends; empty where only the cursor stands. */
  readonly span: Span;
  /** The innermost mention at the selection. */
  readonly mention: ShownMention | undefined;
}

/** The shortest mention that holds a span. */
export function mentionAround(
  mentions: readonly ShownMention[],
  { start, end }: Span,
): ShownMention | undefined {
  const around = mentions.filter((mention) => mention.start <= start && end <= mention.end);
  return around.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

/** The mention that is exactly these words. */
export const mentionOn = (
  mentions: readonly ShownMention[],
  { start, end }: Span,
): ShownMention | undefined =>
  mentions.find((mention) => mention.start === start && mention.end === end);

/** A selection without the white space that a double click or a drag takes along. */
export function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return words.trim() === ''
    ? { start, end: start }
    : { start: from, end: from + words.trim().length };
}

/** The article in the active editor; tells the person where there is none. */
export async function findTarget(articles: OpenArticles): Promise<Target | undefined> {
  const editor = vscode.window.activeTextEditor;
  const version = editor?.document.version;
  const analysed = editor && (await articles.analysis(editor.document));
  // Somebody typed meanwhile: the offsets are those of a text that is gone.
  if (editor?.document.version !== version) return findTarget(articles);
  if (!editor || !analysed?.shown) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a news article first: this command works in its editor.'),
    );
    return undefined;
  }
  const { document, selection } = editor;
  const text = document.getText();
  const selected = {
    start: document.offsetAt(selection.start),
    end: document.offsetAt(selection.end),
  };
  const span = trimmed(text, selected);
  const { shown } = analysed;
  return { editor, text, shown, span, mention: mentionAround(shown.mentions, span) };
}

/** The mention meant; tells the person where there is none. */
export function needMention({ mention }: Target): ShownMention | undefined {
  if (!mention) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no mention here: put the cursor into a highlighted name.'),
    );
  }
  return mention;
}

export function select(editor: vscode.TextEditor, span: Span): void {
  const range = toRange(editor.document, span);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

export const isSelected = (editor: vscode.TextEditor, span: Span): boolean =>
  editor.selection.isEqual(toRange(editor.document, span));

/**
 * Selects what a decision leaves selected, then writes it. In this order the next key means what is
 * shown, and a click made meanwhile is not undone. If nothing comes of it, what was selected is again.
 */
export async function selectAndDecide(
  { editor, span }: Target,
  next: Span,
  decide: () => Promise<boolean>,
): Promise<boolean> {
  select(editor, next);
  const done = await decide();
  if (!done && isSelected(editor, next)) select(editor, span);
  return done;
}

/** A decision on a mention or a span of words: what is new of its record. */
export interface SpanDecision {
  readonly mention?: ShownMention | undefined;
  readonly span: Span;
  readonly over: Partial<Pick<SpanRecord, 'label' | 'st' | 'src' | 'ent'>>;
}

/** An id for something that a person adds. */
export const newId = (): string => `h${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;

/** A machine mention keeps its id when it is decided about; a person's own has one of `newId`. */
export const isMachines = ({ id }: ShownMention): boolean => id.startsWith('m');

/** Writes decisions on spans of one article as one action. */
export async function decideSpans(
  decisions: Decisions,
  name: Message,
  article: vscode.Uri,
  text: string,
  wanted: readonly SpanDecision[],
): Promise<boolean> {
  const places = await decisions.calls.places(
    text,
    wanted.map(({ span }) => span),
  );
  return decisions.decide(
    name,
    wanted.map(({ mention, over }, i) => {
      const draft: Draft = {
        ...{ t: 'span', id: mention?.id ?? newId(), label: mention?.label ?? 'MISC' },
        ...{ st: 'accepted', src: mention?.by ?? 'human' },
        ...(mention?.record?.ent !== undefined && { ent: mention.record.ent }),
        ...(mention?.record && { src: mention.record.src }),
        ...places[i]!,
        ...over,
      };
      return { article, text, draft, ...(mention?.record && { before: mention.record }) };
    }),
  );
}
