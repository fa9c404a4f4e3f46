import type { MentionType } from '../article';

/** The types the tagger knows, in the order of their labels. */
export const taggedTypes = ['PER', 'ORG', 'LOC', 'MISC'] as const satisfies readonly MentionType[];
export type TaggedType = (typeof taggedTypes)[number];

/**
 * BILOU labels (Ratinov & Roth 2009) as small numbers: 0 is O; type `t` has B, I, L, U at
 * `1 + 4t` to `4 + 4t`.
 */
export const labelCount = 1 + 4 * taggedTypes.length;
export const outside = 0;
export const begin = 0;
export const inside = 1;
export const last = 2;
export const unit = 3;

export function labelOf(type: number, position: number): number {
  return 1 + 4 * type + position;
}

/** Index of the type of a label other than O. */
export function typeOf(label: number): number {
  return (label - 1) >> 2;
}

export function positionOf(label: number): number {
  return (label - 1) & 3;
}

function opens(label: number): boolean {
  return label !== outside && (positionOf(label) === begin || positionOf(label) === inside);
}

/** May `next` follow `label`? An open mention must go on with its own type, a closed one must not. */
export function mayFollow(label: number, next: number): boolean {
  if (opens(label)) {
    return (
      next !== outside &&
      typeOf(next) === typeOf(label) &&
      (positionOf(next) === inside || positionOf(next) === last)
    );
  }
  return next === outside || positionOf(next) === begin || positionOf(next) === unit;
}

/** May a stretch begin with this label? */
export function mayStart(label: number): boolean {
  return mayFollow(outside, label);
}

/** May a stretch end with this label? */
export function mayEnd(label: number): boolean {
  return !opens(label);
}

/** All allowed pairs (from, to), flattened: the only transitions a lattice looks at. */
export const transitionPairs: Uint8Array = (() => {
  const pairs: number[] = [];
  for (let from = 0; from < labelCount; from++) {
    for (let to = 0; to < labelCount; to++) {
      if (mayFollow(from, to)) pairs.push(from, to);
    }
  }
  return Uint8Array.from(pairs);
})();
