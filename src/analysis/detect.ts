import { Ending, isProse, readRows, type Row } from './boilerplate/rows';
import { readDateline } from './structure/dateline';
import { opensAsByline } from './structure/names';
import { isDatelinePlace } from './structure/places';
import { isWhen } from './structure/when';

/** Code units of the head of a file that `looksLikeArticle` reads. */
export const headLength = 4096;

const articleEnding = /\.(?:txt|text|article|news|md|markdown)$/i;
const otherFile =
  /^(?:readme|licen[cs]e|copying|copyright|notice|authors|contributing|contributors|changelog|changes|todo|install|requirements|constraints|makefile|cmakelists|robots|humans|ads|manifest|security|code_of_conduct|third[_-]party|thirdpartynotices|architecture|upgrading|maintainers|codeowners)(?:[._-].*)?$/i;

/**
 * Does a file read as a news article? Looks at its name and its first 4,096 code units only, so that other text
 * files stay untouched: there must be running prose in paragraphs, more of it than lists, code, tables or
 * settings, and nothing that marks a manual, a licence, a log or notes.
 *
 * @param head the beginning of the file's text
 * @param path the file's path, `/` between folders
 */
export function looksLikeArticle(head: string, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!articleEnding.test(name)) return false;
  if (/\.(?:article|news)$/i.test(name)) return hasText(head);
  if (otherFile.test(name)) return false;
  const text = head.slice(0, headLength);
  if (/\0|\uFFFD{3}/.test(text)) return false;
  const rows = readRows(withoutCutLine(text, head.length > headLength));
  return weigh(rows, /\.(?:md|markdown)$/i.test(name)) > 0;
}

function hasText(head: string): boolean {
  return /\p{L}{2}/u.test(head) && !head.includes('\0');
}

/** The last line of a cut text may be half a line; it stays only if there is no other. */
function withoutCutLine(text: string, isCut: boolean): string {
  const last = isCut ? text.lastIndexOf('\n') : -1;
  return last > text.length / 2 ? text.slice(0, last) : text;
}

const fewestProseWords = 40;

/** Evidence for (> 0) and against (≤ 0) an article. */
function weigh(rows: readonly Row[], isMarkdown: boolean): number {
  const prose = rows.filter(isRunning);
  const proseWords = sum(prose, (row) => row.words);
  const narrow = reflowed(rows);
  const running = Math.max(proseWords, narrow);
  if (running < fewestProseWords) return -1;
  const listed = rows.filter(({ text }) => /^(?:[-*+] |\d{1,3}[.)] |\[[ x]?\])/i.test(text));
  const technical = rows.filter(isTechnical);
  const you = sum(rows, (row) => row.youWords);
  const said = sum(rows, (row) => row.saidWords);
  const words = sum(rows, (row) => row.words);
  const signed = rows.some(
    (row, i) => row.words <= 25 && (opensAsByline(row.text) || (i < 30 && isWhen(row))),
  );
  const datelined = prose.some((row) => readDateline(row.text, isDatelinePlace) !== undefined);
  let score = Math.min(running / 60, 3);
  score += Math.min(said, 4) * 0.5 + (signed ? 1 : 0) + (datelined ? 2 : 0);
  score += namesShare(prose) > 0.06 ? 0.7 : -0.7;
  score -= (technical.length / rows.length) * 8;
  score -= (sum(listed, (row) => row.words) / words) * 6;
  score -= you * 40 > words ? 1.2 : 0;
  score -= legalese(rows) * 1.5;
  score -= isMarkdown ? markdownManual(rows) : 0;
  score -= wrapped(rows) && said === 0 && !datelined ? 1.5 : 0;
  return score - 1.5;
}

const sum = (rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((total, row) => total + of(row), 0);

function isRunning(row: Row): boolean {
  return isProse(row) && !isTechnical(row) && row.codeMarks * 20 < row.letters;
}

const stamp =
  /^[[(]?(?:\d{4}-\d\d-\d\d[T ]\d\d:|\d\d:\d\d:\d\d|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:)/;
const setting =
  /^[\w.-]+ ?(?:==|>=|<=|~=|=|:=) ?\S|^(?:#|\/\/|\/\*|;|import |from \w+ import|def |class |function |const |var |let |export |SELECT |\$ |> |>>> )/;
const level = /\b(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE)\b/;

/** Code, a setting, a log entry, a table row. */
function isTechnical(row: Row): boolean {
  const { text } = row;
  if (stamp.test(text) || level.test(text.slice(0, 80)) || setting.test(text)) return true;
  if (row.codeMarks > 2 && row.codeMarks * 12 > row.letters) return true;
  const cells = text.slice(0, 300).split(/[,\t;|]/).length - 1;
  if (cells >= 3 && row.stops * 8 < row.words && row.ending !== Ending.Stop) return true;
  return row.numbers * 2 > row.words && row.words >= 4;
}

/** Words of prose that was broken into lines of one width: lines of 8 words and more that do not close. */
function reflowed(rows: readonly Row[]): number {
  let words = 0;
  for (const row of rows)
    if (row.words >= 7 && row.stops >= 2 && !isTechnical(row) && !/^[-*+#]/.test(row.text))
      words += row.words;
  return words * 0.8;
}

function wrapped(rows: readonly Row[]): boolean {
  const broken = rows.filter((row) => row.words >= 7 && row.ending === Ending.None);
  return broken.length * 2 > rows.length;
}

/** Names and other capitals inside sentences: news is full of them, manuals and notes are not. */
function namesShare(prose: readonly Row[]): number {
  const words = sum(prose, (row) => row.words - row.sentences);
  return words <= 0 ? 0 : sum(prose, (row) => Math.max(0, row.capitals - row.sentences)) / words;
}

const licenceWords =
  /\b(?:warranty|warranties|merchantability|licensor|licensee|sublicen[cs]e|hereby granted|permission is|redistributions?|copyright holders?|as is|source code|binary forms?|lorem ipsum)\b/i;

function legalese(rows: readonly Row[]): number {
  return Math.min(4, rows.filter(({ text }) => licenceWords.test(text.slice(0, 1000))).length);
}

const manualWords =
  /\b(?:npm|pip|install|installation|usage|configure|configuration|repository|clone|api|cli|docker|github|command line|pull requests?|build|deploy|function|parameters?|todo|meeting|agenda|deadline)\b/i;

/** How much a Markdown file reads as a manual or as notes. */
function markdownManual(rows: readonly Row[]): number {
  let marks = 0;
  for (const { text } of rows) {
    if (/^(?:```|~~~|\||!\[|\[!\[|- \[[ x]\]|<)/i.test(text)) marks += 2;
    else if (/^#{1,6} /.test(text) && manualWords.test(text)) marks += 2;
    else if (text.includes('`')) marks += 1;
  }
  return Math.min(8, (marks * 8) / rows.length + (marks > 3 ? 1 : 0));
}
