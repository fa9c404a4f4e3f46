import { isStopWord } from '../corpus/stop-words';
import type { LabelledSpan } from './agreement';
import { findOccurrences } from './occurrences';

/** What one article teaches: what the machine found there, and what people made of it. */
export interface Lesson {
  readonly text: string;
  readonly machine: readonly LabelledSpan[];
  /** Mentions people accepted, corrected or added. */
  readonly accepted: readonly LabelledSpan[];
  /** Machine mentions people rejected. */
  readonly rejected: readonly LabelledSpan[];
}

/** Which words of a mention, or beside it, a rule looks at; the most telling first. */
const cues = ['form', 'last', 'first', 'before'] as const;
type Cue = (typeof cues)[number];

/** Mentions that the machine labels `from` and whose cue reads `word` are labelled `to`, or dropped if `to` is empty. */
export interface Rule {
  readonly cue: Cue;
  readonly word: string;
  readonly from: string;
  readonly to: string;
  /** Decisions it was learnt from. */
  readonly seen: number;
}

/** A name that the machine misses. */
export interface LearnedName {
  readonly form: string;
  readonly label: string;
  readonly seen: number;
}

/** The layer of one workspace over the shipped model: small, readable, removable. Kept in `.dateline/learned.jsonl`. */
export interface LearnedLayer {
  readonly v: 1;
  readonly rules: readonly Rule[];
  readonly names: readonly LearnedName[];
}

export const emptyLayer: LearnedLayer = { v: 1, rules: [], names: [] };

export const isEmpty = ({ rules, names }: LearnedLayer): boolean =>
  rules.length === 0 && names.length === 0;

const minSeen = 3;
const minNames = 2;
/** Share of a cue's decisions that must agree, counting one unseen decision against them. */
const minPurity = 0.75;

/**
 * Derives rules and names from decisions. A rule needs three decisions that nearly all agree, differ from the
 * machine, and are not explained by a more telling cue already; a name two additions and no rejection. Linear in
 * decisions and the texts' lengths.
 */
export function learn(lessons: readonly Lesson[]): LearnedLayer {
  const missed = new Map<string, number>();
  const refused = new Set<string>();
  const outcomes = lessons.flatMap((lesson) =>
    verdicts(lesson).map(({ span, to }) => ({ text: lesson.text, span, to })),
  );
  for (const lesson of lessons) {
    for (const span of lesson.rejected) refused.add(cueOf('form', lesson.text, span));
    for (const span of lesson.accepted) {
      if (lesson.machine.some((found) => overlap(found, span))) continue;
      const key = JSON.stringify([cueOf('form', lesson.text, span), span.label]);
      missed.set(key, (missed.get(key) ?? 0) + 1);
    }
  }
  const rules: Rule[] = [];
  let open: readonly Outcome[] = outcomes;
  for (const cue of cues) {
    const found = rulesBy(cue, outcomes, open);
    const explained = new Set(found.map(ruleKey));
    open = open.filter(({ text, span }) => {
      const word = cueOf(cue, text, span);
      return !explained.has(ruleKey({ cue, word, from: span.label }));
    });
    rules.push(...found);
  }
  const names = [...missed].flatMap(([key, seen]): LearnedName[] => {
    const [form, label] = JSON.parse(key) as [string, string];
    return seen >= minNames && !refused.has(form) ? [{ form, label, seen }] : [];
  });
  return {
    v: 1,
    rules: rules.filter((rule) => rule.from !== rule.to || hasRival(rule, rules)),
    names,
  };
}

/** A machine mention and what a person made of it; an empty label for a rejection. */
interface Outcome {
  readonly text: string;
  readonly span: LabelledSpan;
  readonly to: string;
}

const ruleKey = ({ cue, word, from }: Pick<Rule, 'cue' | 'word' | 'from'>): string =>
  JSON.stringify([cue, word, from]);

/** What one cue tells of all outcomes; it is worth a rule where enough of the open ones say so. */
function rulesBy(cue: Cue, all: readonly Outcome[], open: readonly Outcome[]): Rule[] {
  const count = (outcomes: readonly Outcome[]): Map<string, Map<string, number>> => {
    const counted = new Map<string, Map<string, number>>();
    for (const { text, span, to } of outcomes) {
      const word = cueOf(cue, text, span);
      if (word === '') continue;
      const key = ruleKey({ cue, word, from: span.label });
      const counts = counted.get(key) ?? new Map<string, number>();
      counted.set(key, counts.set(to, (counts.get(to) ?? 0) + 1));
    }
    return counted;
  };
  const unexplained = count(open);
  return [...count(all)].flatMap(([key, counts]): Rule[] => {
    const [, word, from] = JSON.parse(key) as [Cue, string, string];
    const total = [...counts.values()].reduce((sum, one) => sum + one, 0);
    const [to, seen] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
    const fresh = unexplained.get(key)?.get(to) ?? 0;
    // A cue that confirms the machine is a rule too: it stands before a broader one that would not.
    const sure = fresh >= minSeen && seen / (total + 1) >= minPurity;
    return sure ? [{ cue, word, from, to, seen }] : [];
  });
}

function hasRival(rule: Rule, rules: readonly Rule[]): boolean {
  return rules.some((other) => other.from === rule.from && other.to !== other.from);
}

/** What became of each machine mention that people decided on. */
function verdicts({ machine, accepted, rejected }: Lesson): Omit<Outcome, 'text'>[] {
  return machine.flatMap((span) => {
    const same = (other: LabelledSpan) => other.start === span.start && other.end === span.end;
    const right = accepted.find(same);
    if (right) return [{ span, to: right.label }];
    return rejected.some((other) => same(other) && other.label === span.label)
      ? [{ span, to: '' }]
      : [];
  });
}

function overlap(a: LabelledSpan, b: LabelledSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

const reach = 40;

function cueOf(cue: Cue, text: string, { start, end }: LabelledSpan): string {
  const form = text.slice(start, end).replace(/\s+/g, ' ');
  const words = form.split(' ');
  switch (cue) {
    case 'form':
      return form;
    case 'last':
      return words.length > 1 ? words.at(-1)! : '';
    case 'first':
      return words.length > 1 ? telling(words[0]!) : '';
    case 'before':
      return telling(
        text
          .slice(Math.max(0, start - reach), start)
          .trimEnd()
          .split(/\s/)
          .at(-1)!
          .toLowerCase(),
      );
  }
}

/** “the” stands before names of every kind: a rule on it would do harm wherever nobody has looked. */
function telling(word: string): string {
  return isStopWord(word.toLowerCase()) ? '' : word;
}

/** What the layer makes of the machine's mentions. `from` is the mention it was, absent for a name it added. */
export interface Adapted<M extends LabelledSpan> extends LabelledSpan {
  readonly from?: M;
}

/** Lays the learned layer over the machine's mentions of a text, in order of place. */
export function applyLayer<M extends LabelledSpan>(
  { rules, names }: LearnedLayer,
  text: string,
  machine: readonly M[],
): readonly Adapted<M>[] {
  const byCue = new Map(
    rules.map((rule) => [JSON.stringify([rule.cue, rule.word, rule.from]), rule]),
  );
  const kept = machine.flatMap((mention): Adapted<M>[] => {
    const { start, end, label } = mention;
    for (const cue of cues) {
      const rule = byCue.get(JSON.stringify([cue, cueOf(cue, text, mention), label]));
      if (rule) return rule.to === '' ? [] : [{ start, end, label: rule.to, from: mention }];
    }
    return [{ start, end, label, from: mention }];
  });
  const taken: LabelledSpan[] = [...machine];
  const longestFirst = [...names].sort((a, b) => b.form.length - a.form.length);
  const added = longestFirst.flatMap(({ form, label }) => {
    const free = findOccurrences(text, form)
      .map(({ start, end }) => ({ start, end, label }))
      .filter((span) => !taken.some((other) => overlap(other, span)));
    taken.push(...free);
    return free;
  });
  return [...kept, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
}

export interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly f1: number;
}

/** Scores mentions on what people decided, and on that alone: undecided places say nothing. */
export function scoreDecided(lessons: readonly Lesson[], layer: LearnedLayer): Score {
  let [right, wrong, missed] = [0, 0, 0];
  for (const { text, machine, accepted, rejected } of lessons) {
    const found = applyLayer(layer, text, machine);
    const isFound = (span: LabelledSpan) =>
      found.some(
        ({ start, end, label }) => start === span.start && end === span.end && label === span.label,
      );
    for (const span of accepted) {
      if (isFound(span)) right++;
      else {
        missed++;
        if (found.some((other) => overlap(other, span))) wrong++;
      }
    }
    wrong += rejected.filter(isFound).length;
  }
  const all = 2 * right + wrong + missed;
  return { right, wrong, missed, f1: all === 0 ? 1 : (2 * right) / all };
}

export interface Trial {
  /** The machine alone, and with what was learnt from the other folds, on the same held-out decisions. */
  readonly before: Score;
  readonly after: Score;
  readonly helps: boolean;
}

/** Measures learning on held-out decisions: articles in `folds` parts, each scored by what the others teach. */
export function tryLearning(lessons: readonly Lesson[], folds = 5): Trial {
  const scores = Array.from({ length: folds }, (_, fold) => {
    const held = lessons.filter((_lesson, index) => index % folds === fold);
    const layer = learn(lessons.filter((_lesson, index) => index % folds !== fold));
    return { before: scoreDecided(held, emptyLayer), after: scoreDecided(held, layer) };
  });
  const sum = (when: 'before' | 'after'): Score => {
    const total = (field: 'right' | 'wrong' | 'missed') =>
      scores.reduce((all, score) => all + score[when][field], 0);
    const [right, wrong, missed] = [total('right'), total('wrong'), total('missed')];
    const all = 2 * right + wrong + missed;
    return { right, wrong, missed, f1: all === 0 ? 1 : (2 * right) / all };
  };
  const [before, after] = [sum('before'), sum('after')];
  return { before, after, helps: after.f1 > before.f1 };
}
