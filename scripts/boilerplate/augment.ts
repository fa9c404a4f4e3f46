import type { GoldLine, GoldPage } from './corpus';

/** A page as a file might hold it: lines with the blank lines between them, and what to learn from it. */
export interface Variant {
  readonly text: string;
  /** Gold by physical line number; undefined for blank lines. */
  readonly gold: readonly (GoldLine | undefined)[];
  /** How much the variant counts beside the page itself. */
  readonly weight: number;
}

type Random = () => number;

/**
 * The page whole, as its container alone, cut at random places, and as clean text without furniture; with blank
 * lines and the remains of content systems that the corpora lack.
 */
export function variantsOf(page: GoldPage, random: Random): Variant[] {
  const { lines } = page;
  const near = lines.filter((line) => line.near > 0);
  const variants = [write(lines, random, 1)];
  if (near.length > 0) variants.push(write(near, random, 1));
  variants.push(write(addDebris(crop(lines, random), random), random, 0.6));
  const clean = lines.filter(
    ({ label, near }) => label === 'C' || (near > 0 && 'TAD'.includes(label)),
  );
  if (clean.length >= 3) {
    const kept = random() < 0.4 ? clean.slice(0, 4 + Math.floor(random() * 8)) : clean;
    variants.push(write(kept, random, 0.35));
  }
  return variants;
}

/** From somewhere above the article's first line to somewhere below its last, as one copies by hand. */
function crop(lines: readonly GoldLine[], random: Random): readonly GoldLine[] {
  const first = lines.findIndex(({ label, near }) => near > 0 && (label === 'T' || label === 'C'));
  let last = lines.length - 1;
  while (last > 0 && lines[last]!.label !== 'C') last--;
  const above = Math.floor(random() ** 2 * Math.min(40, first + 1));
  const below = Math.floor(random() ** 2 * Math.min(60, lines.length - last));
  return lines.slice(Math.max(0, first - above), last + 1 + below);
}

const debris = [
  '[gallery ids="101,102,103"]',
  '[caption id="attachment_1" align="alignleft" width="300"]',
  '[embed]https://example.org/v[/embed]',
  '[ad_unit slot="mid"]',
  '<div class="wp-block-image"><img src="a.jpg" alt="" /></div>',
  '{{ article.body }}',
  'Image',
  'Image may contain: one person, outdoors',
  'alt text',
];

function addDebris(lines: readonly GoldLine[], random: Random): readonly GoldLine[] {
  if (random() < 0.6) return lines;
  return lines.flatMap((line) => {
    if (random() > 0.04) return [line];
    const text = debris[Math.floor(random() * debris.length)]!;
    return [line, { text, label: 'B', near: line.near }];
  });
}

function write(lines: readonly GoldLine[], random: Random, weight: number): Variant {
  const pattern = random();
  const texts: string[] = [];
  const gold: (GoldLine | undefined)[] = [];
  const isLong = (line: GoldLine | undefined) => line !== undefined && line.text.length > 60;
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const between =
      pattern < 0.4
        ? false
        : pattern < 0.55
          ? true
          : pattern < 0.8
            ? isLong(line) || isLong(before)
            : isLong(line) && isLong(before)
              ? random() < 0.9
              : random() < 0.3;
    if (between && i > 0) {
      texts.push('');
      gold.push(undefined);
    }
    texts.push(line.text.replace(/[\r\n]+/g, ' '));
    gold.push(line);
  }
  return { text: texts.join('\n'), gold, weight };
}

/** The page's lines as plain text, one a line, with gold: what is measured. */
export function plain(lines: readonly GoldLine[]): Variant {
  return write(lines, () => 0, 1);
}
