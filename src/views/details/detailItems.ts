import * as vscode from 'vscode';
import { countName, dayName } from '../../editor/card';
import { commands } from '../../ids';
import type { ArticleDossier } from '../../worker/protocol';
import type { DetailRow, PlaceRow, Section } from './detailRows';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter(Boolean).join(' · ');

const sectionIcons: Record<Section, string> = {
  differences: 'diff',
  timeline: 'history',
  quotes: 'quote',
  copies: 'copy',
};

function sectionName(section: Section): string {
  switch (section) {
    case 'differences':
      return vscode.l10n.t('Stated differently');
    case 'timeline':
      return vscode.l10n.t('Timeline');
    case 'quotes':
      return vscode.l10n.t('Quotes');
    case 'copies':
      return vscode.l10n.t('Syndicated copies');
  }
}

const sourceOf = ({ card }: ArticleDossier): string => card.source ?? card.title;

/** "87 %" */
function percent(share: number): string {
  return vscode.l10n.t('{0} %', Math.round(100 * share));
}

function item(
  label: string | vscode.TreeItemLabel,
  icon: string,
  description: string,
  spoken: string,
  state = None,
): vscode.TreeItem {
  const made = new vscode.TreeItem(label, state);
  made.iconPath = new vscode.ThemeIcon(icon);
  made.description = description;
  made.accessibilityInformation = { label: spoken };
  return made;
}

function opens(article: string, start: number, end: number): vscode.Command {
  return {
    title: vscode.l10n.t('Open Article'),
    command: commands.goToMention,
    arguments: [article, start, end],
  };
}

function articleItem({
  kind,
  dossier,
  original,
}: Extract<DetailRow, { kind: 'article' | 'copy' }>): vscode.TreeItem {
  const { id, card, copyOf } = dossier;
  const day = card.day ? dayName(card.day) : vscode.l10n.t('No date');
  const share = copyOf && percent(copyOf.share);
  const copied = share && original && vscode.l10n.t('copy of {0}, {1}', sourceOf(original), share);
  const isCopy = kind === 'copy';
  const label = isCopy ? sourceOf(dossier) : joined([day, card.source]);
  const description = isCopy
    ? joined([original && vscode.l10n.t('{0} stands in {1}', share ?? '', sourceOf(original)), day])
    : joined([copied, card.title]);
  const spoken = isCopy
    ? vscode.l10n.t('Copy: {0}, {1}, {2}', label, description, card.title)
    : vscode.l10n.t('Timeline: {0}, {1}', label, description);
  const made = item(label, copyOf ? 'copy' : 'file-text', description, spoken);
  made.id = `${kind} ${id}`;
  made.command = opens(id, 0, 0);
  made.contextValue = 'detailArticle';
  return made;
}

function placeItem(row: PlaceRow, icon: string): vscode.TreeItem {
  const { text, marked, article, start, end, dossier, version, others } = row;
  const label: vscode.TreeItemLabel = { label: text };
  if (marked) label.highlights = [[...marked]];
  const source =
    dossier && joined([sourceOf(dossier), dossier.card.day && dayName(dossier.card.day)]);
  const meant = version?.day === undefined ? undefined : `= ${dayName(version.day)}`;
  const more = others === 0 ? undefined : vscode.l10n.t('and {0}', countName(others));
  const description = joined([meant, source, more]);
  const made = item(label, icon, description, joined([version?.text, meant, text, source, more]));
  made.command = opens(article, start, end);
  return made;
}

/** A row of the event details as the tree draws it. */
export function detailItem(row: DetailRow): vscode.TreeItem {
  switch (row.kind) {
    case 'section': {
      const name = sectionName(row.section);
      const count = row.count === undefined ? '' : String(row.count);
      const state =
        row.section === 'differences' || row.section === 'timeline' ? Expanded : Collapsed;
      const made = item(name, sectionIcons[row.section], count, `${name} ${count}`.trim(), state);
      made.id = `section ${row.section}`;
      return made;
    }
    case 'article':
    case 'copy':
      return articleItem(row);
    case 'difference': {
      const { kind, what, about, versions } = row.difference;
      const values = versions.map(({ text, day }) => (day === undefined ? text : dayName(day)));
      const label = `${[...new Set(values)].join(vscode.l10n.t(' or '))} ${what}`.trim();
      const icon = kind === 'date' ? 'calendar' : 'symbol-number';
      const words = about.join(', ');
      const spoken = vscode.l10n.t('Articles differ: {0}, {1}', label, words);
      return item(label, icon, words, spoken, Expanded);
    }
    case 'speaker': {
      const { name, quotations } = row.speaker;
      const label = name ?? vscode.l10n.t('No speaker named');
      const count =
        quotations.length === 1
          ? vscode.l10n.t('1 quote')
          : vscode.l10n.t('{0} quotes', quotations.length);
      const icon = name === undefined ? 'question' : 'person';
      return item(label, icon, count, vscode.l10n.t('Speaker: {0}, {1}', label, count), Collapsed);
    }
    case 'place':
      return placeItem(row, row.version ? 'arrow-small-right' : 'comment');
    case 'note':
      return item(row.text, 'info', '', row.text);
  }
}
