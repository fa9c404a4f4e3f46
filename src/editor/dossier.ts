import * as vscode from 'vscode';
import type { Article, Entity, Quote } from '../analysis/article';
import { commands } from '../ids';
import type { DatedArticle, NameDossier } from '../worker/protocol';
import { Card, dayName } from './card';

const eventsShown = 3;
const rolesShown = 4;

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

/** First and latest article of a name, and its events. */
export function addCorpusFacts(card: Card, { first, latest, events }: NameDossier): Card {
  const openArticle = (before: string, { id, title, day }: DatedArticle) => ({
    label: `${before}: ${dayName(day)}, ${title}`,
    command: commands.goToMention,
    args: [id, 0, 0],
  });
  if (first && latest && first.id !== latest.id) {
    card
      .rule()
      .links([openArticle(vscode.l10n.t('First'), first)])
      .links([openArticle(vscode.l10n.t('Latest'), latest)]);
  }
  if (events.length === 0) return card;
  card.rule().links(
    events.slice(0, eventsShown).map(({ id, title }) => ({
      label: title,
      command: commands.revealEvent,
      args: [id],
    })),
  );
  return events.length > eventsShown
    ? card.text(vscode.l10n.t('and {0} more events', events.length - eventsShown))
    : card;
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
