import * as vscode from 'vscode';
import { Card, dayName } from '../../editor/card';
import type { PlaceRow } from './detailRows';

/** Words of an article in full, with the article they are from. */
export function quoteOf({ text, version, dossier, others }: PlaceRow): Card {
  const card = new Card();
  if (version) {
    const { text: said, day } = version;
    card.title(day === undefined ? said : `${said} = ${dayName(day)}`);
  }
  card.quote(text);
  if (!dossier) return card;
  const { title, source, day } = dossier.card;
  card.text([source, day && dayName(day), title].filter(Boolean).join(' · '));
  return others === 0
    ? card
    : card.text(
        others === 1
          ? vscode.l10n.t('1 more article has the same words')
          : vscode.l10n.t('{0} more articles have the same words', others),
      );
}
