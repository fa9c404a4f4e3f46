/**
 * How well anchors survive edits outside the editor, on generated texts.
 * `npx tsx test/bench/anchoring.ts [texts]` prints right (of the mentions that are still there) and wrong (of all).
 */
import { carryOver } from '../../src/annotations/anchoring/anchoring';
import { quotePlace } from '../../src/annotations/anchoring/quoteMatch';
import {
  type GeneratedText,
  generateText,
  newSentence,
  type Random,
  seeded,
  type TracedUnit,
} from './newsGenerator';

type Edit = (text: GeneratedText, random: Random) => readonly TracedUnit[];

const inserted = (text: string): TracedUnit[] =>
  Array.from({ length: text.length }, (_, i) => ({ unit: text.charAt(i), from: -1, sentence: -1 }));

/** One word in twenty gets a letter replaced, added, dropped or swapped with the next. */
const typos: Edit = ({ units, text }, random) => {
  const result: TracedUnit[] = [];
  const strikes = new Set<number>();
  for (const match of text.matchAll(/\p{L}{2,}/gu)) {
    if (random.below(20) === 0) strikes.add(match.index + random.below(match[0].length - 1));
  }
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const letter = 'etaoinsrh'.charAt(random.below(9));
    const kind = strikes.has(i) ? random.below(4) : -1;
    if (kind === 0) result.push({ ...unit, unit: letter });
    else if (kind === 1) result.push(unit, ...inserted(letter));
    else if (kind === 3) result.push(units[++i]!, unit);
    else if (kind !== 2) result.push(unit);
  }
  return result;
};

/** The page fetched again: new banner and footer, other quotes, dashes and spaces, other wrapping, one paragraph moved. */
const rescrape: Edit = ({ units }, random) => {
  const paragraphs: TracedUnit[][] = [[]];
  units.forEach((unit, i) => {
    if (unit.unit === '\n' && units[i - 1]?.unit === '\n') paragraphs.push([]);
    else if (unit.unit !== '\n') paragraphs.at(-1)!.push(unit);
  });
  const moved = paragraphs.splice(random.below(paragraphs.length), 1);
  paragraphs.splice(random.below(paragraphs.length), 0, ...moved);
  const plain: Readonly<Record<string, string>> = { '“': '"', '”': '"', '’': "'", '—': '–' };
  const body = paragraphs.flatMap((paragraph, index) => [
    ...paragraph.map((unit) => ({
      ...unit,
      unit:
        plain[unit.unit] ?? (unit.unit === ' ' && random.below(40) === 0 ? '\u00a0' : unit.unit),
    })),
    ...inserted(index % 3 === 0 ? '\r\n' : '\r\n\r\n'),
    ...(random.below(8) === 0 ? inserted(`Read more: ${newSentence(random)}\r\n`) : []),
  ]);
  return [
    ...inserted(`Share this story\r\n${newSentence(random)}\r\n\r\n`),
    ...body,
    ...inserted('Copyright Example Media. All rights reserved.\r\n'),
  ];
};

/** Each sentence is replaced by another with this chance; the new ones use the same names. */
const replaced =
  (share: number): Edit =>
  ({ units, sentences }, random) => {
    const gone = new Set<number>();
    for (let i = 0; i < sentences; i++) if (random.next() < share) gone.add(i);
    const started = new Set<number>();
    return units.flatMap((unit) => {
      if (!gone.has(unit.sentence)) return [unit];
      if (started.has(unit.sentence)) return [];
      started.add(unit.sentence);
      return inserted(newSentence(random));
    });
  };

export const scenarios: Readonly<Record<string, Edit>> = {
  typos,
  're-scrape': rescrape,
  '25 % of sentences replaced': replaced(0.25),
  '60 % of sentences replaced': replaced(0.6),
};

export interface Score {
  spans: number;
  present: number;
  right: number;
  wrong: number;
  review: number;
  orphan: number;
}

/** Runs one scenario over `texts` generated texts. */
export function measure(edit: Edit, texts: number, seed: number): Score {
  const score: Score = { spans: 0, present: 0, right: 0, wrong: 0, review: 0, orphan: 0 };
  for (let run = 0; run < texts; run++) {
    const random = seeded(seed + run);
    const old = generateText(random, 12);
    const units = edit(old, random);
    const text = units.map(({ unit }) => unit).join('');
    const spans = old.mentions.map((span) => ({ ...span, ...quotePlace(old.text, span) }));
    const results = carryOver(old.text, text, spans);
    const place = new Map(units.map(({ from }, index) => [from, index]));
    spans.forEach((span, index) => {
      const result = results[index]!;
      const truth = truthOf(units, place, span.start, span.end);
      score.spans++;
      if (truth) score.present++;
      if (result.state === 'orphan') score.orphan++;
      else if (result.state === 'ambiguous') score.review++;
      else if (truth && within(truth.starts, result.start) && within(truth.ends, result.end)) {
        score.right++;
      } else score.wrong++;
    });
  }
  return score;
}

const within = ([from, to]: readonly [number, number], value: number): boolean =>
  value >= from && value <= to;

/** Where the mention's own letters are now; its edges may take in what was typed right beside them. */
function truthOf(
  units: readonly TracedUnit[],
  place: ReadonlyMap<number, number>,
  start: number,
  end: number,
): { starts: readonly [number, number]; ends: readonly [number, number] } | undefined {
  const alive = Array.from({ length: end - start }, (_, i) => place.get(start + i)).filter(
    (index) => index !== undefined,
  );
  if (alive.length * 2 < end - start) return undefined;
  const first = Math.min(...alive);
  const last = Math.max(...alive) + 1;
  const foreign = (index: number): boolean =>
    units[index]?.from === -1 && /\p{L}/u.test(units[index].unit);
  return {
    starts: [foreign(first - 1) ? first - 1 : first, first],
    ends: [last, foreign(last) ? last + 1 : last],
  };
}

if (process.argv[1]?.endsWith('bench/anchoring.ts') === true) {
  const texts = Number(process.argv[2] ?? 30);
  for (const [name, edit] of Object.entries(scenarios)) {
    const began = performance.now();
    const { spans, present, right, wrong, review, orphan } = measure(edit, texts, 7);
    const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(2)} %`;
    console.log(
      `${name.padEnd(28)} spans ${spans}  right ${percent(right, present)}  wrong ${percent(wrong, spans)}` +
        `  ambiguous ${review}  orphan ${orphan} (gone ${spans - present})` +
        `  ${((performance.now() - began) / texts).toFixed(0)} ms a text`,
    );
  }
}
