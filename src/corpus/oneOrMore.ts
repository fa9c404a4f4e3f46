/** Things that most often stand alone: one by itself costs no set. */
export type OneOrMore<Thing extends object | string> = Thing | Set<Thing> | undefined;

export function withOne<Thing extends object | string>(held: OneOrMore<Thing>, thing: Thing) {
  if (held === undefined || held === thing) return thing;
  return held instanceof Set ? held.add(thing) : new Set([held, thing]);
}

/** What is left; undefined for nothing. A set stays one. */
export function withoutOne<Thing extends object | string>(
  held: OneOrMore<Thing>,
  thing: Thing,
): OneOrMore<Thing> {
  if (!(held instanceof Set)) return held === thing ? undefined : held;
  held.delete(thing);
  return held.size > 0 ? held : undefined;
}

/** In the order they came. */
export function each<Thing extends object | string>(held: OneOrMore<Thing>): Iterable<Thing> {
  if (held instanceof Set) return held;
  return held === undefined ? [] : [held];
}
