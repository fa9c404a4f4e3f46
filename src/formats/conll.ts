import type { Span } from '../analysis/article';
import { tokenise } from '../annotations/tokens';
import { articleFiles } from './articleFiles';
import type { ExchangeDocument, Format } from './exchange';
import { tokenRange } from './offsets';
import { placeDocuments, type ReadDocument, type ReadMention } from './placing';
import { readDetails } from './readJson';
import { sentencesOf } from './sentences';
import { withoutOverlap } from './spacy';

const header = '-DOCSTART- -X- -X- O';

/**
 * CoNLL-2003 columns with IOB2 tags, one file an article. Tokens only: of overlapping mentions the longest first one
 * stays, and edges inside a token move to its edge. Reading finds the tokens again in the article's text, if it is here.
 */
export const conll: Format = {
  id: 'conll',
  name: 'CoNLL-2003 (IOB2)',
  holdsText: false,
  write: articleFiles('.conll', writeDocument),
  read: (files, textOf) =>
    placeDocuments(
      files
        .filter(({ path }) => /\.(?:conll|iob2?|bio)$/.test(path))
        .flatMap(({ path, content }) => readFile(path, content, textOf)),
      'utf16',
    ),
};

function writeDocument({ text, mentions }: ExchangeDocument): string {
  const tokens = tokenise(text);
  const tags = tokens.map(() => 'O');
  const kept = withoutOverlap(mentions);
  let reach = 0;
  for (const mention of kept) {
    const range = tokenRange(tokens, mention);
    if (!range || range.start < reach) continue;
    const label = mention.label.replace(/\s/g, '_');
    for (let i = range.start; i < range.end; i++) {
      tags[i] = `${i === range.start ? 'B' : 'I'}-${label}`;
    }
    reach = range.end;
  }
  const sentences = sentencesOf(text, tokens, kept).map(({ start, end }) => {
    const rows = tokens.slice(start, end).map((token, i) => {
      return `${text.slice(token.start, token.end)} -X- -X- ${tags[start + i]!}\n`;
    });
    return `${rows.join('')}\n`;
  });
  return `${header}\n\n${sentences.join('')}`;
}

interface Row {
  readonly token: string;
  readonly tag: string;
  readonly newSentence: boolean;
}

function readFile(
  path: string,
  content: string,
  textOf: (id: string) => string | undefined,
): ReadDocument[] {
  const documents: Row[][] = [];
  let fresh = true;
  for (const line of content.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const columns = line.trim().split(/[ \t]+/);
    const token = columns[0] ?? '';
    if (token === '' || token === '-DOCSTART-') {
      if (token !== '') documents.push([]);
      fresh = true;
      continue;
    }
    if (documents.length === 0) documents.push([]);
    documents.at(-1)!.push({ token, tag: columns.at(-1)!, newSentence: fresh });
    fresh = false;
  }
  const base = path.replace(/\.[^.]*$/, '');
  return documents.map((rows, index) => {
    const id = documents.length > 1 ? `${base}-${index + 1}.txt` : base;
    const known = textOf(id);
    const places = known === undefined ? undefined : findTokens(known, rows);
    const { text, tokens } = places ? { text: known!, tokens: places } : joinTokens(rows);
    return { id, text, mentions: readTags(rows, tokens, text), entities: [], metadata: {} };
  });
}

/** The tokens in the text, one after the other; undefined if they are not this text's. */
function findTokens(text: string, rows: readonly Row[]): readonly Span[] | undefined {
  const places: Span[] = [];
  let from = 0;
  for (const { token } of rows) {
    const start = text.indexOf(token, from);
    if (start < 0 || text.slice(from, start).trim() !== '') return undefined;
    from = start + token.length;
    places.push({ start, end: from });
  }
  return places;
}

function joinTokens(rows: readonly Row[]): { text: string; tokens: readonly Span[] } {
  let text = '';
  const tokens = rows.map(({ token, newSentence }, index) => {
    text += index === 0 ? '' : newSentence ? '\n' : ' ';
    const start = text.length;
    text += token;
    return { start, end: text.length };
  });
  return { text, tokens };
}

/** IOB1, IOB2 and BIOES/BILOU tags as spans. */
function readTags(rows: readonly Row[], tokens: readonly Span[], text: string): ReadMention[] {
  const mentions: (Span & { label: string })[] = [];
  let open = '';
  rows.forEach(({ tag, newSentence }, index) => {
    const place = tag.charAt(0);
    const label = tag.slice(2);
    const goesOn = 'IELM'.includes(place) && label === open && !newSentence;
    if (place === 'O') open = '';
    else if (goesOn) mentions.push({ ...mentions.pop()!, end: tokens[index]!.end });
    else {
      mentions.push({ ...tokens[index]!, label });
      open = label;
    }
    if (place === 'E' || place === 'S' || place === 'U') open = '';
  });
  return mentions.map((mention, index) => ({
    ...readDetails(undefined, String(index)),
    ...mention,
    quote: text.slice(mention.start, mention.end),
  }));
}
