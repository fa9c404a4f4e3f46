import * as vscode from 'vscode';
import { isBoilerplate, type MentionType, type Span, sureScore } from '../analysis/article';
import { settings } from '../ids';
import type { Labels } from '../workspace/labels';
import type { Analysed } from '../worker/protocol';
import type { OpenArticles } from '../workspace/openArticles';
import { type Highlight, readSettings } from '../workspace/settings';
import { toRange } from './spans';

const color = (id: string): vscode.ThemeColor => new vscode.ThemeColor(`dateline.${id}`);

/** A tint, and a line below whose style tells the types apart without colour. */
const underlined = (id: string, style: string): vscode.DecorationRenderOptions => ({
  backgroundColor: color(`${id}Background`),
  borderColor: color(`${id}Border`),
  borderStyle: style,
  borderWidth: style === 'double' ? '0 0 3px 0' : '0 0 2px 0',
  overviewRulerColor: color(`${id}Border`),
  overviewRulerLane: vscode.OverviewRulerLane.Right,
});

const styles = {
  person: underlined('person', 'solid'),
  organisation: underlined('organisation', 'double'),
  place: underlined('place', 'dashed'),
  other: underlined('other', 'dotted'),
  date: { ...underlined('date', 'dotted'), borderWidth: '0 0 1px 0' },
  // Over the style of its type: someone has said that it is right.
  accepted: {
    fontWeight: '600',
    after: { contentText: '✓', color: color('acceptedForeground'), margin: '0 0 0 1px' },
  },
  // Someone had said so, and the words have changed since.
  changed: { after: { contentText: '?', color: color('acceptedForeground'), margin: '0 0 0 1px' } },
  headline: { fontWeight: 'bold', color: color('headlineForeground') },
  byline: { fontStyle: 'italic', color: color('bylineForeground') },
  dateline: { fontWeight: 'bold' },
  boilerplate: { color: color('boilerplateForeground') },
  likelyBoilerplate: { color: color('likelyBoilerplateForeground') },
} satisfies Record<string, vscode.DecorationRenderOptions>;

type Style = keyof typeof styles;

const mentionStyles: Record<MentionType, { readonly style: Style; readonly highlight: Highlight }> =
  {
    PER: { style: 'person', highlight: 'people' },
    ORG: { style: 'organisation', highlight: 'organisations' },
    LOC: { style: 'place', highlight: 'places' },
    MISC: { style: 'other', highlight: 'other' },
    DATE: { style: 'date', highlight: 'dates' },
  };

/** A label of the user's own: a box, which none of the five has, in the colour that the schema gives. */
const boxed = (themeColor = 'dateline.otherBorder'): vscode.DecorationRenderOptions => ({
  borderColor: new vscode.ThemeColor(themeColor),
  borderStyle: 'solid',
  borderWidth: '1px',
  borderRadius: '3px',
  overviewRulerColor: new vscode.ThemeColor(themeColor),
  overviewRulerLane: vscode.OverviewRulerLane.Right,
});

/** More spans than this are drawn near the visible part only. */
const manySpans = 3000;

/** Never the name of a style. */
const labelKey = (label: string): string => `label ${label}`;

const isKnown = (label: string): label is MentionType => label in mentionStyles;

/** The spans of each style in one article, and of each label beyond the five. */
function styledSpans(
  { article, shown: decided }: Analysed,
  shown: ReadonlySet<Highlight>,
): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  const put = (key: string, span: Span): void =>
    void spans.set(key, [...(spans.get(key) ?? []), span]);
  const add: (style: Style, span: Span) => void = put;
  const mentions =
    decided?.mentions ?? article.mentions.map((one) => ({ ...one, label: one.type }));
  for (const mention of mentions) {
    const { label, boilerplate } = mention;
    const { style, highlight } = mentionStyles[isKnown(label) ? label : 'MISC'];
    if (boilerplate || !shown.has(highlight)) continue;
    if (isKnown(label)) add(style, mention);
    else put(labelKey(label), mention);
    const state = 'state' in mention ? mention.state : undefined;
    if (state === 'accepted') add('accepted', mention);
    if (state === 'changed') add('changed', mention);
  }
  for (const line of article.lines) {
    if (isBoilerplate(line.kind)) {
      if (shown.has('boilerplate'))
        add(line.score >= sureScore ? 'boilerplate' : 'likelyBoilerplate', line);
    } else if (shown.has('structure')) {
      if (line.kind === 'headline') add('headline', line);
      if (line.kind === 'byline') add('byline', line);
    }
  }
  if (article.dateline && shown.has('structure')) add('dateline', article.dateline);
  return spans;
}

function typeOf(options: vscode.DecorationRenderOptions): vscode.TextEditorDecorationType {
  const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
  return vscode.window.createTextEditorDecorationType({ ...options, rangeBehavior });
}

/** Highlights names, dates and structure and dims boilerplate in every visible editor. */
export class Decorations implements vscode.Disposable {
  private readonly types = new Map<string, vscode.TextEditorDecorationType>(
    (Object.keys(styles) as Style[]).map((style) => [style, typeOf(styles[style])]),
  );
  /** The colours that the labels beyond the five are drawn in. */
  private readonly colors = new Map<string, string | undefined>();
  private readonly disposables: vscode.Disposable[];
  private visible = true;

  constructor(
    private readonly articles: OpenArticles,
    private readonly labels: Labels,
  ) {
    this.disposables = [
      labels.onDidChange(() => {
        this.drawAll();
      }),
      articles.onDidAnalyse((document) => {
        for (const editor of vscode.window.visibleTextEditors) {
          if (editor.document === document) this.draw(editor);
        }
      }),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.draw(editor);
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        const analysed = this.articles.current(textEditor.document);
        if (analysed && analysed.article.mentions.length > manySpans) this.draw(textEditor);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${settings.section}.${settings.highlight}`))
          this.drawAll();
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables, ...this.types.values()).dispose();
  }

  /** Switches all highlights on or off for this window; says which. */
  toggle(): boolean {
    this.visible = !this.visible;
    this.drawAll();
    return this.visible;
  }

  private drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.draw(editor);
  }

  private draw(editor: vscode.TextEditor): void {
    const { document } = editor;
    const analysed = this.articles.current(document);
    // While the text changes, the editor itself moves what is drawn.
    if (!analysed && this.articles.isArticle(document)) return;
    const shown = new Set(this.visible ? readSettings(document.uri).highlight : []);
    const spans = analysed ? styledSpans(analysed, shown) : undefined;
    const many =
      spans && [...spans.values()].reduce((sum, list) => sum + list.length, 0) > manySpans;
    this.drawOwnLabels(document.uri, [...(spans?.keys() ?? [])]);
    const near = many ? this.nearVisible(editor) : undefined;
    for (const [style, type] of this.types) {
      const list = spans?.get(style) ?? [];
      editor.setDecorations(
        type,
        (near ? list.filter(({ start, end }) => end >= near.start && start <= near.end) : list).map(
          (span) => toRange(document, span),
        ),
      );
    }
  }

  /** Labels of the user's own get a type when they are first met, and another when their colour changes. */
  private drawOwnLabels(article: vscode.Uri, keys: readonly string[]): void {
    const labels = this.labels.now(article);
    for (const key of keys) {
      if (key in styles) continue;
      const color = labels.find(({ name }) => labelKey(name) === key)?.color;
      if (this.types.has(key) && this.colors.get(key) === color) continue;
      this.types.get(key)?.dispose();
      this.types.set(key, typeOf(boxed(color)));
      this.colors.set(key, color);
    }
  }

  /** The visible part and two screens on either side. */
  private nearVisible({ document, visibleRanges }: vscode.TextEditor): Span {
    const first = visibleRanges[0]?.start.line ?? 0;
    const last = visibleRanges.at(-1)?.end.line ?? first;
    const margin = 2 * (last - first + 1);
    return {
      start: document.offsetAt(new vscode.Position(Math.max(0, first - margin), 0)),
      end: document.offsetAt(new vscode.Position(last + margin + 1, 0)),
    };
  }
}
