import { readFileSync } from 'node:fs';
import { featureCount } from '../../src/analysis/boilerplate/featureNames';
import { readModel } from '../../src/analysis/boilerplate/model';
import { boilerplateQuality } from '../../test/bench/boilerplate-quality';

/**
 * The model card: what the file is, what it learnt from, how well it does on the val part.
 *
 * @param day the day of training, `YYYY-MM-DD`
 */
export function modelCard(folder: string, file: string, day: string): string {
  const bytes = readFileSync(file);
  const { heads } = readModel(bytes);
  const trees = Object.entries(heads).map(([name, { roots }]) => `${name} ${roots.length}`);
  return `# The line model (boilerplate.bin)

Tells for each line of a plain-text news page how likely it belongs to the article, and which lines are headline,
byline, date and captions. ${bytes.length.toLocaleString('en')} bytes, trained ${day} by
\`npm run train:boilerplate -- --data FOLDER\` (seeded: the same data give the same file).

## How it works

${featureCount} features of a line and its surroundings (shape, phrases, position, neighbours, the densest region,
echoes of its words elsewhere, repeats, section headers above), one of them the log odds of a logistic regression over
hashed words; gradient-boosted trees: ${trees.join(', ')}. For English the score of a line is the mean of \`english\` and
\`any\`; \`any\` sees no word and reads other languages alone. Exact passes (codes of content systems, bodies pasted
twice, lists of other articles, copyright lines, author portraits) come first and are not part of the model.

## What it learnt from

The train part, split by site, of:

| data | licence |
|---|---|
| scrapinghub/article-extraction-benchmark | MIT |
| Murrough-Foley/web-content-extraction-benchmark | CC-BY-4.0 |
| flairNLP/fundus test data | MIT |
| dobbersc/fundus-evaluation | MIT |

Each page is seen whole, as the container of headline and body, cut at random as by hand, and as clean text without
furniture; with blank lines and remains of content systems put in. The page texts stay their publishers' and are not
in the model: it holds thresholds, leaf values and weights of hashed words. CleanPortalEval (no licence stated) only
measures.

## How good it is

On the val part: other sites than the train part, 140 of the 227 pages from the mixed corpus, which holds blogs,
shops, help and other pages beside news and is harder. Settings (cut, mean of both, weights of the headline) were fitted on it, so expect a little less elsewhere. The
hand-written rules for datelines were written with these pages in view. "No English word": every letter exchanged,
which leaves only what holds in any language with the Latin script; real pages in other languages were not measured.

\`\`\`
${boilerplateQuality(folder, file)
  .map((line) => line.replace(/, \d+ lines\/s$/, ''))
  .join('\n')}
\`\`\`

Lines per second: \`npm run bench:quality\` prints them.

## Where it fails

Live blogs, product lists and comparison tables, readers' comments, captions without a credit, headlines of other
articles inside the body, lines of fewer than eight words on pages without running text.
`;
}
