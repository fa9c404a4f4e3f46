import type { Message } from '../analysis/article';
import { message } from '../analysis/message';
import type { CorpusEntry } from './entry';
import { isInCapitals, readable } from './readable';
import type { Vector } from './vector';

const mostShown = 4;

/** An article and its weighted terms, as the reasons need them. */
export interface Weighed {
  readonly entry: CorpusEntry;
  readonly vector: Vector;
}

/** What binds an article to the others of its event, in sentences. */
export function whyTogether(article: Weighed, others: readonly Weighed[]): Message[] {
  if (others.length === 0) return [message('No other article reports this')];
  const reasons: Message[] = [];
  const shared = sharedTerms(article, others).slice(0, mostShown);
  if (shared.length > 0) reasons.push(message('Telling words in common: {0}', quoted(shared)));
  const names = sharedNames(
    article.entry,
    others.map(({ entry }) => entry),
  );
  if (names.length > 0)
    reasons.push(
      message('Names in common: {0}', names.slice(0, mostShown).map(readable).join(', ')),
    );
  const days = sharedDays(
    article.entry,
    others.map(({ entry }) => entry),
  );
  if (days.length > 0) reasons.push(message('Days in common: {0}', days.slice(0, 3).join(', ')));
  return reasons;
}

/** What two articles share and what sets them apart. */
export function whySeparate(a: Weighed, b: Weighed): Message[] {
  const shared = sharedTerms(a, [b]).slice(0, mostShown);
  const ofA = ownTerms(a, b).slice(0, mostShown);
  const ofB = ownTerms(b, a).slice(0, mostShown);
  const reasons: Message[] = [];
  reasons.push(
    shared.length > 0
      ? message('Share: {0}', quoted(shared))
      : message('Share: hardly a telling word'),
  );
  if (ofA.length > 0 || ofB.length > 0) {
    reasons.push(message('Differ: {0} there, {1} here', quoted(ofA), quoted(ofB)));
  }
  const [first, second] = [a.entry.card.day, b.entry.card.day];
  if (first !== undefined && second !== undefined && first !== second) {
    reasons.push(message('Differ: published {0} and {1}', first, second));
  }
  return reasons;
}

/** Labels of the terms that an article and others weigh most, the strongest bond first. */
export function sharedTerms(article: Weighed, others: readonly Weighed[]): string[] {
  const bonds = new Map<number, number>();
  const { terms, weights } = article.vector;
  const place = new Map(Array.from(terms, (term, i) => [term, i]));
  for (const other of others) {
    other.vector.terms.forEach((term, i) => {
      const own = place.get(term);
      if (own === undefined) return;
      bonds.set(term, (bonds.get(term) ?? 0) + weights[own]! * other.vector.weights[i]!);
    });
  }
  const label = labelsOf([article, ...others].map(({ entry }) => entry));
  return distinct(
    [...bonds]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([term]) => label.get(term))
      .filter((text) => text !== undefined),
  );
}

function ownTerms(article: Weighed, other: Weighed): string[] {
  const theirs = new Set(other.vector.terms);
  const label = labelsOf([article.entry]);
  return distinct(
    Array.from(article.vector.terms, (term, i) => ({ term, weight: article.vector.weights[i]! }))
      .filter(({ term }) => !theirs.has(term))
      .sort((a, b) => b.weight - a.weight || a.term - b.term)
      .map(({ term }) => label.get(term))
      .filter((text) => text !== undefined),
  );
}

/** Readable forms of term hashes, from the first article that has one, in capitals only where all have it so. */
function labelsOf(entries: readonly CorpusEntry[]): Map<number, string> {
  const labels = new Map<number, string>();
  for (const { features } of entries) {
    features.labels.split('\n').forEach((label, i) => {
      const place = features.labelled[i];
      const term = place === undefined ? undefined : features.terms[place];
      if (term === undefined) return;
      const known = labels.get(term);
      if (known === undefined || (isInCapitals(known) && !isInCapitals(label)))
        labels.set(term, label);
    });
  }
  return labels;
}

/** Leaves out words that a phrase before or after them says already. */
function distinct(labels: readonly string[]): string[] {
  const shown = labels.slice(0, 12).map(readable);
  const lower = shown.map((label) => ` ${label.toLowerCase()} `);
  return shown.filter(
    (_, i) =>
      !lower.some(
        (other, j) => j !== i && other.includes(lower[i]!) && (other !== lower[i] || j < i),
      ),
  );
}

function sharedNames(entry: CorpusEntry, others: readonly CorpusEntry[]): string[] {
  const theirs = new Set(
    others.flatMap(({ card }) =>
      card.names.map((name) => `${name.type} ${name.name.toLowerCase()}`),
    ),
  );
  return entry.card.names
    .filter((name) => theirs.has(`${name.type} ${name.name.toLowerCase()}`))
    .map((name) => name.name);
}

function sharedDays(entry: CorpusEntry, others: readonly CorpusEntry[]): string[] {
  const counts = new Map<number, number>();
  for (const other of others) {
    for (const day of other.features.days) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...entry.features.days]
    .filter((day) => counts.has(day))
    .sort((a, b) => counts.get(b)! - counts.get(a)! || a - b)
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
}

function quoted(labels: readonly string[]): string {
  return labels.length === 0 ? '–' : labels.map((label) => `“${label}”`).join(', ');
}
