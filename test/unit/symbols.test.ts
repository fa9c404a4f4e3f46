import assert from 'node:assert/strict';
import type { Article, Mention } from '../../src/analysis/article';
import { CorpusEntities } from '../../src/corpus/entities';
import type { EntryName } from '../../src/corpus/entry';
import { Corpus } from '../../src/corpus/index';
import { SymbolIndex } from '../../src/corpus/symbols';
import { sha256 } from '../../src/annotations/sha256';
import { citation } from '../../src/editor/citation';
import { introduction, mentionsOf, placesOf } from '../../src/editor/mentionsOf';
import { selectionSteps } from '../../src/editor/selectionSteps';
import { plainArticle } from '../bench/plain-article';
import { bakery, entryOf, ferry } from './corpus.samples';

const tarn: EntryName = { type: 'PER', name: 'Ilsa Tarn', aliases: ['Tarn'], count: 2 };
const council: EntryName = {
  type: 'ORG',
  name: 'Sandholm Island Council',
  aliases: ['SIC'],
  count: 1,
};

function indexed(): SymbolIndex {
  const corpus = new Corpus();
  const names = new CorpusEntities();
  const entries = [
    { ...entryOf('late', ferry[0], '2024-06-02'), names: [tarn, council] },
    { ...entryOf('early', ferry[1], '2024-06-01'), names: [{ ...tarn, name: 'Ilsa M. Tarn' }] },
    { ...entryOf('other', bakery, '2024-06-01'), names: [{ ...tarn, name: 'Josef Tarn' }] },
  ];
  corpus.apply(
    entries.map((entry) => ({ ...entry, card: { ...entry.card, names: entry.names } })),
    [],
  );
  for (const { id, names: held } of entries) names.upsert(id, held);
  return new SymbolIndex(corpus, names);
}

describe('names as symbols', () => {
  const index = indexed();

  it('tell where they stand, the earliest article first, under the name they have there', () => {
    assert.deepEqual(index.where('late', tarn)?.articles, [
      { id: 'early', names: ['Ilsa M. Tarn'] },
      { id: 'late', names: ['Ilsa Tarn'] },
    ]);
    assert.equal(index.where('nowhere', tarn), undefined);
  });

  it('are found by the beginnings of their words, by other forms, and beside events', () => {
    const found = (query: string) =>
      index.find(query, 10).map(({ name, alias }) => (alias ? `${alias} = ${name}` : name));
    assert.deepEqual(found('ils tar'), ['Ilsa M. Tarn']);
    assert.deepEqual(found('SIC'), ['SIC = Sandholm Island Council']);
    assert.ok(found('ferry').some((name) => /ferry/i.test(name)));
    assert.deepEqual(found('zzz'), []);
  });

  it('lead to the article that names them first', () => {
    assert.equal(index.find('Ilsa', 10)[0]!.article, 'early');
  });
});

const text = 'Fire in Orsk\r\n\r\n“It was hot,” said Ilsa Tarn. Tarn left.\r\nTarn again 🔥 Tarn';

function mention(words: string, from: number, entity: string, boilerplate = false): Mention {
  const start = text.indexOf(words, from);
  const end = start + words.length;
  return { start, end, text: words, type: 'PER', score: 1, entity, boilerplate };
}

const full = mention('Ilsa Tarn', 0, 'e1');
const bare = mention('Tarn', full.end, 'e1');
const last = mention('Tarn', text.length - 4, 'e1');
const article: Article = {
  ...plainArticle(text),
  mentions: [{ ...bare, start: 0, end: 4, boilerplate: true }, full, bare, last],
  entities: [{ id: 'e1', type: 'PER', name: 'Ilsa Tarn', aliases: ['Tarn'], roles: [], count: 3 }],
  quotes: [{ start: text.indexOf('“'), end: text.indexOf('”') + 1 }],
};

describe('the mentions of a name', () => {
  it('are those of its entities outside boilerplate', () => {
    assert.deepEqual(mentionsOf(article, 'PER', ['Ilsa Tarn']), [full, bare, last]);
    assert.deepEqual(mentionsOf(article, 'ORG', ['Ilsa Tarn']), []);
    assert.equal(introduction([bare, full], ['Ilsa Tarn']), full);
  });

  it('have places as the editor counts them, CRLF and surrogate pairs included', () => {
    const [first, , third] = placesOf(text, [full, bare, last]);
    assert.deepEqual(first!.start, { line: 2, character: 19 });
    assert.deepEqual(third, {
      start: { line: 3, character: 14 },
      end: { line: 3, character: 18 },
    });
    assert.deepEqual(placesOf('', [{ start: 0, end: 0 }])[0]!.start, { line: 0, character: 0 });
  });
});

describe('a growing selection', () => {
  const grown = (offset: number) =>
    selectionSteps(text, article, offset).map(({ start, end }) => text.slice(start, end));

  it('takes name, sentence and paragraph', () => {
    assert.deepEqual(grown(bare.start), [
      'Tarn',
      'Tarn left.',
      '“It was hot,” said Ilsa Tarn. Tarn left.',
    ]);
  });

  it('takes a quote before its sentence', () => {
    assert.deepEqual(grown(text.indexOf('hot')).slice(0, 2), [
      '“It was hot,”',
      '“It was hot,” said Ilsa Tarn.',
    ]);
  });

  it('has nothing to take on a blank line', () => {
    assert.deepEqual(grown(text.indexOf('\r\n') + 2), []);
  });
});

describe('a citation', () => {
  it('holds the words, who said them, the source, the place and the hash of the text', async () => {
    const quote = article.quotes[0]!;
    const cited = await citation({
      ...quote,
      text,
      path: 'courier/fire.txt',
      title: 'Fire in Orsk',
      source: 'Courier',
      day: '2024-06-01',
      speaker: 'Ilsa Tarn',
    });
    assert.equal(
      cited,
      [
        '“It was hot,”',
        '— Ilsa Tarn',
        'Courier, “Fire in Orsk”, 2024-06-01',
        `courier/fire.txt, characters ${quote.start}–${quote.end} (UTF-16)`,
        `SHA-256 of the text (UTF-8): ${await sha256(text)}`,
        '',
      ].join('\n'),
    );
  });

  it('leaves out what is not known and quotes plain words', async () => {
    const lines = (await citation({ start: 0, end: 12, text, path: 'f' })).split('\n');
    assert.equal(lines[0], '“Fire in Orsk”');
    assert.equal(lines.length, 4);
  });

  it('has the hash that sha256sum tells', async () => {
    assert.equal(
      await sha256('abc'),
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
