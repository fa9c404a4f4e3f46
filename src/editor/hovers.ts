import * as vscode from 'vscode';
import {
  type Entity,
  isBoilerplate,
  type Line,
  type Mention,
  mentionTypes,
  type Span,
} from '../analysis/article';
import type { ShownMention } from '../annotations/overlay';
import { annotateCommands, commands } from '../ids';
import type { Analysed } from '../worker/protocol';
import type { CorpusMirror } from '../workspace/corpusMirror';
import { articleSelector } from '../workspace/articleSelector';
import type { OpenArticles } from '../workspace/openArticles';
import { Card, dayName, type Link, localise, spanName, typeName } from './card';
import { addCorpusFacts, addRoles, quoteCard } from './dossier';
import { kindName } from './kindName';
import { spanAt, toRange } from './spans';

const aliasesShown = 5;

function nextMention(analysed: Analysed, mention: Mention): Mention | undefined {
  const same = analysed.article.mentions.filter(
    (other) =>
      !other.boilerplate && (mention.entity ? other.entity === mention.entity : other === mention),
  );
  return same.length > 1 ? same[(same.indexOf(mention) + 1) % same.length] : undefined;
}

async function nameCard(
  mirror: CorpusMirror,
  analysed: Analysed,
  entity: Entity,
  label: string,
): Promise<Card> {
  const known = await mirror.calls
    .name(analysed.uri, entity.type, entity.name)
    .catch(() => undefined);
  const card = new Card().title(entity.name, label);
  addRoles(card, analysed.uri, entity);
  const here =
    entity.count === 1
      ? vscode.l10n.t('once in this article')
      : vscode.l10n.t('{0} times in this article', entity.count);
  card.text(
    known && known.articles > 1
      ? `${here} · ${vscode.l10n.t('{0} times in {1} articles', known.mentions, known.articles)}`
      : here,
  );
  const aliases = [...new Set([...entity.aliases, ...(known?.aliases ?? [])])].filter(
    (alias) => alias !== entity.name,
  );
  card.row(vscode.l10n.t('Also'), aliases.slice(0, aliasesShown).join(', '));
  const kb = analysed.shown?.entities.find(({ key }) => key === entity.id)?.kb;
  if (kb !== undefined) card.row(vscode.l10n.t('Knowledge base'), kb);

  return known ? addCorpusFacts(card, known) : card;
}

/** Ways from a mention of a name to its others. */
function mentionLinks(analysed: Analysed, mention: Mention): Link[] {
  const { start, end } = mention;
  const next = nextMention(analysed, mention);
  const to = (label: string, command: string, span: Span): Link => {
    return { label, command, args: [analysed.uri, span.start, span.end] };
  };
  return [
    ...(next ? [to(vscode.l10n.t('Next mention'), commands.goToMention, next)] : []),
    to(vscode.l10n.t('All mentions'), commands.allMentions, { start, end }),
    to(vscode.l10n.t('Merge…'), commands.mergeMention, { start, end }),
  ];
}

/** What a mention is called: a label of the user's own by its name. */
function labelName(shown: ShownMention | undefined, { type }: Entity): string {
  const isOwn = shown && !mentionTypes.some((known) => known === shown.label);
  return isOwn ? shown.label : typeName(type);
}

/** Where a mention came from, what people said of it, and the ways to say so. */
function addState(card: Card, mention: ShownMention | undefined, others: readonly Link[]): Card {
  if (!mention) return card.rule().links(others);
  const { state, origin, by, id, record } = mention;
  const who = record?.by ?? by;
  const states: Record<ShownMention['state'], string> = {
    suggested: vscode.l10n.t('Suggested by the analysis'),
    accepted:
      origin === 'human'
        ? vscode.l10n.t('Labelled by {0}', who)
        : vscode.l10n.t('Suggested by the analysis, accepted by {0}', who),
    changed: vscode.l10n.t('Accepted by {0}; the words have changed since', who),
    rejected: vscode.l10n.t('Rejected by {0}', who),
    ambiguous: vscode.l10n.t('By {0}; its place is no longer clear', who),
    orphan: vscode.l10n.t('By {0}; its words are gone', who),
  };
  const link = (label: string, command: string) => ({ label, command, args: [id] });
  return card
    .rule()
    .links(
      [
        ...others,
        ...(state === 'accepted'
          ? []
          : [link(vscode.l10n.t('Accept'), annotateCommands.acceptMention)]),
        link(vscode.l10n.t('Reject'), annotateCommands.rejectMention),
      ],
      states[state],
    );
}

/** The shortest mention that holds an offset; the end of a mention counts as inside. */
function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  return mentions
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

function dateCard(mention: Mention): Card {
  const card = new Card().title(mention.text, typeName('DATE'));
  const days = mention.date && spanName(mention.date.from, mention.date.to);
  card.text(days ?? vscode.l10n.t('The article’s own date is unknown, so the day cannot be told.'));
  if (mention.dateReason) card.text(localise(mention.dateReason));
  return card;
}

function lineCard(analysed: Analysed, line: Line): Card | undefined {
  const { article } = analysed;
  if (isBoilerplate(line.kind)) {
    const card = new Card()
      .title(vscode.l10n.t('Boilerplate'), kindName(line.kind))
      .text(localise(line.reason));
    if (line.firstCopy) {
      card.links([
        {
          label: vscode.l10n.t('Go to the first copy'),
          command: commands.goToMention,
          args: [analysed.uri, line.firstCopy.start, line.firstCopy.end],
        },
      ]);
    }
    return card;
  }
  if (line.kind === 'byline' && article.byline) {
    return new Card().title(kindName('byline')).text(article.byline.authors.join(', '));
  }
  if (line.kind === 'date' && article.date) {
    return new Card()
      .title(kindName('date'))
      .text(dayName(article.date.day))
      .text(localise(article.date.reason));
  }
  return ['headline', 'kicker', 'standfirst', 'caption', 'credit', 'readtime'].includes(line.kind)
    ? new Card().title(kindName(line.kind)).text(localise(line.reason))
    : undefined;
}

/** Cards over names, dates, boilerplate and the article's head. */
export function registerHovers(articles: OpenArticles, mirror: CorpusMirror): vscode.Disposable {
  return vscode.languages.registerHoverProvider(articleSelector, {
    async provideHover(document, position, token) {
      const analysed = await articles.analysis(document);
      if (!analysed || token.isCancellationRequested) return undefined;
      const { article } = analysed;
      const offset = document.offsetAt(position);
      const mention = mentionAt(article.mentions, offset);
      const line = spanAt(article.lines, offset);
      if (mention && !mention.boilerplate) {
        const entity = article.entities.find(({ id }) => id === mention.entity);
        const { start, end } = mention;
        const shown = analysed.shown?.mentions.find(
          (one) => one.start === start && one.end === end,
        );
        const card = entity
          ? await nameCard(mirror, analysed, entity, labelName(shown, entity))
          : dateCard(mention);
        const others = entity ? mentionLinks(analysed, mention) : [];
        return new vscode.Hover(
          addState(card, shown, others).markdown(),
          toRange(document, mention),
        );
      }
      const quote = spanAt(article.quotes, offset);
      if (quote) {
        const said = quoteCard(analysed.uri, document.getText(), article, quote);
        return new vscode.Hover(said.markdown(), toRange(document, quote));
      }
      const card = line && lineCard(analysed, line);
      return card && new vscode.Hover(card.markdown(), toRange(document, line));
    },
  });
}
