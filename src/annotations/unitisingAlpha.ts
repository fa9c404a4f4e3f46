import type { Span } from '../analysis/article';
import type { LabelledSpan } from './agreement';

interface Section extends Span {
  readonly unit: boolean;
}

export interface UnitisingAgreement {
  /** 1 full agreement, 0 chance, below 0 worse; all labels together. */
  readonly alpha: number;
  readonly byLabel: ReadonlyMap<
    string,
    { readonly observed: number; readonly expected: number; readonly alpha: number }
  >;
}

/**
 * Krippendorff's unitising alpha (αU; Krippendorff 2004, Content Analysis, pp. 251–256): agreement of two or more
 * annotators who both cut a continuum into units and label them, measuring how far edges differ. `layers`: one
 * list of spans a person; `continuum`: the stretch annotated. Overlapping spans of one label and person count as
 * one. Without any unit, or where nothing but agreement could be, 1.
 */
export function unitisingAlpha(
  layers: readonly (readonly LabelledSpan[])[],
  continuum: Span,
): UnitisingAgreement {
  const length = continuum.end - continuum.start;
  const labels = new Set(layers.flat().map(({ label }) => label));
  const byLabel = new Map<string, { observed: number; expected: number; alpha: number }>();
  for (const label of labels) {
    const sections = layers.map((layer) =>
      cut(
        layer.filter((span) => span.label === label),
        continuum,
      ),
    );
    const observed = observedDisagreement(sections, length);
    const expected = expectedDisagreement(sections, length);
    byLabel.set(label, { observed, expected, alpha: ratio(observed, expected) });
  }
  const sum = (field: 'observed' | 'expected') =>
    [...byLabel.values()].reduce((total, one) => total + one[field], 0);
  return { alpha: ratio(sum('observed'), sum('expected')), byLabel };
}

function ratio(observed: number, expected: number): number {
  return expected === 0 ? 1 : 1 - observed / expected;
}

/** The continuum as units and the gaps between them, in order. */
function cut(spans: readonly Span[], { start, end }: Span): readonly Section[] {
  const sections: Section[] = [];
  let at = start;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.max(span.start, at);
    const to = Math.min(span.end, end);
    if (to <= from) continue;
    const last = sections.at(-1);
    if (span.start < at && last?.unit) {
      sections[sections.length - 1] = { ...last, end: to };
    } else {
      if (from > at) sections.push({ start: at, end: from, unit: false });
      sections.push({ start: from, end: to, unit: true });
    }
    at = to;
  }
  if (at < end) sections.push({ start: at, end, unit: false });
  return sections;
}

const size = ({ start, end }: Span): number => end - start;

/** Squared distance of two sections; 0 where they do not meet or are both gaps. */
function distance(a: Section, b: Section): number {
  const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;
  if (a.unit && b.unit) {
    const meet = a.start < b.end && b.start < a.end;
    return meet ? (a.start - b.start) ** 2 + (a.end - b.end) ** 2 : 0;
  }
  if (a.unit && within(a, b)) return size(a) ** 2;
  if (b.unit && within(b, a)) return size(b) ** 2;
  return 0;
}

function observedDisagreement(layers: readonly (readonly Section[])[], length: number): number {
  let sum = 0;
  layers.forEach((one, i) => {
    layers.forEach((other, j) => {
      if (i !== j) sum += pairDistance(one, other);
    });
  });
  const people = layers.length;
  return people < 2 || length === 0 ? 0 : sum / (people * (people - 1) * length ** 2);
}

/** Sections are in order, so only those that meet are compared. */
function pairDistance(one: readonly Section[], other: readonly Section[]): number {
  let sum = 0;
  let from = 0;
  for (const section of one) {
    while (from < other.length && other[from]!.end <= section.start) from++;
    for (let h = from; h < other.length && other[h]!.start < section.end; h++) {
      sum += distance(section, other[h]!);
    }
  }
  return sum;
}

function expectedDisagreement(layers: readonly (readonly Section[])[], length: number): number {
  const units = layers.flat().filter(({ unit }) => unit);
  const gaps = layers.flat().filter(({ unit }) => !unit);
  // Many units are of one length: the room for each length is counted once.
  const rooms = new Map<number, number>();
  const roomFor = (l: number): number => {
    const known = rooms.get(l);
    if (known !== undefined) return known;
    const room = gaps.reduce((total, gap) => total + Math.max(0, size(gap) - l + 1), 0);
    rooms.set(l, room);
    return room;
  };
  let sum = 0;
  let inside = 0;
  for (const unit of units) {
    const l = size(unit);
    inside += l * (l - 1);
    const room = roomFor(l);
    sum += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room;
  }
  const places = layers.length * length;
  const pairs = places * (places - 1) - inside;
  return pairs <= 0 || length === 0 ? 0 : ((2 / length) * sum) / pairs;
}
