/** An article that people annotated and that is gone from its place. */
export interface GoneArticle {
  readonly path: string;
  /** SHA-256 of the texts that were annotated. */
  readonly hashes: ReadonlySet<string>;
}

/** An article that nobody annotated, and the SHA-256 of its text. */
export interface PresentArticle {
  readonly path: string;
  readonly hash: string;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/**
 * Where articles went: to the place where their very text is now, and of several such places to the one where
 * the file has its old name. Gives new paths by old ones; an article that stands nowhere, or nobody can say
 * where, is left out.
 */
export function findHomes(
  gone: readonly GoneArticle[],
  present: readonly PresentArticle[],
): ReadonlyMap<string, string> {
  const byHash = new Map<string, string[]>();
  for (const { path, hash } of present) byHash.set(hash, [...(byHash.get(hash) ?? []), path]);
  const homes = new Map<string, string>();
  const taken = new Set<string>();
  for (const { path, hashes } of gone) {
    const same = [...hashes].flatMap((hash) => byHash.get(hash) ?? []);
    const named = same.filter((one) => nameOf(one) === nameOf(path));
    const [home, other] = same.length > 1 ? named : same;
    if (home === undefined || other !== undefined) continue;
    // Two that were copies of one another cannot both have gone there.
    if (taken.has(home)) homes.forEach((to, from) => to === home && homes.delete(from));
    else homes.set(path, home);
    taken.add(home);
  }
  return homes;
}
