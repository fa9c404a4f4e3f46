import type { Gold } from './folders';
import type { Random } from './random';

export type CopyKind =
  'light edits' | 'medium edits' | 'half cut' | '70 % cut, 12 % of words' | 'inside a longer piece';

/** A text made from another one. */
export interface PlantedCopy {
  readonly id: string;
  readonly original: string;
  readonly kind: CopyKind;
  readonly text: string;
}

/** Copies of articles as desks make them: lightly and more edited, cut, and standing inside a longer piece. */
export function plantCopies(
  originals: readonly Gold[],
  others: readonly Gold[],
  random: Random,
): PlantedCopy[] {
  const surroundings = random.sample(others, originals.length);
  const words = others.flatMap(({ text }) => text.split(/\s+/).slice(0, 100));
  const swap = (text: string, share: number): string =>
    text
      .split(' ')
      .map((word) => (random.next() < share ? random.pick(words) : word))
      .join(' ');
  const sentences = (text: string): string[] => text.split(/(?<=[.!?]["”]?)\s+/);
  const cut = (text: string, kept: number): string => {
    const all = sentences(text);
    return all.slice(0, Math.max(2, Math.round(all.length * kept))).join(' ');
  };
  const make: Record<CopyKind, (text: string) => string> = {
    'light edits': (text) => `${random.pick(words)} ${random.pick(words)}\n${swap(text, 0.02)}`,
    'medium edits': (text) =>
      swap(
        sentences(text)
          .filter(() => random.next() < 0.85)
          .join(' '),
        0.08,
      ),
    'half cut': (text) => cut(text, 0.5),
    '70 % cut, 12 % of words': (text) => swap(cut(text, 0.3), 0.12),
    'inside a longer piece': (text) => {
      const around = sentences(surroundings.pop()!.text).slice(0, 30);
      const at = Math.floor(around.length / 2);
      return [...around.slice(0, at), cut(text, 0.8), ...around.slice(at)].join(' ');
    },
  };
  return originals.flatMap((original) =>
    (Object.keys(make) as CopyKind[]).map((kind) => ({
      id: `${original.id} ${kind}`,
      original: original.id,
      kind,
      text: make[kind](original.text),
    })),
  );
}
