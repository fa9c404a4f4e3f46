import type { Message } from '../analysis/article';
import { message } from '../analysis/message';
import {
  type ArticleRecord,
  type HeadRecord,
  type Shape,
  type SideCarRecord,
  sideCarShapes,
  writtenBefore,
} from './records';

/** A line that is no record: kept in the file, reported, never in the way of the others. */
export interface BrokenLine {
  readonly file: string;
  /** From 1, as editors count. */
  readonly line: number;
  readonly text: string;
  readonly problem: Message;
}

export interface ParsedRecords<R> {
  readonly records: readonly R[];
  readonly broken: readonly BrokenLine[];
}

/** What people decided on one article: everyone's newest word on every id. Contradictions stay side by side. */
export interface Layers {
  readonly heads: readonly HeadRecord[];
  readonly byAnnotator: ReadonlyMap<string, ReadonlyMap<string, ArticleRecord>>;
}

const annotationsFolder = '.dateline/annotations/';

/** The side-car of an article (path with `/` inside the workspace folder) and an annotator. */
export function sideCarPath(article: string, annotator: string): string {
  return `${annotationsFolder}${article}.${annotatorSlug(annotator)}.jsonl`;
}

/** The article that a side-car is about and its annotator's slug; nothing if the path is no side-car's. */
export function parseSideCarPath(
  path: string,
): { readonly article: string; readonly annotator: string } | undefined {
  if (!path.startsWith(annotationsFolder) || !path.endsWith('.jsonl')) return undefined;
  const stem = path.slice(annotationsFolder.length, -'.jsonl'.length);
  const dot = stem.lastIndexOf('.');
  return dot > 0 ? { article: stem.slice(0, dot), annotator: stem.slice(dot + 1) } : undefined;
}

/** An annotator's name as part of a file name: letters, digits, `-` and `_`. The records keep the real name. */
export function annotatorSlug(name: string): string {
  const slug = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-');
  return slug.replace(/^-|-$/g, '') || 'anonymous';
}

/** Reads a side-car file's text. `file` names it in reports. Linear; never throws. */
export function parseSideCar(text: string, file: string): ParsedRecords<SideCarRecord> {
  return parseRecords<SideCarRecord>(text, file, sideCarShapes);
}

/** Reads JSON lines whose `t` names one of `shapes`. Blank lines and a BOM are passed over. */
export function parseRecords<R>(
  text: string,
  file: string,
  shapes: Readonly<Record<string, Shape>>,
): ParsedRecords<R> {
  const records: R[] = [];
  const broken: BrokenLine[] = [];
  splitRecordLines(text).forEach((line, index) => {
    if (line.trim() === '') return;
    const record = parseLine(line, shapes);
    if ('problem' in record) {
      broken.push({ file, line: index + 1, text: line, problem: record.problem });
    } else records.push(record.value as R);
  });
  return { records, broken };
}

function splitRecordLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

function parseLine(
  line: string,
  shapes: Readonly<Record<string, Shape>>,
): { readonly value: object } | { readonly problem: Message } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: message('This line is not complete JSON.') };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { problem: message('This line is not a record.') };
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const type = String(fields['t']);
  const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  if (!shape) return { problem: message('Unknown type of record: {0}.', type) };
  const wrong = Object.entries(shape).find(([field, check]) => !check(fields[field]))?.[0];
  return wrong === undefined
    ? { value }
    : { problem: message('The field {0} is missing or wrong.', wrong) };
}

/** One record as its line, without the line end. */
export function serialiseRecord(record: object): string {
  return JSON.stringify(record);
}

/**
 * The file's text with records added at its end. `disk` is the text as it stands now: read it just before
 * writing, so that what another window wrote is kept. A line left half-written by a killed window is closed first.
 */
export function appendRecords(disk: string, records: readonly object[]): string {
  if (records.length === 0) return disk;
  const open = disk === '' || disk.endsWith('\n') ? '' : '\n';
  return `${disk}${open}${records.map((record) => `${serialiseRecord(record)}\n`).join('')}`;
}

/**
 * The union of two states of one file, as `merge=union` would make it: every line of `theirs`, then the lines
 * that only `ours` has, each once. Broken lines are kept like any other.
 */
export function mergeFiles(theirs: string, ours: string): string {
  const lines = new Set([...splitRecordLines(theirs), ...splitRecordLines(ours)]);
  lines.delete('');
  return [...lines].map((line) => `${line}\n`).join('');
}

/**
 * Folds the records of any number of side-cars of one article, in any order and with repeats: of several
 * records with one id by one person the newest counts; records of different people never replace each other.
 */
export function foldRecords(records: Iterable<SideCarRecord>): Layers {
  const heads: HeadRecord[] = [];
  const byAnnotator = new Map<string, Map<string, ArticleRecord>>();
  for (const record of records) {
    if (record.t === 'head') {
      heads.push(record);
      continue;
    }
    const layer = byAnnotator.get(record.by) ?? new Map<string, ArticleRecord>();
    byAnnotator.set(record.by, layer);
    const known = layer.get(record.id);
    if (!known || writtenBefore(known, record)) layer.set(record.id, record);
  }
  heads.sort((a, b) => ((a.ts ?? '') < (b.ts ?? '') ? 1 : -1));
  return { heads, byAnnotator };
}

/** The attributes that let git join side-cars line by line; offered once for `.dateline/.gitattributes`. */
export const gitAttributes = '*.jsonl text eol=lf merge=union\n';
