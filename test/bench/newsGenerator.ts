/** Invented news texts with known mentions: the measuring ground of anchoring. Same seed, same text. */

export interface Random {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  readonly below: (limit: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, pick: (list) => list[below(list.length)]! };
}

const given = ['Zoë', 'Marek', 'Ilse', 'Tomás', 'Agnes', 'Pavel', 'Ruth', 'Dana', 'Henrik', 'Olu'];
const family = ['Novák', 'O’Dell', 'Brandt', 'Smith', 'Ferrão', 'Kuhn', 'Li', 'Haddad', 'Berg'];
const places = ['Ostrava', 'Lund', 'New Harbour', 'Porto Velho', 'Ghent', 'Aleppo', 'Tartu'];
const bodies = ['ACME Corp.', 'the Port Authority', 'Union of Bakers', 'NATO', 'Meridian Bank'];
const little =
  'the of to in a and for on that with was by at from as it is his be has which were after not said had';
const littleWords = little.split(' ');

/** Content words of an invented language, some common, most rare. */
const contentWords = Array.from({ length: 900 }, (_, i) => {
  const random = seeded(i * 7919 + 3);
  const syllable = (): string =>
    random.pick(['b', 'd', 'f', 'gr', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'v']) +
    random.pick(['a', 'e', 'i', 'o', 'u', 'ea', 'ou']) +
    random.pick(['', '', 'n', 'r', 's', 't', 'nd', 'ng']);
  return Array.from({ length: 1 + random.below(3) }, syllable).join('');
});

/** Rank by Zipf's law, roughly: the n-th word is n times rarer than the first. */
function zipf<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(list.length ** random.next() - 1)]!;
}

/** A sentence whose names stand in `[…]`. */
function sentence(random: Random): string {
  const { pick, below } = random;
  const words = Array.from({ length: 8 + below(15) }, () =>
    random.next() < 0.45 ? zipf(random, littleWords) : zipf(random, contentWords),
  );
  const names = [
    () => `[${pick(given)} ${pick(family)}]`,
    () => `[${pick(family)}]`,
    () => `[${pick(places)}]`,
    () => `[${pick(bodies)}]`,
  ];
  for (let i = 1 + below(3); i > 0; i--) words[below(words.length)] = pick(names)();
  if (below(4) === 0) words.splice(below(words.length), 0, pick(['—', '😀', 'about 7,000', '(as']));
  const text = words.join(' ').replace(/^\p{L}/u, (letter) => letter.toUpperCase());
  return below(4) === 0 ? `“${text},” said [${pick(family)}].` : `${text}.`;
}

/** One code unit of a text and where it came from; `from` is −1 for what an edit brought in. */
export interface TracedUnit {
  readonly unit: string;
  readonly from: number;
  /** The sentence it belongs to. */
  readonly sentence: number;
}

export interface GeneratedText {
  readonly text: string;
  readonly mentions: readonly { readonly start: number; readonly end: number }[];
  readonly units: readonly TracedUnit[];
  readonly sentences: number;
}

/** A text of `paragraphs` paragraphs of two to four sentences, with all its mentions. */
export function generateText(random: Random, paragraphs: number): GeneratedText {
  let text = '';
  let sentences = 0;
  const mentions: { start: number; end: number }[] = [];
  const units: TracedUnit[] = [];
  const push = (piece: string, owner: number): void => {
    for (let i = 0; i < piece.length; i++) {
      units.push({ unit: piece.charAt(i), from: text.length + i, sentence: owner });
    }
    text += piece;
  };
  for (let p = 0; p < paragraphs; p++) {
    const count = 2 + random.below(3);
    for (let s = 0; s < count; s++) {
      for (const [index, piece] of sentence(random).split(/[[\]]/).entries()) {
        if (index % 2 === 1) mentions.push({ start: text.length, end: text.length + piece.length });
        push(piece, sentences);
      }
      sentences++;
      push(s === count - 1 ? '\n\n' : ' ', -1);
    }
  }
  return { text, mentions, units, sentences };
}

/** Plain words of a new sentence. */
export function newSentence(random: Random): string {
  return sentence(random).replace(/[[\]]/g, '');
}
