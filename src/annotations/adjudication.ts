import { kappa, type LabelledSpan, spanF1, tokenLabels } from './agreement';
import { type Disagreement, disagreements } from './disagreements';
import type { Placed } from './overlay';
import type { SpanRecord } from './records';
import { tokenise } from './tokens';
import { unitisingAlpha } from './unitisingAlpha';

/** Under this name stands what was settled: a layer like a person's, which speaks before all others. */
export const goldAnnotator = 'gold';

/** A span as a person has it, where it stands now, and the record that says so. */
export interface Vote extends LabelledSpan {
  readonly text: string;
  readonly record: SpanRecord;
}

/** What one person marked in an article, in the form that agreement is counted on. */
export interface AnnotatorLayer {
  readonly spans: readonly LabelledSpan[];
  /** The label of each token of the article, empty for none. */
  readonly tokens: readonly string[];
}

/** One article that several people annotated. */
export interface Adjudication {
  /** UTF-16 length of the text. */
  readonly length: number;
  readonly layers: ReadonlyMap<string, AnnotatorLayer>;
  /** Where they differ and gold has not spoken, in order of the text. */
  readonly open: readonly Disagreement<Vote>[];
  readonly settled: number;
  /** What all have alike and gold does not hold yet. */
  readonly agreed: readonly Vote[];
}

const placeKey = ({ start, end, label }: LabelledSpan): string => `${start} ${end} ${label}`;

/**
 * Compares the layers of an article. Only what people accepted or labelled counts; a suggestion that nobody
 * decided about is nobody's mark. `placed`: everyone's records, gold's among them.
 */
export function adjudicate(text: string, placed: readonly Placed[]): Adjudication {
  const people = new Map<string, Vote[]>();
  const ruled = new Set<string>();
  for (const { record, anchoring } of placed) {
    if (record.t !== 'span') continue;
    if (record.by === goldAnnotator) ruled.add(record.id);
    else if (!people.has(record.by)) people.set(record.by, []);
    if (!('start' in anchoring)) continue;
    const { start, end } = anchoring;
    const vote = { start, end, label: record.label, text: text.slice(start, end), record };
    if (record.by === goldAnnotator) ruled.add(placeKey(vote));
    else if (record.st === 'accepted') people.get(record.by)!.push(vote);
  }
  const isRuled = (vote: Vote): boolean => ruled.has(vote.record.id) || ruled.has(placeKey(vote));
  const all = disagreements(people);
  const open = all.filter(({ votes }) => [...votes.values()].flat().some((vote) => !isRuled(vote)));
  const tokens = tokenise(text);
  const layers = new Map(
    [...people].map(([by, votes]) => {
      const spans = votes.map(({ start, end, label }) => ({ start, end, label }));
      return [by, { spans, tokens: tokenLabels(tokens, spans) }];
    }),
  );
  return {
    ...{ length: text.length, layers, open, settled: all.length - open.length },
    agreed: agreedBy([...people.values()]).filter((vote) => !isRuled(vote)),
  };
}

function agreedBy([first = [], ...others]: readonly (readonly Vote[])[]): readonly Vote[] {
  const rest = others.map((layer) => new Set(layer.map(placeKey)));
  return first.filter((vote) => rest.every((layer) => layer.has(placeKey(vote))));
}

/** What gold says when one of several readings is taken. */
export interface Ruling {
  readonly vote: Vote;
  readonly st: 'accepted' | 'rejected';
}

/** Settles a disagreement: one person's reading stands and all others fall; without a person, all fall. */
export function settle({ votes }: Disagreement<Vote>, by?: string): readonly Ruling[] {
  const taken = by === undefined ? [] : (votes.get(by) ?? []);
  const rulings = new Map(
    taken.map((vote): [string, Ruling] => [vote.record.id, { vote, st: 'accepted' }]),
  );
  const standing = new Set(taken.map(placeKey));
  for (const vote of [...votes.values()].flat()) {
    const { id } = vote.record;
    if (!rulings.has(id) && !standing.has(placeKey(vote)))
      rulings.set(id, { vote, st: 'rejected' });
  }
  return [...rulings.values()];
}

/** How far two people agree over the articles that both annotated. */
export interface PairAgreement {
  readonly people: readonly [string, string];
  readonly articles: number;
  readonly f1: number;
  readonly kappa: number;
  readonly alpha: number;
}

/** The agreement of each two people, over their common articles put one after the other. */
export function agreementOf(
  articles: readonly Pick<Adjudication, 'length' | 'layers'>[],
): readonly PairAgreement[] {
  const people = [...new Set(articles.flatMap(({ layers }) => [...layers.keys()]))].sort();
  return people.flatMap((one, index) =>
    people.slice(index + 1).flatMap((other): PairAgreement[] => {
      const common = articles.filter(({ layers }) => layers.has(one) && layers.has(other));
      if (common.length === 0) return [];
      const [a, b] = [joined(common, one), joined(common, other)];
      const continuum = { start: 0, end: common.reduce((sum, { length }) => sum + length, 0) };
      return [
        {
          people: [one, other],
          articles: common.length,
          f1: spanF1(a.spans, b.spans).f1,
          kappa: kappa(a.tokens, b.tokens),
          alpha: unitisingAlpha([a.spans, b.spans], continuum).alpha,
        },
      ];
    }),
  );
}

function joined(
  articles: readonly Pick<Adjudication, 'length' | 'layers'>[],
  by: string,
): AnnotatorLayer {
  const spans: LabelledSpan[] = [];
  const tokens: string[] = [];
  let from = 0;
  for (const { length, layers } of articles) {
    const layer = layers.get(by)!;
    for (const { start, end, label } of layer.spans) {
      spans.push({ start: start + from, end: end + from, label });
    }
    for (const token of layer.tokens) tokens.push(token);
    from += length;
  }
  return { spans, tokens };
}
