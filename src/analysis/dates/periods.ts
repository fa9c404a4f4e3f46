import { monthOf } from './names';
import type { Expression, Meaning, Part, Shift } from './meaning';

const parts: Readonly<Record<string, Part>> = {
  ...{ start: 'start', beginning: 'start', early: 'early', mid: 'mid' },
  ...{ late: 'late', end: 'end' },
};

const partOf = (words: string | undefined): Part | undefined =>
  parts[/early|late|mid|end|beginning|start/i.exec(words ?? '')?.[0].toLowerCase() ?? ''];

const shiftOf = (word: string | undefined): Shift | undefined =>
  word === undefined ? undefined : (word.toLowerCase() as Shift);

const month =
  /(?<!\p{L})(?:(?<part>[Ee]arly|[Ll]ate|[Mm]id|(?:[Tt]he\s)?(?:end|beginning|start|middle)\sof)[\s-])?(?:(?<shift>[Ll]ast|[Tt]his|[Nn]ext)\s)?(?<name>January|February|March|April|May|June|July|August|September|October|November|December|JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?:,?\s(?:of\s)?(?<year>(?:19|20)\d\d)(?!\d))?(?![\p{L}\d]|\.?\s?\d)/gu;

/** Months that are also people's names or verbs: only a word before them tells. */
const nameLike = /^(?:March|April|May|June|August)$/;
const sureBefore = /(?:^|[^\p{L}])(?:in|since|until|till|by|during|every|of)\s$/iu;
const likelyBefore = /(?:^|[^\p{L}])(?:from|to|through|between|and|before|after|for|or|was)\s$/iu;

/** Months, alone or with a year, a part or "last": "October", "last June", "the end of January", "February 2022". */
export function monthExpressions(line: string): Expression[] {
  return [...line.matchAll(month)].flatMap((match) => {
    const { name, year, shift, part } = match.groups!;
    const start = match.index;
    const before = line.slice(Math.max(0, start - 12), start);
    if (/\d(?:st|nd|rd|th)?\s(?:of\s)?$/.test(before)) return [];
    const modified = (year ?? shift ?? part) !== undefined;
    if (!modified && /^\p{L}{3,4}\.?$/u.test(name!) && !/^(?:May|June|July)$/i.test(name!))
      return [];
    if (!modified && nameLike.test(name!)) {
      const named = /^(?:\s\p{Lu}|['’]s)/u.test(line.slice(start + match[0].length));
      if (!sureBefore.test(before) && (named || !likelyBefore.test(before))) return [];
    }
    const meaning: Meaning = {
      kind: 'month',
      month: monthOf(name!.replace('.', ''))!,
      year: year === undefined ? undefined : Number(year),
      shift: shiftOf(shift),
      part: partOf(part),
    };
    return [{ start, end: start + match[0].length, meaning }];
  });
}

const period =
  /\b(?:(?<side>earlier|later)\s)?(?<shift>this|last|next)\s(?<unit>week|weekend|month|year)\b(?!\sof\b)|\bthe\sweekend\b/gi;

/** "this week", "earlier this year", "the weekend". */
export function periodExpressions(line: string): Expression[] {
  return [...line.matchAll(period)].map((match) => {
    const { side, shift, unit } = match.groups!;
    const meaning: Meaning = {
      kind: 'period',
      unit: (unit ?? 'weekend').toLowerCase(),
      shift: shiftOf(shift),
      side: side?.toLowerCase() as 'earlier' | 'later' | undefined,
    };
    return { start: match.index, end: match.index + match[0].length, meaning };
  });
}

const year =
  /(?<![\p{L}\d$€£#.,/:+_-])(?:(?<part>[Ee]arly|[Ll]ate|[Mm]id|(?:[Tt]he\s)?(?:end|beginning|start|middle)\sof)[\s-])?(?<year>(?:1[89]|20)\d\d)(?<decade>s)?(?![\p{L}\d%°/:_]|[.,-]\d|-\p{L})/gu;
const yearBefore =
  /(?:^|[^\p{L}])(?:in|since|by|until|till|from|to|before|after|during|through|between|and|of|for|summer|winter|spring|autumn|fall|the|year|election|season|around|circa|or)\s$|[–(]$/iu;
const counts =
  /^\s(?:people|troops|men|women|children|soldiers|police|jobs|miles|metres|meters|kilomet|km|feet|tons|tonnes|dollars|euros|pounds|homes|houses|votes|points|times|hours|workers|members|deaths|cases|of)\b/i;

/** Years and decades that stand where a year stands: "in 2022", "early 2024", "the 1990s". */
export function yearExpressions(line: string): Expression[] {
  return [...line.matchAll(year)].flatMap((match) => {
    const { part, decade } = match.groups!;
    const start = match.index;
    const end = start + match[0].length;
    const before = line.slice(Math.max(0, start - 12), start);
    if (part === undefined && !yearBefore.test(before)) return [];
    if (counts.test(line.slice(end, end + 12))) return [];
    const value = Number(match.groups!['year']);
    if (decade !== undefined && value % 10 !== 0) return [];
    const meaning: Meaning = decade
      ? { kind: 'decade', year: value }
      : { kind: 'year', year: value, part: partOf(part) };
    return [{ start, end, meaning }];
  });
}
