import type { Labelled } from '../../src/analysis/entities/evaluate';
import type { LabelledText } from './corpora';
import { swapNames, type NamePool } from './swap';
import { randomNumbers } from './train-crf';

const minor = new Set('a an the of in on at for to and or but by with from as is vs'.split(' '));

/** Upper case that keeps every offset: letters that would grow (ß) stay as they are. */
function upper(text: string): string {
  return text.replace(/\p{Ll}/gu, (letter) => {
    const changed = letter.toUpperCase();
    return changed.length === letter.length ? changed : letter;
  });
}

function title(text: string): string {
  return text.replace(/[\p{L}\p{M}\p{N}'’]+/gu, (word, at: number) =>
    at > 0 && minor.has(word) ? word : upper(word.slice(0, 1)) + word.slice(1),
  );
}

/** Recases some lines of a text; offsets stay. */
function recase(
  text: LabelledText,
  share: number,
  change: (line: string) => string,
  seed: number,
  longest = 260,
): LabelledText {
  const random = randomNumbers(seed);
  const lines = text.text
    .split('\n')
    .map((line) =>
      random() / 0x1_0000_0000 < share && line.length < longest ? change(line) : line,
    );
  return { ...text, text: lines.join('\n') };
}

function lowercase(text: LabelledText): LabelledText {
  const changed = text.text.toLowerCase();
  return changed.length === text.text.length ? { ...text, text: changed } : text;
}

const agencies = [
  'Reuters',
  'AP',
  'AFP',
  'dpa',
  'Xinhua',
  'Kyodo',
  'UPI',
  'ANSA',
  'TASS',
  'Yonhap',
];

/** Puts "MOSCOW, Jan. 17 (AFP) -" before the second line or the only one. */
function withDateline(text: LabelledText, random: () => number): LabelledText {
  const places = text.mentions
    .filter(({ type }) => type === 'LOC')
    .map(({ start, end }) => text.text.slice(start, end))
    .filter((place) => /^\p{Lu}[\p{L} ]{2,18}$/u.test(place));
  if (places.length === 0) return text;
  const pick = (): string => upper(places[random() % places.length]!);
  const agency = agencies[random() % agencies.length]!;
  const style = random() % 6;
  const at = Math.max(0, text.text.indexOf('\n') + 1);
  const line = text.text.slice(at, at + 30);
  if (!/^\p{Lu}\p{Ll}/u.test(line)) return text;
  let head = '';
  const added: Labelled[] = [];
  const name = (type: 'LOC' | 'ORG', value: string): void => {
    added.push({ start: at + head.length, end: at + head.length + value.length, type });
    head += value;
  };
  name('LOC', pick());
  if (style === 0) {
    head += '/';
    name('LOC', pick());
  }
  if (style === 1) head += `, Nov. ${(random() % 28) + 1}`;
  if (style === 2) head += `, Oct ${(random() % 28) + 1}`;
  if (style < 5) {
    head += ' (';
    name('ORG', agency);
    head += ')';
  }
  head += [' - ', ' – ', ' -- ', ' — ', ': '][random() % (style < 5 ? 4 : 5)]!;
  const moved = text.mentions.map((mention) =>
    mention.start < at
      ? mention
      : { ...mention, start: mention.start + head.length, end: mention.end + head.length },
  );
  if (text.mentions.some(({ start, end }) => start < at && end > at)) return text;
  return {
    ...text,
    text: text.text.slice(0, at) + head + text.text.slice(at),
    mentions: [...moved, ...added],
  };
}

/**
 * The texts themselves (some with a dateline added) and, beside them, copies of some: with lines in
 * capitals, all in capitals, with title-case lines, all in lower case, and with names
 * changed (`swapShare` per cent).
 */
export function augment(
  texts: readonly LabelledText[],
  seed: number,
  pool: NamePool,
  swapShare: number,
): LabelledText[] {
  const random = randomNumbers(seed);
  const chance = (percent: number): boolean => random() % 100 < percent;
  return texts.flatMap((text) => {
    const copies = [chance(12) ? withDateline(text, random) : text];
    if (chance(25)) copies.push(recase(text, 0.5, upper, random()));
    if (chance(6)) copies.push(recase(text, 1, upper, random(), Infinity));
    if (chance(30)) copies.push(recase(text, 0.5, title, random()));
    if (chance(15)) copies.push(lowercase(text));
    if (chance(swapShare)) copies.push(swapNames(text, pool, random()));
    return copies;
  });
}
