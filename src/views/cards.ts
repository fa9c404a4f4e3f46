import * as vscode from 'vscode';
import type { EntryName, EventView } from '../corpus/entry';
import { Card, countName, dayName, localise, spanName, typeName } from '../editor/card';
import { addCorpusFacts } from '../editor/dossier';
import type { ArticleDossier, NameDossier } from '../worker/protocol';

const namesShown = 6;

function namesOf(names: readonly EntryName[], type: EntryName['type']): string {
  return names
    .filter((name) => name.type === type)
    .slice(0, namesShown)
    .map(({ name }) => name)
    .join(', ');
}

function addNames(card: Card, names: readonly EntryName[]): Card {
  return card
    .row(vscode.l10n.t('People'), namesOf(names, 'PER'))
    .row(vscode.l10n.t('Places'), namesOf(names, 'LOC'))
    .row(vscode.l10n.t('Organisations'), namesOf(names, 'ORG'));
}

const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

/** An event: when, how many sources, who, where, its stages, and why its articles belong together. */
export function eventCard(event: EventView): vscode.MarkdownString {
  const card = new Card()
    .title(event.title)
    .text(
      joined([
        spanName(event.start, event.end),
        countName(event.articles.length),
        event.sources.slice(0, namesShown).join(', '),
      ]),
    );
  addNames(card, event.names);
  if (event.stages.length > 1) {
    card
      .rule()
      .list(
        event.stages.map(({ label, day, articles }) =>
          joined([day && dayName(day), localise(label), countName(articles.length)]),
        ),
      );
  }
  if (event.why.length > 0) {
    card
      .rule()
      .row(vscode.l10n.t('Why together'), event.why.map((reason) => localise(reason)).join('; '));
  }
  return card.markdown();
}

/** An article: head, length, names, first sentence, and why it is in its event. */
export function articleCard(
  dossier: ArticleDossier,
  titleOf: (id: string) => string,
): vscode.MarkdownString {
  const { card: facts, why, copyOf } = dossier;
  const boilerplate =
    facts.words === 0 ? 0 : Math.round(100 * (1 - facts.articleWords / facts.words));
  const card = new Card()
    .title(facts.title)
    .text(
      joined([
        facts.source,
        facts.day && dayName(facts.day),
        facts.authors.length > 0 ? vscode.l10n.t('by {0}', facts.authors.join(', ')) : undefined,
        facts.dateline,
      ]),
    )
    .text(
      vscode.l10n.t(
        '{0} words · {1} % of the page is boilerplate',
        facts.articleWords,
        boilerplate,
      ),
    );
  if (facts.language !== 'en' && facts.language !== 'und') {
    const language = new Intl.DisplayNames([vscode.env.language], { type: 'language' }).of(
      facts.language,
    );
    card.text(
      vscode.l10n.t(
        'In {0}: names are found less surely than in English.',
        language ?? facts.language,
      ),
    );
  }
  if (facts.firstSentence) card.quote(facts.firstSentence);
  addNames(card, facts.names);
  if (copyOf) {
    card.text(
      vscode.l10n.t(
        '{0} % of it stands in “{1}”',
        Math.round(100 * copyOf.share),
        titleOf(copyOf.article),
      ),
    );
  }
  if (why.length > 0) {
    card
      .rule()
      .row(vscode.l10n.t('Why in this event'), why.map((reason) => localise(reason)).join('; '));
  }
  return card.markdown();
}

/** A name: how often and where it is named, its other forms, and its events. */
export function nameCard(known: NameDossier): vscode.MarkdownString {
  const card = new Card()
    .title(known.name, typeName(known.type))
    .text(vscode.l10n.t('{0} times in {1} articles', known.mentions, known.articles))
    .row(vscode.l10n.t('Also'), known.aliases.join(', '));
  return addCorpusFacts(card, known).markdown();
}
