/** How well a grouping agrees with a gold one; shares are 0–1. */
export interface GroupingScores {
  readonly articles: number;
  readonly goldEvents: number;
  readonly foundEvents: number;
  /** B-cubed (Bagga & Baldwin 1998), averaged over articles. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** V-measure (Rosenberg & Hirschberg 2007), β = 1. */
  readonly vMeasure: number;
  /** Adjusted Rand index (Hubert & Arabie 1985). */
  readonly adjustedRand: number;
  /** Is every event found whole and pure? */
  readonly exact: boolean;
}

/**
 * Compares two groupings of the same articles.
 * @param gold article id → event, as annotated
 * @param found article id → event, as grouped; an article missing here counts as an event of its own
 */
export function evaluateGrouping(
  gold: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): GroupingScores {
  const goldSizes = new Map<string, number>();
  const foundSizes = new Map<string, number>();
  const cells = new Map<string, { gold: string; found: string; count: number }>();
  for (const [id, event] of gold) {
    const group = found.get(id) ?? `\u0000${id}`;
    goldSizes.set(event, (goldSizes.get(event) ?? 0) + 1);
    foundSizes.set(group, (foundSizes.get(group) ?? 0) + 1);
    const key = `${event}\u0001${group}`;
    const cell = cells.get(key);
    if (cell) cell.count++;
    else cells.set(key, { gold: event, found: group, count: 1 });
  }
  const articles = gold.size;
  const counted = [...cells.values()].map((cell) => ({
    count: cell.count,
    ofGold: goldSizes.get(cell.gold)!,
    ofFound: foundSizes.get(cell.found)!,
  }));
  const mean = (value: (cell: (typeof counted)[number]) => number): number =>
    articles === 0 ? 1 : counted.reduce((sum, cell) => sum + value(cell), 0) / articles;
  const precision = mean(({ count, ofFound }) => (count * count) / ofFound);
  const recall = mean(({ count, ofGold }) => (count * count) / ofGold);
  const homogeneity = ratio(
    -mean(({ count, ofFound }) => count * Math.log(count / ofFound)),
    entropy(goldSizes, articles),
  );
  const completeness = ratio(
    -mean(({ count, ofGold }) => count * Math.log(count / ofGold)),
    entropy(foundSizes, articles),
  );
  return {
    articles,
    goldEvents: goldSizes.size,
    foundEvents: foundSizes.size,
    precision,
    recall,
    f1: harmonic(precision, recall),
    vMeasure: harmonic(homogeneity, completeness),
    adjustedRand: adjustedRand(counted, goldSizes, foundSizes, articles),
    exact: cells.size === goldSizes.size && cells.size === foundSizes.size,
  };
}

/** 1 less the conditional entropy as a share of the whole. */
function ratio(conditional: number, whole: number): number {
  return whole === 0 ? 1 : 1 - conditional / whole;
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

function entropy(sizes: ReadonlyMap<string, number>, articles: number): number {
  let sum = 0;
  for (const size of sizes.values()) sum -= (size / articles) * Math.log(size / articles);
  return sum;
}

function adjustedRand(
  cells: readonly { count: number }[],
  goldSizes: ReadonlyMap<string, number>,
  foundSizes: ReadonlyMap<string, number>,
  articles: number,
): number {
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const sum = (values: Iterable<number>): number => {
    let total = 0;
    for (const value of values) total += pairs(value);
    return total;
  };
  const together = sum(cells.map((cell) => cell.count));
  const gold = sum(goldSizes.values());
  const found = sum(foundSizes.values());
  const all = pairs(articles);
  if (all === 0) return 1;
  const expected = (gold * found) / all;
  const best = (gold + found) / 2;
  return best === expected ? 1 : (together - expected) / (best - expected);
}
