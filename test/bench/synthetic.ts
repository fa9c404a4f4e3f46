import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from './random';

const root = join(__dirname, '../..');
const fewestTexts = 10;

/** Texts to synthesise from: our samples, and the development articles where they are at hand. */
export function seedTexts(): string[] {
  const samples = join(root, 'samples');
  const own = existsSync(samples)
    ? readdirSync(samples, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.txt'))
        .map((name) => readFileSync(join(samples, name), 'utf8'))
    : [];
  const shared = join(root, '../shared/corpora/events/fnc.dev.jsonl');
  const dev = existsSync(shared)
    ? readFileSync(shared, 'utf8')
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { text: string }).text)
    : [];
  const texts = [...own, ...dev];
  if (texts.length < fewestTexts) throw new Error('too few texts to synthesise from');
  return texts;
}

const syllables = [
  'ka',
  'lo',
  'mir',
  'ten',
  'vas',
  'dor',
  'ely',
  'ban',
  'shu',
  'gor',
  'ni',
  'pra',
  'zel',
  'hu',
  'tam',
  'ost',
  'qui',
  'fer',
  'wy',
  'jan',
];

/**
 * Invents articles without end: events of one to twelve reports. An event takes a text, gives its names new ones and
 * two thirds of its words other words; each report swaps a sixth of the words once more and drops some lines.
 */
export function* synthesise(texts: readonly string[], random: Random): Generator<string> {
  const words = texts.flatMap((text) => text.split(/\s+/).slice(0, 200));
  const plain = words.filter((word) => /^[a-z]{2,}$/.test(word));
  for (;;) {
    const base = random.pick(texts).slice(0, 6000);
    const renamed = exchange(
      exchange(base, /\b\p{Lu}\p{Ll}{2,}\b/gu, 0.8, () => inventName(random), random),
      /\b[a-z]{2,}\b/g,
      0.65,
      () => random.pick(plain),
      random,
    );
    const reports = random.next() < 0.4 ? 1 : random.between(2, 12);
    for (let i = 0; i < reports; i++) {
      yield renamed
        .split('\n')
        .filter((_, line) => line === 0 || random.next() < 0.8)
        .map((line) =>
          line
            .split(' ')
            .map((word) => (random.next() < 0.16 ? random.pick(words) : word))
            .join(' '),
        )
        .join('\n');
    }
  }
}

/** Writes so many invented articles into a folder, always the same. */
export function writeSynthesised(folder: string, count: number): void {
  const texts = synthesise(seedTexts(), new Random(1));
  for (let i = 0; i < count; i++) {
    writeFileSync(join(folder, `${i}.txt`), texts.next().value as string);
  }
}

/** Gives a share of the words that a pattern finds other words, the same word the same everywhere. */
function exchange(
  text: string,
  pattern: RegExp,
  share: number,
  other: () => string,
  random: Random,
): string {
  const exchanged = new Map<string, string>();
  return text.replace(pattern, (word) => {
    const known = exchanged.get(word) ?? (random.next() < share ? other() : word);
    exchanged.set(word, known);
    return known;
  });
}

function inventName(random: Random): string {
  const name = Array.from({ length: random.between(2, 4) }, () => random.pick(syllables)).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
