import * as vscode from 'vscode';
import type { Told } from '../corpus/novelty';
import { tellingOf } from '../corpus/telling';
import { commands } from '../ids';
import type { ArticleDossier } from '../worker/protocol';
import { articleSelector } from '../workspace/articleSelector';
import { Card, dayName } from './card';
import type { ComparingParts } from './comparingParts';
import { readTellings } from './readTellings';
import { spanAt, toRange } from './spans';

/** So many earlier articles are read at most, the latest of them. */
const mostEarlier = 40;

/** What an article repeats, found for one version of its text. */
interface Found {
  readonly version: number;
  readonly told: readonly Told[];
  readonly paragraphs: number;
  /** Earlier articles of its event. */
  readonly earlier: readonly ArticleDossier[];
}

/** Dims, while switched on, the paragraphs that an earlier article of the event has told. */
export function registerWhatIsNew(parts: ComparingParts): vscode.Disposable {
  const { mirror, articles, texts, comparing } = parts;
  const decoration = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('dateline.toldForeground'),
    fontStyle: 'italic',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const status = vscode.window.createStatusBarItem('dateline.new', vscode.StatusBarAlignment.Left);
  status.name = vscode.l10n.t('What Is New');
  status.command = commands.showNew;
  const found = new Map<string, Found>();
  const asked = new Map<string, number>();
  let isOn = false;

  /** The articles of the event that came before, as its timeline has them. */
  const earlierOf = async (id: string): Promise<readonly ArticleDossier[]> => {
    const dossiers = await mirror.calls.dossiers(mirror.eventOf(id)?.articles ?? []);
    const own = dossiers.find((dossier) => dossier.id === id);
    if (!own) return [];
    const { day = '9999' } = own.card;
    const isEarlier = ({ id: other, card }: ArticleDossier): boolean =>
      card.day !== undefined && (card.day < day || (card.day === day && other < id));
    return dossiers.filter(isEarlier).slice(0, mostEarlier).reverse();
  };

  const find = async (document: vscode.TextDocument): Promise<void> => {
    const id = document.uri.toString();
    const turn = (asked.get(id) ?? 0) + 1;
    asked.set(id, turn);
    const isStale = (): boolean => !isOn || asked.get(id) !== turn;
    const analysed = await articles.analysis(document);
    if (!analysed || isStale()) return;
    const telling = tellingOf(id, document.getText(), analysed.article);
    const { version } = document;
    const earlier = await earlierOf(id);
    const before = await readTellings(
      texts,
      earlier.map((one) => one.id),
      isStale,
    );
    const told = before.length === 0 ? [] : await comparing.told(telling, before);
    if (isStale() || document.version !== version) return;
    found.set(id, { version, told, paragraphs: telling.lines.length, earlier });
    show();
  };

  const show = (): void => {
    for (const editor of vscode.window.visibleTextEditors) {
      const { document } = editor;
      const known = isOn ? found.get(document.uri.toString()) : undefined;
      // While the text changes, the editor itself moves what is drawn.
      if (known && known.version !== document.version) continue;
      editor.setDecorations(
        decoration,
        (known?.told ?? []).map((one) => toRange(document, one)),
      );
    }
    const active = vscode.window.activeTextEditor?.document;
    const known = active && found.get(active.uri.toString());
    if (!isOn || !active || !articles.isArticle(active)) {
      status.hide();
      return;
    }
    const { paragraphs = 0, told = [], earlier = [] } = known ?? {};
    const what = !known
      ? vscode.l10n.t('Looking for what is new…')
      : earlier.length === 0
        ? vscode.l10n.t('All new: no earlier article')
        : vscode.l10n.t('{0} of {1} paragraphs new', paragraphs - told.length, paragraphs);
    status.text = `$(history) ${what}`;
    status.tooltip = vscode.l10n.t('Paragraphs that earlier articles of the event told are dimmed');
    status.accessibilityInformation = { label: what };
    status.show();
  };

  const findVisible = (): void => {
    show();
    if (!isOn) return;
    const documents = new Set(vscode.window.visibleTextEditors.map(({ document }) => document));
    for (const document of documents) if (articles.isArticle(document)) void find(document);
  };

  const cardOf = ({ by }: Told, earlier: readonly ArticleDossier[], text: string): Card => {
    const dossier = earlier.find(({ id }) => id === by.article);
    const { source, title = '', day } = dossier?.card ?? {};
    const who = source ?? title;
    const card = new Card().title(
      day === undefined
        ? vscode.l10n.t('Already told by {0}', who)
        : vscode.l10n.t('Already told by {0} on {1}', who, dayName(day)),
    );
    return card.quote(text.slice(by.start, by.end)).links([
      {
        label: vscode.l10n.t('Go there'),
        command: commands.goToMention,
        args: [by.article, by.start, by.end],
      },
    ]);
  };

  return vscode.Disposable.from(
    decoration,
    status,
    vscode.commands.registerCommand(commands.showNew, () => {
      isOn = !isOn;
      if (!isOn) found.clear();
      findVisible();
    }),
    vscode.languages.registerHoverProvider(articleSelector, {
      async provideHover(document, position) {
        const known = isOn ? found.get(document.uri.toString()) : undefined;
        if (known?.version !== document.version) return undefined;
        const told = spanAt(known.told, document.offsetAt(position));
        const teller = told && (await texts.read(told.by.article));
        if (!teller) return undefined;
        const card = cardOf(told, known.earlier, teller.text);
        return new vscode.Hover(card.markdown(), toRange(document, told));
      },
    }),
    articles.onDidAnalyse(findVisible),
    mirror.onDidChange(findVisible),
    vscode.window.onDidChangeVisibleTextEditors(findVisible),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      found.delete(uri.toString());
      asked.delete(uri.toString());
    }),
  );
}
