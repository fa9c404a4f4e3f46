import type { Adapt } from '../analysis/analyze';
import { isBoilerplate, type Line, type Mention, mentionTypes } from '../analysis/article';
import { applyLayer, isEmpty, type LearnedLayer } from './learning';
import { type Shape, stampShape, type Stamp, writtenBefore } from './records';
import { type ParsedRecords, parseRecords } from './store';

/** A line of `.dateline/learned.jsonl`: what was learnt at one time. The newest that stands counts. */
export interface LearnedRecord extends Stamp, LearnedLayer {
  readonly t: 'layer';
  /** Forgotten again, or undone. */
  readonly st?: 'withdrawn';
}

/** There is one layer a folder: every record of it has this id. */
export const layerId = 'layer';

const isList = (check: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(check);
const hasTexts =
  (...fields: string[]) =>
  (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    fields.every((field) => typeof (value as Record<string, unknown>)[field] === 'string');

const isRule = hasTexts('cue', 'word', 'from', 'to');
const isLearnedName = hasTexts('form', 'label');

const shapes: Readonly<Record<string, Shape>> = {
  layer: {
    ...stampShape,
    v: (value) => value === 1,
    rules: isList(isRule),
    names: isList(isLearnedName),
  },
};

export function parseLearnedRecords(text: string, file: string): ParsedRecords<LearnedRecord> {
  return parseRecords<LearnedRecord>(text, file, shapes);
}

/** What counts of the records of a file: the newest one, unless it was withdrawn. */
export function standingLayer(records: readonly LearnedRecord[]): LearnedRecord | undefined {
  let newest: LearnedRecord | undefined;
  for (const record of records) {
    if (!newest || writtenBefore(newest, record)) newest = record;
  }
  return newest?.st === 'withdrawn' ? undefined : newest;
}

const types: ReadonlySet<string> = new Set(mentionTypes);

/** The layer of a `learned.jsonl` as the analysis applies it; nothing where nothing was learnt. */
export function adaptOf(text: string): Adapt | undefined {
  const layer = standingLayer(parseLearnedRecords(text, 'learned.jsonl').records);
  if (!layer || isEmpty(layer)) return undefined;
  return (source, lines, mentions) =>
    applyLayer(
      layer,
      source,
      mentions.map((mention) => {
        const { start, end, type: label } = mention;
        return { start, end, label, mention };
      }),
    ).map(({ start, end, label, from }): Mention => {
      const found = from?.mention;
      if (found?.type === label) return found;
      const type = types.has(label) ? (label as Mention['type']) : 'MISC';
      return {
        ...{ start, end, type, text: source.slice(start, end) },
        score: found?.score ?? learnedScore,
        boilerplate: found?.boilerplate ?? inBoilerplate(lines, start),
        ...(type === label ? {} : { label }),
      };
    });
}

/** A name is learnt from two decisions on, each of them a person's. */
const learnedScore = 0.9;

function inBoilerplate(lines: readonly Line[], offset: number): boolean {
  const line = lines.find(({ start, end }) => start <= offset && offset < end);
  return line !== undefined && isBoilerplate(line.kind);
}
