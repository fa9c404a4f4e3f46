import * as vscode from 'vscode';
import type { PairAgreement, Vote } from '../annotations/adjudication';
import type { Disagreement, DisagreementKind } from '../annotations/disagreements';
import { commands, contexts, views } from '../ids';
import type { AdjudicatedArticle, Adjudicating } from '../workspace/adjudicating';

/** A row of the view in which several people's annotations are settled. */
export type AdjudicateRow =
  | { readonly kind: 'pair'; readonly pair: PairAgreement }
  | { readonly kind: 'article'; readonly article: AdjudicatedArticle }
  | DifferenceRow
  | VoteRow;

export interface DifferenceRow {
  readonly kind: 'difference';
  readonly article: AdjudicatedArticle;
  readonly difference: Disagreement<Vote>;
}

/** What one person says about a difference. */
export interface VoteRow {
  readonly kind: 'vote';
  readonly under: DifferenceRow;
  readonly by: string;
}

const figure = (value: number): string =>
  value.toLocaleString(vscode.env.language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });

function figures({ f1, kappa, alpha }: PairAgreement): string {
  return `F1 ${figure(f1)} · κ ${figure(kappa)} · α ${figure(alpha)}`;
}

/** What a difference is called. */
export function differenceName(kind: DisagreementKind): string {
  const names: Record<DisagreementKind, string> = {
    span: vscode.l10n.t('not marked by all'),
    label: vscode.l10n.t('different labels'),
    boundary: vscode.l10n.t('different edges'),
    both: vscode.l10n.t('different labels and edges'),
  };
  return names[kind];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** One person's reading: “John Smith” PER. */
export function readingOf(votes: readonly Vote[]): string {
  return votes.length === 0
    ? vscode.l10n.t('nothing here')
    : votes.map(({ text, label }) => `“${oneLine(text)}” ${label}`).join(', ');
}

const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;

function made(
  id: string,
  label: string,
  description: string,
  icon: string,
  state: vscode.TreeItemCollapsibleState,
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.id = id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label: `${label}, ${description}` };
  return item;
}

function pairItem(pair: PairAgreement): vscode.TreeItem {
  const [one, other] = pair.people;
  const item = made(
    `pair ${one}\n${other}`,
    vscode.l10n.t('{0} and {1}', one, other),
    figures(pair),
    'organization',
    None,
  );
  item.tooltip = [
    vscode.l10n.t('How far {0} and {1} agree in {2} articles:', one, other, pair.articles),
    vscode.l10n.t('F1 {0}: exact spans with their labels', figure(pair.f1)),
    vscode.l10n.t('κ {0}: Cohen’s kappa on the labels of words', figure(pair.kappa)),
    vscode.l10n.t('α {0}: Krippendorff’s alpha on spans and their edges', figure(pair.alpha)),
  ].join('\n');
  return item;
}

function articleItem({ uri, found }: AdjudicatedArticle, expanded: boolean): vscode.TreeItem {
  const item = made(
    `article ${uri.toString()}`,
    vscode.workspace.asRelativePath(uri),
    vscode.l10n.t('{0} to settle, {1} settled', found.open.length, found.settled),
    'file-text',
    expanded ? Expanded : Collapsed,
  );
  item.contextValue = 'article';
  return item;
}

function differencesOf(article: AdjudicatedArticle): DifferenceRow[] {
  return article.found.open.map((difference) => ({ kind: 'difference', article, difference }));
}

function keyOf({ article, difference: { start, end } }: DifferenceRow): string {
  return `${article.uri.toString()} ${start} ${end}`;
}

function differenceItem(row: DifferenceRow): vscode.TreeItem {
  const { article, difference } = row;
  const { start, end, kind } = difference;
  const item = made(
    `difference ${keyOf(row)}`,
    oneLine(article.text.slice(start, end)),
    differenceName(kind),
    'git-compare',
    Expanded,
  );
  item.contextValue = 'difference';
  item.command = {
    title: vscode.l10n.t('Show in Article'),
    command: commands.goToMention,
    arguments: [article.uri.toString(), start, end],
  };
  return item;
}

function voteItem({ under, by }: VoteRow): vscode.TreeItem {
  const reading = readingOf(under.difference.votes.get(by) ?? []);
  const item = made(`vote ${keyOf(under)} ${by}`, by, reading, 'person', None);
  item.contextValue = 'vote';
  item.command = differenceItem(under).command!;
  return item;
}

/** The Adjudicate view: what several people see differently, article by article, and how far they agree. */
export class AdjudicateTree implements vscode.TreeDataProvider<AdjudicateRow>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<AdjudicateRow>;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly adjudicating: Adjudicating) {
    this.view = vscode.window.createTreeView(views.adjudicate, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.disposables = [
      this.changed,
      this.view,
      adjudicating.onDidChange(() => {
        this.show();
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** The row that the person has chosen. */
  get selected(): AdjudicateRow | undefined {
    return this.view.selection[0];
  }

  /** Is this difference still to settle? */
  has(row: DifferenceRow): boolean {
    return this.open.some((one) => keyOf(one) === keyOf(row));
  }

  /** Moves the focus to what follows a difference that is settled; nothing where none is left. */
  async goOn(settled: DifferenceRow): Promise<DifferenceRow | undefined> {
    const { open } = this;
    const { article, difference } = settled;
    const own = open.filter((row) => row.article.uri.toString() === article.uri.toString());
    const next = own.find((row) => row.difference.start > difference.start) ?? own[0] ?? open[0];
    if (next) await this.view.reveal(next, { select: true, focus: true, expand: true });
    return next;
  }

  getTreeItem(row: AdjudicateRow): vscode.TreeItem {
    switch (row.kind) {
      case 'pair':
        return pairItem(row.pair);
      case 'article':
        return articleItem(row.article, this.articles.length <= 3 || isActive(row.article));
      case 'difference':
        return differenceItem(row);
      case 'vote':
        return voteItem(row);
    }
  }

  getParent(row: AdjudicateRow): AdjudicateRow | undefined {
    if (row.kind === 'vote') return row.under;
    return row.kind === 'difference' ? { kind: 'article', article: row.article } : undefined;
  }

  getChildren(row?: AdjudicateRow): AdjudicateRow[] {
    switch (row?.kind) {
      case undefined: {
        const { articles } = this;
        if (articles.length === 0) return [];
        return [
          ...this.adjudicating.pairs.map((pair) => ({ kind: 'pair', pair }) as const),
          ...articles.map((article) => ({ kind: 'article', article }) as const),
        ];
      }
      case 'article': {
        return differencesOf(row.article);
      }
      case 'difference':
        return [...row.difference.votes.keys()].map((by) => ({ kind: 'vote', under: row, by }));
      default:
        return [];
    }
  }

  /** Articles with something to settle; that of the active editor first. */
  private get articles(): AdjudicatedArticle[] {
    return this.adjudicating.articles
      .filter(({ found }) => found.open.length > 0)
      .sort((a, b) => Number(isActive(b)) - Number(isActive(a)));
  }

  private get open(): DifferenceRow[] {
    return this.articles.flatMap(differencesOf);
  }

  private show(): void {
    const { articles, pairs } = this.adjudicating;
    const open = articles.reduce((sum, { found }) => sum + found.open.length, 0);
    const context = (key: string, value: boolean): void =>
      void vscode.commands.executeCommand('setContext', key, value);
    context(contexts.adjudicable, articles.length > 0);
    context(
      contexts.agreed,
      articles.some(({ found }) => found.agreed.length > 0),
    );
    // With nothing left to settle, the place of the rows is the welcome’s.
    this.view.description =
      open > 0
        ? vscode.l10n.t('{0} to settle', open)
        : pairs.map((pair) => `${pair.people.join(', ')}: ${figures(pair)}`).join('; ');
    this.changed.fire(undefined);
  }
}

function isActive({ uri }: AdjudicatedArticle): boolean {
  return vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
}
