import * as vscode from 'vscode';
import type { Message, MentionType } from '../analysis/article';
import { escapeMarkdown } from './escapeMarkdown';

/** A message of the analysis in the user's language. */
export function localise({ message, args }: Message): string {
  return vscode.l10n.t(message, ...args.map(readable));
}

const onlyDays = /^\d{4}-\d\d-\d\d(?:, \d{4}-\d\d-\d\d)*$/;

/** Days as a person writes them. */
function readable(arg: Message['args'][number]): Message['args'][number] {
  if (typeof arg !== 'string' || !onlyDays.test(arg)) return arg;
  return arg.split(', ').map(dayName).join(' · ');
}

export function typeName(type: MentionType): string {
  switch (type) {
    case 'PER':
      return vscode.l10n.t('Person');
    case 'ORG':
      return vscode.l10n.t('Organisation');
    case 'LOC':
      return vscode.l10n.t('Place');
    case 'MISC':
      return vscode.l10n.t('Other name');
    case 'DATE':
      return vscode.l10n.t('Date');
  }
}

let days: Intl.DateTimeFormat | undefined;

/** "17 Jan 2025" in the user's language, for a `YYYY-MM-DD` day. */
export function dayName(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  // Made once: a list of a thousand rows would otherwise wait for it.
  days ??= new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeZone: 'UTC' });
  return days.format(date);
}

/** "13 Jan 2025 – 18 Jan 2025", or one day. */
export function spanName(start: string | undefined, end: string | undefined): string | undefined {
  if (start === undefined || end === undefined) return undefined;
  return start === end ? dayName(start) : `${dayName(start)} – ${dayName(end)}`;
}

export function countName(articles: number): string {
  return articles === 1 ? vscode.l10n.t('1 article') : vscode.l10n.t('{0} articles', articles);
}

/** Words that run one of our commands. */
export interface Link {
  readonly label: string;
  readonly command: string;
  readonly args: readonly unknown[];
}

/**
 * A hover card. All words, ours and the article's, go in as plain text: whatever Markdown, HTML or
 * command link an article holds is shown letter by letter. Only commands given to `links` can run.
 */
export class Card {
  private readonly parts: string[] = [];
  private readonly enabled = new Set<string>();

  title(title: string, aside?: string): this {
    return this.add(`**${escapeMarkdown(title)}**${aside ? ` · ${escapeMarkdown(aside)}` : ''}`);
  }

  text(text: string): this {
    return this.add(escapeMarkdown(text));
  }

  quote(text: string): this {
    return this.add(`> ${escapeMarkdown(text)}`);
  }

  row(label: string, value: string | undefined): this {
    return value ? this.add(`*${escapeMarkdown(label)}*  ${escapeMarkdown(value)}`) : this;
  }

  list(items: readonly string[]): this {
    return items.length > 0
      ? this.add(items.map((item) => `- ${escapeMarkdown(item)}`).join('\n'))
      : this;
  }

  /** Links in one line, and plain words behind them. */
  links(links: readonly Link[], behind?: string): this {
    if (links.length === 0) return this;
    const rendered = links.map(({ label, command, args }) => {
      this.enabled.add(command);
      const query = encodeURIComponent(JSON.stringify(args));
      return `[${escapeMarkdown(label)}](command:${command}?${query.replace(/[()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)})`;
    });
    return this.add([...rendered, ...(behind ? [escapeMarkdown(behind)] : [])].join(' · '));
  }

  rule(): this {
    return this.parts.length > 0 ? this.add('---') : this;
  }

  markdown(): vscode.MarkdownString {
    const markdown = new vscode.MarkdownString(this.parts.join('\n\n'));
    markdown.isTrusted = { enabledCommands: [...this.enabled] };
    return markdown;
  }

  private add(part: string): this {
    this.parts.push(part);
    return this;
  }
}
