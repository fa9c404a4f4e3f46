import { isBoilerplate, type DateRange, type Line, type Mention, type Message } from './article';
import { isoDay, parseIsoDay } from './dates/calendar';
import { clauseTense } from './dates/clause';
import { dateExpressions } from './dates/expressions';
import type { Expression, Meaning } from './dates/meaning';
import { isAbsolute, resolveDate } from './dates/resolve';
import { message } from './message';

export { readDate, saysUpdate, type WrittenDate } from './dates/absolute';

/** Any day will do to read words that are then left unresolved. */
const noDay = 0;

/** Longer lines are no prose: only so much of them is read. */
const longestLine = 200_000;

const scores: Readonly<Record<Meaning['kind'], number>> = {
  days: 0.99,
  monthDay: 0.97,
  year: 0.9,
  decade: 0.9,
  month: 0.9,
  weekday: 0.95,
  period: 0.85,
  counted: 0.9,
};

/**
 * The dates named in a text, as mentions in order of appearance, each with the calendar days meant.
 *
 * `anchor` is the day of publication (`YYYY-MM-DD`): "Friday" in a past clause is the last one up to it, in a future
 * clause the next. Without an anchor they are counted from the day when the file was last changed, `modified`, and say so;
 * without both, or with what is no day, relative dates are found but carry no `date`; nor do those in boilerplate, which
 * belong to other stories.
 * Years in copyright and legal lines are not taken. Everything but full dates is read as English.
 *
 * `chrono-node` reads the words and does the counting. It was chosen over `compromise-dates`: 46 kB minified against
 * 478 kB, about 6 MB/s against 0.06 MB/s on news text, and it gives the exact place of what it read; both guess
 * badly between the last and the next Friday, so the clause's tense decides here. Text is scanned for promising words
 * first and chrono sees short windows only, which bounds its time on hostile text.
 */
export function findDates(
  text: string,
  lines: readonly Line[],
  anchor?: string,
  modified?: string,
): Mention[] {
  const from = anchor ?? modified;
  const today = from === undefined ? undefined : parseIsoDay(from);
  const counted = (day: string): Message =>
    anchor === undefined
      ? message('counted from the last change of the file, {0}', day)
      : message("counted from the article's date, {0}", day);
  const mentions: Mention[] = [];
  for (const line of lines) {
    if (line.kind === 'copyright' || line.kind === 'legal') continue;
    const words = text.slice(line.start, Math.min(line.end, line.start + longestLine));
    // A related story's "Friday" is counted from a date of its own.
    const foreign = isBoilerplate(line.kind) && line.kind !== 'duplicate';
    const headline = line.kind === 'headline' || line.kind === 'related';
    for (const expression of dateExpressions(words, today ?? noDay)) {
      const start = line.start + expression.start;
      const end = line.start + expression.end;
      mentions.push({
        start,
        end,
        type: 'DATE',
        text: text.slice(start, end),
        score: scores[expression.meaning.kind],
        boilerplate: isBoilerplate(line.kind),
        ...days(expression, words, foreign ? undefined : today, headline, counted),
      });
    }
  }
  return mentions;
}

function days(
  { meaning, start, end }: Expression,
  words: string,
  today: number | undefined,
  headline: boolean,
  counted: (day: string) => Message,
): { date?: DateRange; dateReason: Message } {
  const absolute = isAbsolute(meaning);
  if (!absolute && today === undefined) {
    return { dateReason: message('not counted: no date is known to count from') };
  }
  const tense = absolute ? undefined : clauseTense(words, start, end, headline);
  const { from, to } = resolveDate(meaning, today ?? noDay, tense);
  return {
    date: { from: isoDay(from), to: isoDay(to) },
    dateReason: absolute ? message('as written') : counted(isoDay(today ?? noDay)),
  };
}
