import * as vscode from 'vscode';
import type { Article, Entity, Quote } from '../analysis/article';
import { commands } from '../ids';
import type { DatedArticle, NameDossier } from '../worker/protocol';
import { Card, dayName } from './card';

const eventsShown = 2;
const rolesShown = 3;
/** A longer title would break the line. */
const longestTitle = 36;

/** The different roles that the article gives to a name; each leads to where it is said. */
export function addRoles(card: Card, uri: string, { roles }: Entity): Card {
  const different = roles.filter(
    ({ text }, index) => roles.findIndex((role) => role.text === text) === index,
  );
  return card.links(
    different.slice(0, rolesShown).map(({ text, start, end }) => ({
      label: text,
      command: commands.goToMention,
      args: [uri, start, end],
    })),
  );
}

function clip(text: string): string {
  return text.length <= longestTitle ? text : `${text.slice(0, longestTitle - 1).trimEnd()}…`;
}

/** First and latest article of a name, its events, and the names it often stands with: a line each. */
export function addCorpusFacts(card: Card, known: NameDossier): Card {
  const { first, latest, events, together } = known;
  const openArticle = (before: string, { id, title, day }: DatedArticle) => ({
    label: `${before}: ${dayName(day)}, ${clip(title)}`,
    command: commands.goToMention,
    args: [id, 0, 0],
  });
  card.row(vscode.l10n.t('Often with'), together.join(', '));
  if (first && latest && first.id !== latest.id) {
    card.links([
      openArticle(vscode.l10n.t('First'), first),
      openArticle(vscode.l10n.t('Latest'), latest),
    ]);
  }
  const more = events.length - eventsShown;
  const names = events.slice(0, eventsShown).map(({ id, title }) => ({
    label: clip(title),
    command: commands.revealEvent,
    args: [id],
  }));
  return card.links(names, more > 0 ? vscode.l10n.t('and {0} more events', more) : undefined);
}

/** Who says the words in quotation marks. */
export function quoteCard(uri: string, text: string, article: Article, quote: Quote): Card {
  const card = new Card();
  const { speaker } = quote;
  if (!speaker) {
    return card.title(vscode.l10n.t('Quote')).text(vscode.l10n.t('The text names no speaker.'));
  }
  const entity = article.entities.find(({ id }) => id === quote.entity);
  const said = text.slice(speaker.start, speaker.end);
  card.title(entity?.name ?? said, vscode.l10n.t('Speaker'));
  if (entity) addRoles(card, uri, entity);
  return card.links([
    {
      label: vscode.l10n.t('Go to “{0}”', said),
      command: commands.goToMention,
      args: [uri, speaker.start, speaker.end],
    },
  ]);
}
