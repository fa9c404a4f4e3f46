import type { Article, Mention } from '../../src/analysis/article';
import { isBoilerplate } from '../../src/analysis/article';
import { renderMessage } from '../../src/analysis/message';

/** `[Vladimir Putin]PER`; a date with its day: `[Friday]2026-03-13`. */
function mark({ text, type, date }: Mention): string {
  const days = date && (date.from === date.to ? date.from : `${date.from}/${date.to}`);
  return `[${text}]${days ?? type}`;
}

function withMarks(text: string, start: number, end: number, mentions: readonly Mention[]): string {
  let out = '';
  let at = start;
  for (const mention of mentions) {
    if (mention.start < at || mention.end > end) continue;
    out += text.slice(at, mention.start) + mark(mention);
    at = mention.end;
  }
  return out + text.slice(at, end);
}

/** An article as a person can check it at a glance: its head, then each line with its kind and its names. */
export function annotatedText(text: string, article: Article): string {
  const { headline, byline, dateline, date, source, entities } = article;
  const head = [
    `headline: ${headline?.value ?? '–'}`,
    `byline:   ${byline?.authors.join('; ') ?? '–'}`,
    `dateline: ${dateline ? text.slice(dateline.start, dateline.end) : '–'}`,
    `date:     ${date?.time ?? date?.day ?? '–'}`,
    `source:   ${source?.name ?? '–'}`,
    `language: ${article.language}`,
  ];
  const lines = article.lines.map((line) => {
    const content = isBoilerplate(line.kind)
      ? `${text.slice(line.start, line.end)}   <- ${renderMessage(line.reason)}`
      : withMarks(text, line.start, line.end, article.mentions);
    return `${line.kind.padEnd(10)} ${content}`;
  });
  const names = entities
    .filter(({ count }) => count > 0)
    .map(({ type, name, aliases, count, roles }) => {
      const also = aliases.length > 0 ? ` (also ${aliases.join(', ')})` : '';
      const role = roles.length > 0 ? ` – ${roles.map((found) => found.text).join('; ')}` : '';
      return `${type.padEnd(4)} ${count}  ${name}${also}${role}`;
    });
  const quotes = article.quotes.map(({ start, end, speaker }) => {
    const who = speaker ? text.slice(speaker.start, speaker.end) : '–';
    return `${who}: ${text.slice(start, end)}`;
  });
  return [...head, '', ...lines, '', 'NAMES', ...names, '', 'QUOTES', ...quotes, ''].join('\n');
}
