import { articleLineKinds, boilerplateLineKinds, type LineKind } from '../analysis/article';
import {
  isName,
  isText,
  isTexts,
  oneOf,
  optional,
  type Shape,
  type Stamp,
  stampShape,
  writtenBefore,
} from './records';
import { parseRecords, type ParsedRecords } from './store';

/** `st: "withdrawn"`: the decision was undone. */
interface CorpusStamp extends Stamp {
  readonly st?: 'withdrawn';
}

/** A line of `.dateline/entities.jsonl`. Entities are named by their keys (`entityKey`). */
export type EntityRecord = CorpusStamp &
  (
    | { readonly t: 'merge'; readonly into: string; readonly from: readonly string[] }
    /** These forms of `key` name something else: the entity `into`. */
    | {
        readonly t: 'split';
        readonly key: string;
        readonly forms: readonly string[];
        readonly into: string;
      }
    | { readonly t: 'alias'; readonly key: string; readonly alias: string }
    | { readonly t: 'retype'; readonly key: string; readonly type: string }
    /** A Wikidata Q-number or another base's id. Empty: none. */
    | { readonly t: 'kb'; readonly key: string; readonly kb: string }
    | { readonly t: 'rename'; readonly key: string; readonly name: string }
  );

/** A line of `.dateline/events.jsonl`. Articles are named by their paths, events by their ids. */
export type EventRecord = CorpusStamp &
  (
    | { readonly t: 'pin'; readonly article: string; readonly event: string }
    | { readonly t: 'move'; readonly articles: readonly string[]; readonly event: string }
    | {
        readonly t: 'split';
        readonly event: string;
        readonly articles: readonly string[];
        readonly into: string;
      }
    | { readonly t: 'merge'; readonly into: string; readonly from: readonly string[] }
    /** No one's word any more: the grouping decides. */
    | { readonly t: 'unpin'; readonly articles: readonly string[] }
    | { readonly t: 'title'; readonly event: string; readonly title: string }
  );

/** A line of `.dateline/rules.jsonl`: lines that read like this one are of this kind, in this source. */
export type RuleRecord = CorpusStamp & {
  readonly t: 'rule';
  readonly source: string;
  readonly line: string;
  readonly kind: LineKind;
};

const stamp: Shape = { ...stampShape, st: optional(oneOf('withdrawn')) };

const entityShapes: Readonly<Record<EntityRecord['t'], Shape>> = {
  merge: { ...stamp, into: isName, from: isTexts },
  split: { ...stamp, key: isName, forms: isTexts, into: isName },
  alias: { ...stamp, key: isName, alias: isName },
  retype: { ...stamp, key: isName, type: isName },
  kb: { ...stamp, key: isName, kb: isText },
  rename: { ...stamp, key: isName, name: isName },
};

const eventShapes: Readonly<Record<EventRecord['t'], Shape>> = {
  pin: { ...stamp, article: isName, event: isName },
  move: { ...stamp, articles: isTexts, event: isName },
  split: { ...stamp, event: isName, articles: isTexts, into: isName },
  merge: { ...stamp, into: isName, from: isTexts },
  unpin: { ...stamp, articles: isTexts },
  title: { ...stamp, event: isName, title: isName },
};

const ruleShapes: Readonly<Record<string, Shape>> = {
  rule: {
    ...stamp,
    source: isText,
    line: isName,
    kind: oneOf(...articleLineKinds, ...boilerplateLineKinds),
  },
};

/** Reads the text of `entities.jsonl`; broken lines are reported, never in the way. */
export function parseEntityRecords(text: string, file: string): ParsedRecords<EntityRecord> {
  return parseRecords(text, file, entityShapes);
}

/** Reads the text of `events.jsonl`. */
export function parseEventRecords(text: string, file: string): ParsedRecords<EventRecord> {
  return parseRecords(text, file, eventShapes);
}

/** Reads the text of `rules.jsonl`. */
export function parseRuleRecords(text: string, file: string): ParsedRecords<RuleRecord> {
  return parseRecords(text, file, ruleShapes);
}

/**
 * The decisions that stand, oldest first: the newest record of each id, without the withdrawn ones.
 * The corpus files are everyone's: of two people's decisions the later one counts.
 */
export function standing<R extends CorpusStamp>(records: Iterable<R>): readonly R[] {
  const newest = new Map<string, R>();
  for (const record of records) {
    const known = newest.get(record.id);
    if (!known || writtenBefore(known, record)) newest.set(record.id, record);
  }
  return [...newest.values()]
    .filter((record) => record.st !== 'withdrawn')
    .sort((a, b) => (writtenBefore(a, b) ? -1 : 1));
}

/** The kind that a person's rule gives to a line of a source: the newest rule that matches. */
export function ruleKinds(
  records: Iterable<RuleRecord>,
): (source: string, line: string) => LineKind | undefined {
  const rules = new Map(
    standing(records).map((rule) => [ruleKey(rule.source, rule.line), rule.kind]),
  );
  return (source, line) => rules.get(ruleKey(source, line));
}

/** Digits count as equal, so that "Updated at 10:15" rules tomorrow's line as well. */
function ruleKey(source: string, line: string): string {
  const form = line.toLowerCase().replace(/\d+/g, '0').replace(/\s+/g, ' ').trim();
  return `${source}\n${form}`;
}
