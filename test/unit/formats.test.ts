import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { renderMessage } from '../../src/analysis/message';
import { csvRow, readCsv } from '../../src/formats/csvCells';
import type { ExchangeDocument, ExchangeFile, OffsetUnit } from '../../src/formats/exchange';
import { exportPath } from '../../src/formats/articleFiles';
import { findFormat, formats } from '../../src/formats/formats';
import { compareDocuments, exportDocuments } from '../../src/formats/lossReport';
import { offsetMap } from '../../src/formats/offsets';
import { escapeXml } from '../../src/formats/escapeXml';
import { elements, readXml } from '../../src/formats/xml';
import { fixture, fixtureText } from './formats.fixture';

const lossesOf = (id: string, documents = [fixture]): Record<string, number> =>
  Object.fromEntries(
    exportDocuments(findFormat(id)!, documents).losses.map(({ what, count }) => [
      renderMessage(what),
      count,
    ]),
  );

const noArticle = {
  'The event is lost.': 1,
  'Line kinds are lost.': 1,
  'The byte order mark is dropped.': 1,
  ...Object.fromEntries(
    ['title', 'authors', 'dateline', 'date', 'source', 'language'].map((field) => [
      `Of the article, this is lost or changed: ${field}.`,
      1,
    ]),
  ),
};
const noText = { 'The exact text is not in the file: the article must stay beside it.': 1 };
const ofMentions = (fields: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(fields).map(([field, count]) => [
      `Of mentions, this is lost or changed: ${field}.`,
      count,
    ]),
  );
const lostMentions = (labels: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(labels).map(([label, count]) => [
      `Mentions labelled ${label} are lost or come back elsewhere.`,
      count,
    ]),
  );
const entitiesLost = (count: number) => ({ 'Entities are lost or come back incomplete.': count });

/** What each format cannot hold of the fixture, checked by hand; the rest comes back the same. */
const expectedLosses: Record<string, Record<string, number>> = {
  webannotation: { ...noArticle, ...noText, ...entitiesLost(2) },
  brat: { ...noArticle, ...entitiesLost(3) },
  spacy: {},
  csv: {
    ...noText,
    'The byte order mark is dropped.': 1,
    'Line kinds are lost.': 1,
    'Of the article, this is lost or changed: authors.': 1,
    'Of the article, this is lost or changed: dateline.': 1,
  },
  doccano: {},
  labelstudio: {},
  conll: {
    ...noText,
    ...noArticle,
    ...entitiesLost(4),
    ...lostMentions({ ORG: 1, MISC: 2, LOC: 1 }),
    ...ofMentions({ id: 11, entity: 3, origin: 1, by: 11, state: 1, score: 1 }),
  },
  'cas-json': {},
  xmi: {},
  'webanno-tsv': {
    ...noText,
    ...noArticle,
    ...entitiesLost(4),
    ...ofMentions({ id: 15, entity: 5, origin: 1, by: 15, state: 2, score: 1 }),
  },
  tei: {
    'The byte order mark is dropped.': 1,
    'The event is lost.': 1,
    'Line kinds are lost.': 1,
    'Of the article, this is lost or changed: dateline.': 1,
    'Of the article, this is lost or changed: language.': 1,
    ...ofMentions({ score: 1 }),
  },
  bdoc: {},
  'schema-org': {
    'The byte order mark is dropped.': 1,
    'Line kinds are lost.': 1,
    ...lostMentions({ PER: 4, ORG: 3, MISC: 5, LOC: 1, WEAPON: 1, DATE: 1 }),
  },
};

type Slice = readonly [start: number, end: number];
const json = (files: readonly ExchangeFile[], index = 0) =>
  JSON.parse(files[index]!.content) as Record<string, never>;
const pick = (value: unknown, ...path: (string | number)[]): never =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value) as never;
const listOf = (value: unknown, ...path: (string | number)[]): Record<string, never>[] =>
  pick(value, ...path);

/** The raw numbers of each format's files, read without our own readers, and the unit they must count. */
const raw: Record<string, [OffsetUnit, (files: readonly ExchangeFile[]) => Slice[]]> = {
  webannotation: [
    'codepoint',
    (files) =>
      listOf(json(files), 'items').map((item) => {
        const position = pick(item, 'target', 'selector', 0);
        return [pick(position, 'start'), pick(position, 'end')];
      }),
  ],
  brat: [
    'codepoint',
    (files) =>
      Array.from(files[1]!.content.matchAll(/^T\d+\t\S+ ([\d ;]+)\t/gm), (match) => {
        const numbers = match[1]!.split(/[ ;]/).map(Number);
        return [numbers[0]!, numbers.at(-1)!];
      }),
  ],
  spacy: [
    'codepoint',
    (files) => listOf(json(files), 'spans').map((span) => [span['start']!, span['end']!]),
  ],
  csv: [
    'utf16',
    (files) =>
      readCsv(files[0]!.content).map((row) => [
        Number(row.get('start_utf16')),
        Number(row.get('end_utf16')),
      ]),
  ],
  doccano: [
    'utf16',
    (files) => listOf(json(files), 'label').map((span) => [pick(span, 0), pick(span, 1)]),
  ],
  labelstudio: [
    'codepoint',
    (files) =>
      ['annotations', 'predictions'].flatMap((field) =>
        listOf(json(files), 0, field, 0, 'result').map((result): Slice => [
          pick(result, 'value', 'start'),
          pick(result, 'value', 'end'),
        ]),
      ),
  ],
  'cas-json': [
    'utf16',
    (files) =>
      listOf(json(files), '%FEATURE_STRUCTURES')
        .slice(2)
        .map((one) => [one['begin']!, one['end']!]),
  ],
  xmi: [
    'utf16',
    (files) =>
      Array.from(files[0]!.content.matchAll(/<ner:.* begin="(\d+)" end="(\d+)"/g), (match) => [
        Number(match[1]),
        Number(match[2]),
      ]),
  ],
  'webanno-tsv': [
    'utf16',
    (files) => {
      const spans = new Map<string, Slice>();
      const row = /^[\d.-]+\t(\d+)-(\d+)\t[^\t]*\t[^\t]*\t(.*)\t$/gm;
      for (const [, start, end, labels] of files[0]!.content.matchAll(row)) {
        for (const [, number] of labels!.matchAll(/\[(\d+)\]/g)) {
          spans.set(number!, [spans.get(number!)?.[0] ?? Number(start), Number(end)]);
        }
      }
      return [...spans.values()];
    },
  ],
  tei: [
    'utf16',
    (files) => {
      const xml = files[0]!.content;
      const open: number[] = [];
      const slices = Array.from(
        xml.matchAll(/from="#string-index\(text,(\d+)\)" to="#string-index\(text,(\d+)\)"/g),
        (match): Slice => [Number(match[1]), Number(match[2])],
      );
      let at = 0;
      const pieces = /<ab [^>]*>(.*)<\/ab>/s.exec(xml)![1]!.split(/(?=[<&])|(?<=[>;])/);
      for (const piece of pieces) {
        if (piece.startsWith('</')) slices.push([open.pop()!, at]);
        else if (piece.startsWith('<')) open.push(at);
        else at += piece.startsWith('&') ? 1 : piece.length;
      }
      return slices;
    },
  ],
  bdoc: [
    'codepoint',
    (files) =>
      listOf(json(files), 'annotation_sets', 'dateline', 'annotations').map((one) => [
        one['start']!,
        one['end']!,
      ]),
  ],
};

function sliceIn(unit: OffsetUnit, text: string, [start, end]: Slice): string {
  // eslint-disable-next-line @typescript-eslint/no-misused-spread -- code points are the unit here
  return unit === 'codepoint' ? [...text].slice(start, end).join('') : text.slice(start, end);
}

/** The files with every offset counted otherwise than their format says. */
function inUnit(
  files: readonly ExchangeFile[],
  declared: OffsetUnit,
  unit: OffsetUnit,
): ExchangeFile[] {
  const [from, to] = [offsetMap(fixtureText, declared), offsetMap(fixtureText, unit)];
  const moved = (given: unknown): number => to.toUnit(from.fromUnit(Number(given))!);
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const [start, end, ...rest] = value as unknown[];
      const isSpan = typeof start === 'number' && typeof end === 'number';
      return isSpan ? [moved(start), moved(end), ...rest] : value.map(walk);
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      /^(?:start|end|begin)$/.test(key) ? moved(inner) : walk(inner),
    ]);
    return Object.fromEntries(entries) as unknown;
  };
  const rewrite = (content: string) => JSON.stringify(walk(JSON.parse(content)));
  const places: Readonly<Record<string, RegExp>> = {
    ann: /(?<=^T\d+\t[\w-]+ (?:\d+[ ;]){0,9})\d+/gm,
    csv: /(?<=^"?[^,"]*"?,h\d+,(?:\d+,)?)\d+/gm,
    xmi: /(?<=<ner:[^>]* (?:begin|end)=")\d+/g,
    tsv: /(?<=^[\d.-]+\t(?:\d+-)?)\d+/gm,
    xml: /(?<=string-index\(text,)\d+/g,
  };
  return files.map(({ path, content }) => {
    const ending = path.slice(path.lastIndexOf('.') + 1);
    const place = places[ending];
    if (place) return { path, content: content.replace(place, (digits) => String(moved(digits))) };
    return {
      path,
      content: ending.startsWith('json') || ending === 'bdocjs' ? rewrite(content) : content,
    };
  });
}

describe('offsets', () => {
  it('convert between UTF-16, code points and bytes as in the worked example', () => {
    const text = 'Zoë 😀 Smith met ACME Corp.';
    const of = (unit: OffsetUnit) => [7, 12].map(offsetMap(text, unit).toUnit);
    assert.deepEqual(of('codepoint'), [6, 11]);
    assert.deepEqual(of('utf16'), [7, 12]);
    assert.deepEqual(of('utf8'), [10, 15]);
    assert.deepEqual([10, 15, 6, 99].map(offsetMap(text, 'utf8').fromUnit), [
      7,
      12,
      undefined,
      undefined,
    ]);
    assert.deepEqual([0, 1, 2, 3].map(offsetMap('a\r\nb', 'lf').fromUnit), [0, 1, 3, 4]);
  });

  it('agree with the bytes and code points of the fixture at every character', () => {
    for (const unit of ['utf16', 'codepoint', 'utf8'] as const) {
      const map = offsetMap(fixtureText, unit);
      for (let i = 0; i <= fixtureText.length; i++) {
        if (/^[\udc00-\udfff]/.test(fixtureText.slice(i))) continue;
        const before = fixtureText.slice(0, i);
        const expected =
          unit === 'utf16'
            ? i
            : unit === 'utf8'
              ? Buffer.byteLength(before)
              : Array.from(before).length;
        assert.equal(map.toUnit(i), expected);
        assert.equal(map.fromUnit(expected), i);
      }
    }
  });
});

describe('formats', () => {
  for (const format of formats) {
    describe(format.name, () => {
      const { files } = exportDocuments(format, [fixture]);

      if (format.holdsText) {
        it('holds the exact text by itself', () => {
          const [back] = format.read(files, () => undefined).documents;
          assert.equal(back?.text, fixtureText);
        });
      }

      it('gives back what it was given, or the report names the difference', () => {
        assert.deepEqual(lossesOf(format.id), expectedLosses[format.id]);
      });

      const extract = raw[format.id];
      if (extract) {
        it(`slices the text to the very words by its own offsets (${extract[0]})`, () => {
          const slices = extract[1](files).map((slice) => sliceIn(extract[0], fixtureText, slice));
          const words = fixture.mentions.map(({ start, end }) => fixtureText.slice(start, end));
          assert.deepEqual(slices.sort(), words.sort());
        });
      }

      it('keeps several articles, empty ones and ones without mentions apart', () => {
        const plain = { id: 'b.txt', text: 'Nothing here.\n', mentions: [], entities: [] };
        const documents: ExchangeDocument[] = [
          { ...plain, metadata: {} },
          { ...plain, id: 'empty.md', text: '', metadata: {} },
          fixture,
        ];
        const losses = exportDocuments(format, documents).losses;
        assert.deepEqual(
          losses.filter(
            ({ document, what }) => document !== fixture.id && !(what.message in noText),
          ),
          [],
        );
      });

      it('reads hostile files without throwing', () => {
        const contents = ['', '{', '[null]', '{"text":5,"items":[1],"spans":[{}]}', '<a><b></a>'];
        const broken = files.map(({ content }) => content.slice(0, content.length >> 1));
        for (const content of [...contents, ...broken, '\0\n\t\n1-1\t9-2\t\u{10ffff}\tT1\tX 5\t']) {
          format.read(
            files.map(({ path }) => ({ path, content })),
            () => fixtureText,
          );
        }
      });
    });
  }

  // CoNLL and schema.org have no offsets.
  for (const [id, [declared]] of Object.entries(raw)) {
    it(`recognise offsets of ${id} in a wrong unit by the quotes and offer the repair`, () => {
      const format = findFormat(id)!;
      const { files } = exportDocuments(format, [fixture]);
      const right = format.read(files, () => fixtureText).documents[0]!.mentions;
      const wrong = (['utf16', 'codepoint', 'utf8', 'lf'] as const).filter((u) => u !== declared);
      for (const unit of wrong) {
        const { documents, repairs, losses } = format.read(
          inUnit(files, declared, unit),
          () => fixtureText,
        );
        assert.equal(repairs[0]?.found, unit);
        assert.equal(repairs[0].declared, declared);
        assert.deepEqual(repairs[0].document.mentions, right);
        assert.ok(losses.length > 0, 'told, not swallowed');
        assert.ok(documents[0]!.mentions.length < right.length, 'not repaired unasked');
      }
    });
  }

  it('recognise a wrong unit without quotes by the words that are cut', () => {
    const text = '😀 Smith met Jones. '.repeat(3);
    const map = offsetMap(text, 'codepoint');
    const label = Array.from(text.matchAll(/Smith|Jones/g), ({ index }) => [
      map.toUnit(index),
      map.toUnit(index + 5),
      'PER',
    ]);
    const content = JSON.stringify({ text, label });
    const { repairs } = findFormat('doccano')!.read(
      [{ path: 'x.jsonl', content }],
      () => undefined,
    );
    assert.equal(repairs[0]?.found, 'codepoint');
    assert.equal(text.slice(repairs[0].document.mentions[0]!.start).startsWith('Smith'), true);
  });

  it('read files that other tools wrote', () => {
    const read = (id: string, path: string, content: string) =>
      findFormat(id)!
        .read([{ path, content }], () => undefined)
        .documents.map(({ text, mentions }) =>
          mentions.map(({ start, end, label }) => `${label} ${text.slice(start, end)}`),
        );
    const expected = [['PER Zoë', 'LOC Lund']];
    const text = 'Zoë 😀 left Lund';
    assert.deepEqual(
      read(
        'spacy',
        'a.jsonl',
        JSON.stringify([
          text,
          {
            entities: [
              [0, 3, 'PER'],
              [11, 15, 'LOC'],
            ],
          },
        ]),
      ),
      expected,
    );
    const spans = [
      { id: 1, label: 'PER', start_offset: 0, end_offset: 3 },
      { id: 2, label: 'LOC', start_offset: 12, end_offset: 16 },
    ];
    assert.deepEqual(
      read('doccano', 'a.jsonl', JSON.stringify({ id: 4, text, entities: spans })),
      expected,
    );
    const conll = 'Zoë NNP I-NP I-PER\n😀 X O O\nleft VBD O O\nLund NNP I-NP I-LOC\n';
    assert.deepEqual(read('conll', 'a.conll', conll), expected);
    const result = [{ type: 'labels', value: { start: 11, end: 15, labels: ['LOC'] } }];
    const task = [{ id: 3, data: { article: text }, annotations: [{ result }] }];
    assert.deepEqual(read('labelstudio', 'a.json', JSON.stringify(task)), [['LOC Lund']]);
  });

  it('take no path out of the folder of the export', () => {
    assert.equal(exportPath('../../etc/passwd', '.ann'), 'etc/passwd.ann');
    assert.equal(exportPath('C:\\x\\..\\y', ''), 'C__x_.._y');
    assert.equal(exportPath('..', '.ann'), 'article.ann');
  });

  it('write CSV that no spreadsheet runs and that comes back the same', () => {
    const cells = ['=1+1', "'=x", '-5', 'a,b', '"q"', 'two\r\nlines', ' x ', '', "'plain"];
    const content = csvRow(cells.map((_, i) => `c${i}`)) + csvRow(cells);
    assert.deepEqual([...readCsv(content)[0]!.values()], cells);
    assert.ok(content.includes("'=1+1"));
  });

  it('write XML that keeps every code unit, or a replacement in its place', () => {
    const wild = '\u0000\ud800<&">\r\n\t😀\u0085\ufffe';
    const root = readXml(`<a b="${escapeXml(wild)}"/>`)!;
    assert.equal(root.attributes['b'], '\ufffd\ufffd<&">\r\n\t😀\u0085\ufffd');
    const deep = `${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`;
    assert.equal(elements(readXml(deep)!).length, 20_000);
  });

  it('name every kind of difference', () => {
    const changed = { ...fixture, text: 'x', mentions: [], entities: [], metadata: {} };
    const lost = compareDocuments(fixture, changed).map(({ what }) => what.message);
    assert.ok(lost.length >= 10 && lost.includes('The text comes back changed.'));
    assert.equal(compareDocuments(fixture, undefined).length, 1);
    assert.deepEqual(compareDocuments(fixture, structuredClone(fixture)), []);
  });

  for (const id of ['tei', 'xmi', 'labelstudio']) {
    it(`writes ${id} that xmllint finds well-formed`, function () {
      if (spawnSync('xmllint', ['--version']).error) {
        this.skip(); // xmllint is not installed here
      }
      const { files } = exportDocuments(findFormat(id)!, [fixture]);
      for (const { path, content } of files.filter((file) => /\.(?:xml|xmi)$/.test(file.path))) {
        const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input: content });
        assert.equal(status, 0, `${path}: ${stderr.toString()}`);
      }
    });
  }
});
