import type { Span } from '../analysis/article';
import type { LabelledSpan } from './agreement';

/**
 * What people differ in: `span`: not everyone marked something there; `label`: same words, other label;
 * `boundary`: same label, other edges; `both`: other label and other edges.
 */
export type DisagreementKind = 'span' | 'label' | 'boundary' | 'both';

/** One thing to settle. */
export interface Disagreement<S extends LabelledSpan = LabelledSpan> extends Span {
  readonly kind: DisagreementKind;
  /** What each person says here, everyone listed; nothing marked is an empty list. */
  readonly votes: ReadonlyMap<string, readonly S[]>;
}

/**
 * Where annotators differ, in order of the text. Spans that all have with the same label are agreed and left
 * out; of the rest those that overlap are settled together.
 */
export function disagreements<S extends LabelledSpan>(
  layers: ReadonlyMap<string, readonly S[]>,
): readonly Disagreement<S>[] {
  const people = [...layers.keys()];
  const votes = people.flatMap((by) =>
    [...new Map(layers.get(by)!.map((span) => [keyOf(span), span])).values()].map((span) => ({
      by,
      span,
    })),
  );
  const counts = new Map<string, number>();
  for (const { span } of votes) counts.set(keyOf(span), (counts.get(keyOf(span)) ?? 0) + 1);
  const open = votes
    .filter(({ span }) => counts.get(keyOf(span)) !== people.length)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const groups: (typeof open)[] = [];
  let reach = -1;
  for (const vote of open) {
    if (vote.span.start < reach) groups.at(-1)!.push(vote);
    else groups.push([vote]);
    reach = Math.max(reach, vote.span.end);
  }
  return groups.map((group) => {
    const byPerson = new Map(
      people.map((by) => [by, group.filter((one) => one.by === by).map(({ span }) => span)]),
    );
    const spans = group.map(({ span }) => span);
    return {
      kind: kindOf([...byPerson.values()]),
      start: Math.min(...spans.map(({ start }) => start)),
      end: Math.max(...spans.map(({ end }) => end)),
      votes: byPerson,
    };
  });
}

function keyOf({ start, end, label }: LabelledSpan): string {
  return `${start} ${end} ${label}`;
}

function kindOf(votes: readonly (readonly LabelledSpan[])[]): DisagreementKind {
  if (votes.some((spans) => spans.length === 0)) return 'span';
  const same = (form: (span: LabelledSpan) => string): boolean =>
    new Set(votes.map((spans) => [...new Set(spans.map(form))].join('\n'))).size === 1;
  if (same(({ start, end }) => `${start} ${end}`)) return 'label';
  return same(({ label }) => label) ? 'boundary' : 'both';
}
