/** Things that most often stand alone: one by itself costs no list, a few cost no set. */
export type OneOrMore<Thing extends object | string | number> =
  Thing | readonly Thing[] | Set<Thing> | undefined;

const few = 8;

export function withOne<Thing extends object | string | number>(
  held: OneOrMore<Thing>,
  thing: Thing,
): OneOrMore<Thing> {
  if (held instanceof Set) return held.add(thing);
  const list = listed(held);
  if (list.includes(thing)) return held;
  if (list.length === 0) return thing;
  return list.length < few ? [...list, thing] : new Set([...list, thing]);
}

/** What is left; undefined for nothing. A set stays one. */
export function withoutOne<Thing extends object | string | number>(
  held: OneOrMore<Thing>,
  thing: Thing,
): OneOrMore<Thing> {
  if (held instanceof Set) {
    held.delete(thing);
    return held.size > 0 ? held : undefined;
  }
  const left = listed(held).filter((other) => other !== thing);
  return left.length > 1 ? left : left[0];
}

/** In the order they came. */
export function each<Thing extends object | string | number>(
  held: OneOrMore<Thing>,
): Iterable<Thing> {
  return held instanceof Set ? held : listed(held);
}

export function holds<Thing extends object | string | number>(
  held: OneOrMore<Thing>,
  thing: Thing,
): boolean {
  return held instanceof Set ? held.has(thing) : listed(held).includes(thing);
}

export function howMany<Thing extends object | string | number>(held: OneOrMore<Thing>): number {
  return held instanceof Set ? held.size : listed(held).length;
}

function listed<Thing>(held: Thing | readonly Thing[] | undefined): readonly Thing[] {
  if (held === undefined) return [];
  return Array.isArray(held) ? (held as readonly Thing[]) : [held as Thing];
}
