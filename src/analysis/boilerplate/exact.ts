import { message } from '../message';
import { findBreadcrumbs } from './breadcrumbs';
import { findThreads } from './comments';
import { readDebris } from './debris';
import { readInsertion } from './insertions';
import { hits, type Page } from './page';
import { findAuthorNote, findPortrait, type Portrait } from './portrait';
import { findSecondCopies } from './pasted';
import { findRelated, type RelatedBlock } from './related';
import { Ending } from './rows';
import type { Verdict } from './verdict';

/** What the exact passes are sure of: a verdict a row, where they have one. */
export interface ExactFindings {
  readonly verdicts: (Verdict | undefined)[];
  readonly portrait?: Portrait;
  /** The row that a path above names as the page's title, or -1. */
  readonly titled: number;
}

/**
 * The passes that need no model: remains of content systems, bodies pasted twice, comments by readers,
 * lists of other articles, paths within the site, copyright lines, the author's portrait.
 */
export function runExactPasses(page: Page): ExactFindings {
  const { rows } = page;
  const verdicts: (Verdict | undefined)[] = rows.map((row) => {
    const reason = readDebris(row);
    return reason && { kind: 'cms', score: 0.99, reason };
  });
  const titled = markBreadcrumbs(page, verdicts);
  markThreads(page, verdicts);
  markRelated(page, verdicts);
  markSecondCopies(page, verdicts);
  spreadDebris(page, verdicts);
  markCopyright(page, verdicts);
  markInsertions(page, verdicts);
  const markBio = ({ from, to }: { from: number; to: number }): void => {
    const reason = message('about the author');
    for (let i = from; i < to; i++) verdicts[i] ??= { kind: 'bio', score: 0.96, reason };
  };
  const note = findAuthorNote(page);
  if (note) markBio(note);
  const portrait = findPortrait(page);
  if (portrait === undefined) return { verdicts, titled };
  markBio(portrait);
  markLinkAbove(page, verdicts, portrait.from);
  return { verdicts, portrait, titled };
}

/** Rows between a list and the first paragraph in which the article's own head could stand. */
const rowsOfHead = 8;
const shortestHeadline = 5;
const ownShare = 1 / 3;

/**
 * Where a list of headlines ends: on pages that show other articles above in the form of their own head, the last
 * unit is that head. It is the article's own if nothing else above the first paragraph could be, and its words come
 * again there.
 */
function endOfList({ rows, region, when }: Page, { from, to, units }: RelatedBlock): number {
  const lead = region.from;
  if (lead < to || lead > to + rowsOfHead) return to;
  for (let i = to; i < lead; i++) if (rows[i]!.words >= shortestHeadline && !when[i]!) return to;
  const last = to - Math.round((to - from) / units);
  const { content } = rows[last]!;
  const told = new Set(rows.slice(lead, lead + 3).flatMap((row) => row.content));
  const shared = content.filter((hash) => told.has(hash)).length;
  return shared > ownShare * content.length ? last : to;
}

function markRelated(page: Page, verdicts: (Verdict | undefined)[]): void {
  const blocks = findRelated(
    page.rows,
    (i) => page.when[i]!,
    (i) =>
      page.rows[i]!.words <= 6 &&
      (hits(page, i, 'related') > 0 || /^more\b/i.test(page.rows[i]!.text)),
  );
  for (const block of blocks) {
    const to = endOfList(page, block);
    const units = to < block.to ? block.units - 1 : block.units;
    for (let i = block.from; i < to; i++)
      verdicts[i] ??= {
        kind: 'related',
        score: 0.97,
        reason: message('list of {0} other headlines', units),
      };
  }
}

function markBreadcrumbs({ rows }: Page, verdicts: (Verdict | undefined)[]): number {
  const found = findBreadcrumbs(rows);
  const reason = message('path of the page within its site');
  for (const { row } of found) verdicts[row] ??= { kind: 'nav', score: 0.97, reason };
  return found.find(({ title }) => title >= 0)?.title ?? -1;
}

function markThreads(page: Page, verdicts: (Verdict | undefined)[]): void {
  for (const { from, to, comments } of findThreads(page)) {
    const reason = message('one of {0} comments by readers', comments);
    for (let i = from; i < to; i++) verdicts[i] ??= { kind: 'comments', score: 0.97, reason };
  }
}

function markSecondCopies(page: Page, verdicts: (Verdict | undefined)[]): void {
  const { rows } = page;
  for (const { from, firstOf } of findSecondCopies(rows)) {
    const firsts = firstOf.filter((first) => first >= 0);
    const reason = message(
      'second copy of lines {0}–{1}',
      rows[Math.min(...firsts)]!.number + 1,
      rows[Math.max(...firsts)]!.number + 1,
    );
    for (const [i, first] of firstOf.entries()) {
      if (first < 0 || verdicts[from + i]) continue;
      const { start, end } = rows[first]!;
      verdicts[from + i] = { kind: 'duplicate', score: 0.98, reason, firstCopy: { start, end } };
    }
  }
}

const widestSpread = 3;

/** A title between the last paragraph and the author's portrait leads to another article. */
function markLinkAbove({ rows }: Page, verdicts: (Verdict | undefined)[], portrait: number): void {
  const row = rows[portrait - 1];
  if (row === undefined || row.words < 4 || row.words > 20 || row.ending !== Ending.None) return;
  verdicts[portrait - 1] ??= {
    kind: 'related',
    score: 0.9,
    reason: message('headline of another article'),
  };
}

/** Explanations between shortcodes, or between a shortcode and a second copy, belong to them. */
function spreadDebris({ rows }: Page, verdicts: (Verdict | undefined)[]): void {
  const isDebris = (i: number) => verdicts[i]?.kind === 'cms' || verdicts[i]?.kind === 'duplicate';
  for (let i = 0; i < rows.length; i++) {
    if (verdicts[i]?.kind !== 'cms') continue;
    for (const step of [-1, 1]) {
      let j = i + step;
      while (Math.abs(j - i) <= widestSpread && rows[j] && !verdicts[j] && rows[j]!.words <= 25) {
        j += step;
      }
      const closed = rows[j] !== undefined && isDebris(j);
      const explains = /\b(?:code|shortcode|plugin|embed|display)\b/i;
      for (let k = i + step; k !== j; k += step) {
        if (!closed && !explains.test(rows[k]!.text)) break;
        verdicts[k] ??= {
          kind: 'cms',
          score: 0.9,
          reason: message('stands between codes of a content system'),
        };
      }
    }
  }
}

/** "(Reporting by …; Editing by …)", "Our standards: …", "Advertisement", "For licensing, write to …". */
function markInsertions({ rows }: Page, verdicts: (Verdict | undefined)[]): void {
  for (const [i, row] of rows.entries()) {
    const found = readInsertion(row);
    if (found) verdicts[i] ??= { ...found, score: 0.9 };
  }
}

const copyrightOpening = /^(?:copyright\b|©|\(c\)|all rights reserved)/i;
const copyrightYear = /(?:copyright|©|\(c\))\W{0,4}(?:19|20)\d\d/i;

function markCopyright({ rows }: Page, verdicts: (Verdict | undefined)[]): void {
  for (const [i, { text, words }] of rows.entries()) {
    const isNotice =
      words <= 60 && (copyrightOpening.test(text) || (words <= 30 && copyrightYear.test(text)));
    if (isNotice && (/©|\d{4}|rights reserved/i.test(text) || words <= 6))
      verdicts[i] ??= { kind: 'copyright', score: 0.97, reason: message('copyright notice') };
  }
}
