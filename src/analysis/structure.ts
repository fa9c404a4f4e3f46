import {
  isBoilerplate,
  type ArticleLineKind,
  type Article,
  type Line,
  type LineKind,
  type TextOrigin,
} from './article';
import { nameKinds, reasons } from './boilerplate/categories';
import { runExactPasses } from './boilerplate/exact';
import { readPage, type Page } from './boilerplate/page';
import { readModel, type LineModel } from './boilerplate/model';
import { scoreByRules } from './boilerplate/rules';
import { scoreContent } from './boilerplate/score';
import type { Verdict } from './boilerplate/verdict';
import type { RawLine } from './lines';
import { message } from './message';
import { readHead, type Head } from './structure/head';
import { leadOf } from './structure/headline';
import { isCreditedCaption, nameArticleKind } from './structure/kinds';
import { scoreHeads, type HeadScores } from './structure/pick';

/** What the structure analysis yields of an article. */
export type Structure = Pick<
  Article,
  'lines' | 'headline' | 'standfirst' | 'byline' | 'dateline' | 'date' | 'source' | 'words'
>;

/** A person's word on a line, if they gave one; it stands above every guess. */
export type DecideLine = (line: RawLine) => LineKind | undefined;

/**
 * Makes the structure analysis from the trained line model (`models/boilerplate.bin`); no bytes
 * leave it to the exact passes and a few rules.
 * The function given back tells the kind of every non-blank line and reads the article's head. It is pure and
 * linear in the length of the text; it never throws on any text.
 */
export function createStructure(
  model: Uint8Array,
): (text: string, origin: TextOrigin, decide?: DecideLine) => Structure {
  const lineModel = model.length === 0 ? undefined : readModel(model);
  return (text, origin, decide) => {
    const page = readPage(text);
    const { verdicts, portrait, titled } = runExactPasses(page);
    if (decide !== undefined) applyDecisions(page, verdicts, decide);
    const { content: scores, heads } = scorePage(page, verdicts, lineModel);
    rescueCaptions(page, scores);
    const head = readHead(page, verdicts, scores, origin, { portrait, titled, heads });
    rescueStandfirst(page, verdicts, scores, head);
    markFurniture(page, verdicts, scores);
    markArticle(page, verdicts, scores, head);
    return assemble(page, verdicts as Verdict[], head);
  };
}

function scorePage(
  page: Page,
  verdicts: readonly (Verdict | undefined)[],
  model: LineModel | undefined,
): { content: Float32Array; heads?: HeadScores } {
  if (model === undefined) return { content: scoreByRules(page) };
  const { content, vectors } = scoreContent(page, verdicts, model);
  return { content, heads: scoreHeads(page, vectors, model) };
}

/** Captions stand where furniture stands; their credit tells them apart. */
function rescueCaptions(page: Page, scores: Float32Array): void {
  for (let i = page.region.from - captionsAbove; i < page.region.to; i++)
    if ((scores[i] ?? 0) < 0 && isCreditedCaption(page, i)) scores[i] = 0.5;
}

const captionsAbove = 8;

const shortestStandfirst = 6;
const longestStandfirst = 45;
const surelyOut = -3;

/** What stands alone between headline and byline or date and says nothing of furniture is the standfirst. */
function rescueStandfirst(
  { rows, phrases }: Page,
  verdicts: readonly (Verdict | undefined)[],
  scores: Float32Array,
  { headline }: Head,
): void {
  const at = rows.findIndex(({ start }) => start === headline?.start) + 1;
  const below = verdicts[at + 1]?.kind;
  if (at === 0 || verdicts[at] !== undefined || (below !== 'byline' && below !== 'date')) return;
  const { words } = rows[at]!;
  if (words < shortestStandfirst || words > longestStandfirst || scores[at]! < surelyOut) return;
  if (phrases[at]!.every((hits) => hits === 0)) scores[at] = Math.max(scores[at]!, 0.5);
}

function applyDecisions(page: Page, verdicts: (Verdict | undefined)[], decide: DecideLine): void {
  for (const [i, { number, start, end }] of page.rows.entries()) {
    const kind = decide({ number, start, end });
    if (kind === undefined) continue;
    verdicts[i] = { kind, score: 1, reason: message('decided by a person') };
  }
}

const certainty = (score: number) => 1 / (1 + Math.exp(-Math.abs(score)));

function markFurniture(page: Page, verdicts: (Verdict | undefined)[], scores: Float32Array): void {
  const isOut = (i: number) =>
    verdicts[i] === undefined ? scores[i]! < 0 : isBoilerplate(verdicts[i].kind);
  const kinds = nameKinds(page, isOut);
  for (const [i, kind] of kinds.entries())
    if (kind !== undefined)
      verdicts[i] ??= { kind, score: certainty(scores[i]!), reason: reasons[kind] };
}

/** What a reader is told of a line of the article. */
const articleReasons: Readonly<Record<ArticleLineKind, string>> = {
  headline: 'headline',
  kicker: 'label above the headline',
  standfirst: 'summary under the headline',
  byline: 'names the author',
  date: 'date of the article',
  readtime: 'time needed to read it',
  subheading: 'heading of a section',
  body: 'running text of the article',
  quote: 'pull quote',
  caption: 'describes a picture',
  credit: 'photo credit',
};

/** How far behind the first paragraph's end a byline may stand and still close the head, in code units. */
const signedBelow = 400;

function markArticle(
  page: Page,
  verdicts: (Verdict | undefined)[],
  scores: Float32Array,
  { headline, byline, date }: Head,
): void {
  const headStart = headline?.start ?? -1;
  const lead = page.rows[leadOf(page)[0] ?? 0]?.end ?? 0;
  const headEnd = Math.max(
    -1,
    ...[byline?.start, date?.start].flatMap((at) =>
      at !== undefined && at <= lead + signedBelow ? [at] : [],
    ),
  );
  let bodySeen = false;
  for (const [i, { start }] of page.rows.entries()) {
    if (verdicts[i] !== undefined) continue;
    const kind = nameArticleKind(page, i, {
      beforeLead: headStart >= 0 && start > headStart && !bodySeen,
      bylineFollows: start < headEnd,
      aboveHeadline: page.rows[i + 1]?.start === headStart,
    });
    if (kind === 'body') bodySeen = true;
    verdicts[i] = { kind, score: certainty(scores[i]!), reason: message(articleReasons[kind]) };
  }
}

function assemble(page: Page, verdicts: readonly Verdict[], head: Head): Structure {
  const lines: Line[] = page.rows.map(({ number, start, end }, i) => ({
    number,
    start,
    end,
    ...verdicts[i]!,
  }));
  const standfirst = lines.find(({ kind }) => kind === 'standfirst');
  let all = 0;
  let article = 0;
  for (const [i, { words }] of page.rows.entries()) {
    all += words;
    if (!isBoilerplate(lines[i]!.kind)) article += words;
  }
  return {
    lines,
    ...head,
    ...(standfirst && {
      standfirst: {
        value: page.text.slice(standfirst.start, standfirst.end).trim(),
        start: standfirst.start,
        end: standfirst.end,
      },
    }),
    words: { all, article },
  };
}
