import * as vscode from 'vscode';
import type { LineKind } from '../analysis/article';

/** What a reader calls this kind of line. */
export function kindName(kind: LineKind): string {
  const names: Record<LineKind, string> = {
    headline: vscode.l10n.t('Headline'),
    kicker: vscode.l10n.t('Kicker'),
    standfirst: vscode.l10n.t('Standfirst'),
    byline: vscode.l10n.t('Byline'),
    date: vscode.l10n.t('Publication date'),
    readtime: vscode.l10n.t('Reading time'),
    subheading: vscode.l10n.t('Subheading'),
    body: vscode.l10n.t('Body'),
    quote: vscode.l10n.t('Quote'),
    caption: vscode.l10n.t('Caption'),
    credit: vscode.l10n.t('Photo credit'),
    nav: vscode.l10n.t('Menu'),
    share: vscode.l10n.t('Share line'),
    readmore: vscode.l10n.t('Read-more link'),
    related: vscode.l10n.t('Related articles'),
    promo: vscode.l10n.t('Promotion'),
    ad: vscode.l10n.t('Advertisement'),
    copyright: vscode.l10n.t('Copyright'),
    legal: vscode.l10n.t('Legal notice'),
    bio: vscode.l10n.t('About the author'),
    notice: vscode.l10n.t('Editor’s note'),
    comments: vscode.l10n.t('Comments'),
    cms: vscode.l10n.t('Page code'),
    duplicate: vscode.l10n.t('Second copy'),
    other: vscode.l10n.t('Page furniture'),
  };
  return names[kind];
}
