import {
  applyChanges,
  liveSpan,
  resync,
  type Shadow,
  type TextChange,
} from '../../src/annotations/anchoring/shadow';
import { generateText, type Random, seeded } from '../bench/newsGenerator';

/** An oracle: every code unit knows which unit of the first text it is, through cut, paste and undo. */
interface Oracle {
  readonly units: readonly number[];
  readonly shadow: Shadow;
}

interface Step {
  readonly changes: readonly TextChange[];
  readonly units: readonly (readonly number[])[];
}

export interface FuzzFigures {
  edits: number;
  checks: number;
  /** Spans that do not stand on their words though these stand together: a twin revived them first. */
  misplaced: number;
}

const snippets = ['x', 'a b', '\r\n', '😀', '\u0301', '👩‍👩‍👧', 'Smith', ' שלום ', '“', '\t'];

/**
 * Types, deletes, pastes over, cuts and pastes, edits with several cursors, undoes and redoes, and switches
 * line ends in generated texts. Counts spans that are not anchored on their words though these stand together;
 * throws when an anchored span does not read as its words, or when a span is lost.
 */
export function fuzzEdits(runs: number, seed: number, editsPerRun = 40): FuzzFigures {
  const figures: FuzzFigures = { edits: 0, checks: 0, misplaced: 0 };
  for (let run = 0; run < runs; run++) {
    const random = seeded(seed + run * 101);
    const { text, mentions } = generateText(random, 3);
    let state: Oracle = {
      units: Array.from({ length: text.length }, (_, i) => i),
      shadow: { text, spans: mentions.map((span, i) => liveSpan(text, String(i), span)) },
    };
    const undo: Step[] = [];
    const redo: Step[] = [];
    for (let edit = 0; edit < editsPerRun; edit++) {
      const kind = random.below(12);
      figures.edits++;
      if (kind === 0 && undo.length > 0) {
        const step = undo.pop()!;
        redo.push(inverse(state, step));
        state = play(state, step);
      } else if (kind === 1 && redo.length > 0) {
        const step = redo.pop()!;
        undo.push(inverse(state, step));
        state = play(state, step);
      } else {
        redo.length = 0;
        const steps = kind === 2 ? cutAndPaste(state, random) : [randomStep(state, random)];
        for (const step of steps) {
          undo.push(inverse(state, step));
          state = play(state, step);
        }
      }
      check(text, mentions, state, figures, `seed ${seed} run ${run} edit ${edit}`);
    }
    while (undo.length > 0) state = play(state, undo.pop()!);
    if (state.shadow.text !== text) throw new Error('the fuzzer does not undo its own edits');
    check(text, mentions, state, figures, `seed ${seed} run ${run} all undone`);
    switchLineEnds(state);
  }
  return figures;
}

function play({ units, shadow }: Oracle, step: Step): Oracle {
  const order = step.changes.map((change, i) => ({ change, ids: step.units[i]! }));
  order.sort((a, b) => b.change.start - a.change.start || b.change.end - a.change.end);
  let next = [...units];
  for (const { change, ids } of order) {
    next = [...next.slice(0, change.start), ...ids, ...next.slice(change.end)];
  }
  return { units: next, shadow: applyChanges(shadow, step.changes) };
}

/** The step that takes back `step`, which is about to be played. */
function inverse({ units, shadow }: Oracle, step: Step): Step {
  let shift = 0;
  const ascending = step.changes
    .map((change) => change)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const changes = ascending.map(({ start, end, text }) => {
    const change = {
      start: start + shift,
      end: start + shift + text.length,
      text: shadow.text.slice(start, end),
    };
    shift += text.length - (end - start);
    return change;
  });
  return { changes, units: ascending.map(({ start, end }) => units.slice(start, end)) };
}

const foreign = (text: string): number[] => Array.from({ length: text.length }, () => -1);

function randomStep({ shadow }: Oracle, random: Random): Step {
  const cursors = random.below(4) === 0 ? 1 + random.below(5) : 1;
  const taken: TextChange[] = [];
  for (let i = 0; i < cursors; i++) {
    const start = random.below(shadow.text.length + 1);
    const reach = random.below(5) === 0 ? 60 : 4;
    const end = Math.min(shadow.text.length, start + random.below(reach));
    const text = random.below(3) === 0 ? '' : random.pick(snippets);
    if (taken.every((other) => end < other.start || start > other.end)) {
      taken.push({ start, end, text });
    }
  }
  return { changes: taken, units: taken.map(({ text }) => foreign(text)) };
}

function cutAndPaste({ units, shadow }: Oracle, random: Random): Step[] {
  const start = random.below(shadow.text.length + 1);
  const end = Math.min(shadow.text.length, start + 1 + random.below(120));
  const cut = { changes: [{ start, end, text: '' }], units: [[]] };
  const target = random.below(shadow.text.length - (end - start) + 1);
  const paste = {
    changes: [{ start: target, end: target, text: shadow.text.slice(start, end) }],
    units: [units.slice(start, end)],
  };
  return [cut, paste];
}

function check(
  original: string,
  mentions: readonly { readonly start: number; readonly end: number }[],
  { units, shadow }: Oracle,
  figures: FuzzFigures,
  where: string,
): void {
  const place = new Map(units.map((from, index) => [from, index]));
  if (shadow.spans.length !== mentions.length) throw new Error(`a span was lost: ${where}`);
  mentions.forEach((mention, index) => {
    figures.checks++;
    const span = shadow.spans[index]!;
    const words = original.slice(mention.start, mention.end);
    const name = `"${words}" ${where}: ${JSON.stringify(span)}`;
    if (span.start > span.end || span.end > shadow.text.length) throw new Error(`outside: ${name}`);
    if (span.state === 'anchored' && shadow.text.slice(span.start, span.end) !== words) {
      throw new Error(`anchored on other words: ${name}`);
    }
    const at = place.get(mention.start);
    const together =
      at !== undefined && Array.from(words).length > 0 && isTogether(units, at, mention);
    const extended = /^[\p{M}\u200d]/u.test(shadow.text.slice((at ?? 0) + words.length));
    if (together && !extended && (span.state !== 'anchored' || span.start !== at)) {
      figures.misplaced++;
    }
  });
}

function isTogether(
  units: readonly number[],
  at: number,
  mention: { readonly start: number; readonly end: number },
): boolean {
  for (let i = 0; i < mention.end - mention.start; i++) {
    if (units[at + i] !== mention.start + i) return false;
  }
  return true;
}

function switchLineEnds({ shadow }: Oracle): void {
  const { text, spans } = resync(shadow, shadow.text.replace(/\n/g, '\r\n'));
  spans.forEach((span, index) => {
    const wasAnchored = shadow.spans[index]!.state === 'anchored';
    if (wasAnchored && text.slice(span.start, span.end) !== span.place.q) {
      throw new Error(`lost by switching line ends: ${JSON.stringify(span)}`);
    }
  });
}

if (process.argv[1]?.endsWith('fuzz/anchoringEdits.ts') === true) {
  console.log(fuzzEdits(Number(process.argv[2] ?? 500), Number(process.argv[3] ?? 1)));
}
